package tenbin.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.storage.Database;

/** What is counted of the rows, against the rows, as they come and go. */
class RowCountsStoryTest {
  private static final long SEED = 20_261_123;
  private static final List<String> FAMILIES = List.of("conficker", "mirai", "Mozi");

  /** Both say the same when the same is counted; the second reads every row. */
  private static final String COUNTED =
      "select responsible, day, kind, holder, marking, attribution, again, received_day, rows,"
          + " hours, from_position, to_position from row_count order by 1, 2, 3, 4, 5, 6, 7, 8";

  private static final String ROWS =
      "select responsible, (observed / 86400000000000)::int, kind, holder, marking, attribution,"
          + " first > 0, received_day, count(*),"
          + " bit_or(1 << (observed / 3600000000000 % 24)::int), min(position), max(position)"
          + " from observation group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8";

  @TempDir private Path data;

  private static List<String> all(SpineFixture hub, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = hub.spine().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= 12; i++) {
          line.append(row.getString(i)).append(' ');
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  /** Empties what is counted, and counts what is there as the migration does. */
  private static void upgrade(SpineFixture hub) throws SQLException, IOException {
    try (InputStream file = Database.class.getResourceAsStream("/tenbin/db/V29__row_counts.sql");
        Connection connection = hub.spine().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      String sql = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      int insert = sql.indexOf("insert into row_count");
      statement.execute("delete from row_count");
      statement.execute(sql.substring(insert, sql.indexOf(';', insert)));
    }
  }

  private static String row(Random random) {
    String address = "10.64." + 2 * random.nextInt(3) + "." + random.nextInt(40);
    long at = DAY + random.nextInt(100) * 1_800L;
    return at + " " + address + " 7 " + FAMILIES.get(random.nextInt(3)) + "\n";
  }

  private static Deliveries.Search search(Instant from, Instant to, String text) {
    return new Deliveries.Search(
        ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, from, to, "", text, 10_000, 0);
  }

  private static boolean fits(Disclosure row, Deliveries.Search search) {
    Instant at = row.time().orElseThrow().instant();
    return !at.isBefore(search.from())
        && at.isBefore(search.to())
        && (search.text().isEmpty()
            || row.kind().orElseThrow().family().equalsIgnoreCase(search.text()));
  }

  private static List<String> texts(List<Disclosure> rows) {
    return rows.stream().map(each -> each.id() + " " + each.about()).sorted().toList();
  }

  @Test
  void what_is_counted_is_what_there_is_and_a_question_by_it_finds_every_row()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    Random random = new Random(SEED);
    List<MemberId> holders = List.of(ALPHA, BETA, GAMMA);
    Instant start = Instant.ofEpochSecond(DAY);
    try (SpineFixture hub = new SpineFixture(data, "alpha-net,beta-net,gamma-net")) {
      for (int report = 0; report < 12; report++) {
        StringBuilder rows = new StringBuilder("report " + report + "\n");
        for (int i = 0; i < 30; i++) {
          rows.append(row(random));
        }
        Optional<Tlp> marking = random.nextInt(4) == 0 ? Optional.of(Tlp.RED) : Optional.empty();
        hub.send(holders.get(random.nextInt(3)), marking, rows.toString());
        hub.caughtUp();
        if (report == 7) {
          hub.reopen("alpha-net,beta-net,gamma-net");
        }
        assertThat(all(hub, COUNTED))
            .as("seed %d, report %d", SEED, report)
            .isNotEmpty()
            .isEqualTo(all(hub, ROWS));
      }
      List<Disclosure> every =
          hub.spine()
              .deliveries()
              .newest(search(start, start.plus(Duration.ofDays(9)), ""), Outlet.PAGE);
      assertThat(every).hasSizeGreaterThan(50);
      upgrade(hub);
      assertThat(all(hub, COUNTED)).as("counted by the upgrade").isEqualTo(all(hub, ROWS));
      for (int question = 0; question < 60; question++) {
        Instant from = start.plusSeconds(random.nextInt(120) * 1_800L);
        String text = question % 3 == 0 ? "" : FAMILIES.get(random.nextInt(3));
        Deliveries.Search asked = search(from, from.plusSeconds(random.nextInt(60) * 1_800L), text);
        assertThat(texts(hub.spine().deliveries().newest(asked, Outlet.PAGE)))
            .as("%s", asked)
            .isEqualTo(texts(every.stream().filter(each -> fits(each, asked)).toList()));
      }
    }
  }
}
