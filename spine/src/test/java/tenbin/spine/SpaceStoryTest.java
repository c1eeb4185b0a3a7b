package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Terms;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.CellTally;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Space;

/** Counts of one's own space against the rows themselves, as both grow. */
class SpaceStoryTest {
  private static final long SEED = 20_261_122;
  private static final String ALL = "alpha-net,beta-net,gamma-net";

  @TempDir private Path data;

  private static Deliveries.Search search(String text) {
    Instant from = Instant.ofEpochSecond(DAY);
    return new Deliveries.Search(
        ALPHA,
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        from,
        from.plus(Duration.ofDays(2)),
        "",
        text,
        10_000,
        0);
  }

  private static String row(Random random) {
    String address = "10.64." + 2 * random.nextInt(3) + "." + random.nextInt(4);
    return (DAY + random.nextInt(20) * 1_800L) + " " + address + " 7 conficker\n";
  }

  private static Map<String, Long> byRow(List<Disclosure> rows) {
    Map<String, Long> cells = new TreeMap<>();
    for (Disclosure row : rows) {
      Prefix cell = Prefix.around(row.about().address(), 24);
      boolean own = row.terms().bases().contains(Terms.OWN_DATA);
      cells.merge(cell + " " + own, 1L, Long::sum);
    }
    return cells;
  }

  private static Map<String, Long> counted(Space space) {
    Map<String, Long> cells = new TreeMap<>();
    for (CellTally each : space.cells()) {
      cells.merge(each.cell() + " " + each.own(), each.rows(), Long::sum);
    }
    return cells;
  }

  private static long tally(SpineFixture hub) {
    return hub.spine().deliveries().tally(search(""), Duration.ofHours(1)).stream()
        .mapToLong(Deliveries.Tally::rows)
        .sum();
  }

  @Test
  void the_counts_are_those_of_the_rows_whatever_came_in_between()
      throws IOException, UploadRefused, InterruptedException {
    Random random = new Random(SEED);
    List<MemberId> holders = List.of(ALPHA, BETA, GAMMA);
    try (SpineFixture hub = new SpineFixture(data, "alpha-net,gamma-net")) {
      for (int report = 0; report < 14; report++) {
        StringBuilder rows = new StringBuilder("report " + report + "\n");
        for (int i = 0; i < 12; i++) {
          rows.append(row(random));
        }
        Optional<Tlp> marking = random.nextInt(5) == 0 ? Optional.of(Tlp.RED) : Optional.empty();
        hub.send(holders.get(random.nextInt(3)), marking, rows.toString());
        hub.caughtUp();
        if (report == 8) {
          hub.reopen(ALL);
        }
        List<Disclosure> all = hub.all(ALPHA, 100);
        assertThat(counted(hub.spine().deliveries().space(search(""))))
            .as("seed %d, report %d", SEED, report)
            .isEqualTo(byRow(all));
        assertThat(tally(hub)).isEqualTo(all.size());
      }
      Space part = hub.spine().deliveries().space(search("10.64.0.0/24"));
      assertThat(part.cells()).isNotEmpty().allMatch(each -> each.cell().length() == 24);
      assertThat(counted(hub.spine().deliveries().space(search("10.64.0.3"))).keySet())
          .allMatch(cell -> cell.startsWith("10.64.0.0/24"));
    }
  }

  private static void delete(SpineFixture hub, String which) throws SQLException {
    try (Connection connection = hub.spine().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from observation where " + which);
    }
  }

  @Test
  void what_was_counted_ahead_is_not_counted_again_when_somebody_looks()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, DAY + " 10.64.0.1 7 conficker\n" + DAY + " 10.64.0.2 7 conficker\n");
      hub.read(GAMMA, DAY + " 10.64.0.3 7 conficker\n");
      hub.spine().deliveries().countAhead(3);
      delete(hub, "position <= 2");
      assertThat(tally(hub)).isEqualTo(3);
    }
  }

  @Test
  void fewer_rows_than_that_are_counted_when_somebody_looks()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, DAY + " 10.64.0.1 7 conficker\n" + DAY + " 10.64.0.2 7 conficker\n");
      hub.spine().deliveries().countAhead(3);
      delete(hub, "position <= 1");
      assertThat(tally(hub)).isEqualTo(1);
    }
  }

  @Test
  void what_is_kept_no_longer_is_counted_no_longer()
      throws IOException, UploadRefused, InterruptedException, SQLException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, DAY + " 10.64.0.1 7 conficker\n");
      assertThat(tally(hub)).isEqualTo(1);
      try (Connection connection = hub.spine().dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("delete from observation");
        statement.execute("delete from row_count");
      }
      assertThat(tally(hub)).isZero();
      assertThat(hub.spine().deliveries().space(search("")).cells()).isEmpty();
    }
  }
}
