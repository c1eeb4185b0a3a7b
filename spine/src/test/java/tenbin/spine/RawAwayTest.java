package tenbin.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.ReadingLoop;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.health.Health;

/** Raw reports that are acknowledged and then cannot be read: one of them, or all. */
class RawAwayTest {
  private static final String ALL = "alpha-net,beta-net,gamma-net";
  private static final String LOST = (DAY + 1) + " 10.64.0.7 1111 conficker\n";
  private static final String OTHER = (DAY + 2) + " 10.64.0.7 2222 conficker\n";

  @TempDir private Path data;

  @Test
  void a_report_whose_bytes_are_lost_stops_no_other_and_is_read_when_they_come_again()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, DAY + " 10.64.0.7 1000 conficker\n");
      acknowledgedBefore(hub, LOST);
      hub.read(GAMMA, OTHER);
      assertThat(ports(hub)).containsExactly(1000, 2222);
      assertThat(reading(hub).isWell()).isFalse();
      assertThat(reading(hub).lastError())
          .contains("1 set aside")
          .contains(Digest.of(LOST.getBytes(UTF_8)).hex());
      assertThat(hub.spine().intake().progress(GAMMA, Digest.of(LOST.getBytes(UTF_8))))
          .as("its sender is asked for the bytes again")
          .satisfies(progress -> assertThat(progress.acknowledged()).isFalse());
      hub.read(GAMMA, LOST);
      assertThat(ports(hub)).containsExactly(1000, 2222, 1111);
      assertThat(reading(hub).isWell()).isTrue();
    }
  }

  @Test
  void while_the_store_of_raw_reports_is_away_reading_waits_and_nothing_is_acknowledged()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, DAY + " 10.64.0.7 1000 conficker\n");
      Files.move(data.resolve("raw"), data.resolve("away"));
      acknowledgedBefore(hub, LOST);
      assertThatThrownBy(() -> hub.send(GAMMA, Optional.empty(), OTHER))
          .isInstanceOfSatisfying(
              UploadRefused.class,
              refused -> assertThat(refused.reason()).isEqualTo(UploadRefused.Cause.NOT_NOW));
      assertThat(hub.spine().awaitCaughtUp(Duration.ofSeconds(1))).isFalse();
      assertThat(reading(hub).lastError()).contains("the store of raw reports is not there");
      Files.move(data.resolve("away"), data.resolve("raw"));
      hub.read(GAMMA, OTHER);
      hub.read(GAMMA, LOST);
      assertThat(ports(hub)).containsExactlyInAnyOrder(1000, 1111, 2222);
    }
  }

  /** Files a report as the intake does, as if its bytes had been there. */
  private static void acknowledgedBefore(SpineFixture hub, String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection(hub.url());
        PreparedStatement insert =
            connection.prepareStatement(
                """
                with filed as (
                  insert into report (digest, reporter, name, feed, size, received_at, state)
                  select ?, reporter, 'a.rows', '', ?, received_at, 'WAITING' from report limit 1
                  returning id, reporter, name, received_at)
                insert into report_arrival (reporter, report, name, received_at)
                select reporter, id, name, received_at from filed\
                """)) {
      insert.setString(1, Digest.of(text.getBytes(UTF_8)).hex());
      insert.setLong(2, text.length());
      insert.executeUpdate();
    }
  }

  private static Health reading(SpineFixture hub) {
    return hub.spine().health().all().stream()
        .filter(each -> each.name().equals(ReadingLoop.NAME))
        .findFirst()
        .orElseThrow();
  }

  private static java.util.List<Integer> ports(SpineFixture hub) {
    return hub.all(ALPHA, 10).stream().map(row -> row.source().port()).toList();
  }
}
