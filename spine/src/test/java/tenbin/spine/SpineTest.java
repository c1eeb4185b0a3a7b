package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Field;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;

class SpineTest {
  private static final String ALL = "alpha-net,beta-net,gamma-net";

  @TempDir private Path data;

  private static String row(long second, String address, int port) {
    return (DAY + second) + " " + address + " " + port + " conficker\n";
  }

  @Test
  void every_member_pulls_exactly_its_own_rows_without_the_sensor()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      Digest digest =
          hub.read(
              GAMMA,
              row(1, "10.64.0.7", 1111)
                  + row(2, "10.64.1.7", 2222)
                  + "broken\n"
                  + row(3, "10.64.0.8", 3333)
                  + row(4, "192.0.2.1", 4444));
      List<Disclosure> alpha = hub.all(ALPHA, 1);
      assertThat(alpha).extracting(row -> row.source().port()).containsExactly(1111, 3333);
      assertThat(alpha).noneMatch(row -> row.shows(Field.DESTINATION_ADDRESS));
      assertThat(alpha).allMatch(row -> row.destination().address().toString().isEmpty());
      assertThat(hub.all(BETA, 10)).extracting(row -> row.source().port()).containsExactly(2222);
      assertThat(hub.all(GAMMA, 10)).isEmpty();
      ReportStatus status = hub.spine().reports().report(GAMMA, digest).orElseThrow();
      assertThat(status.state()).isEqualTo(ReportStatus.State.READ);
      assertThat(status.rowsRead()).isEqualTo(4);
      assertThat(status.rowsRefused()).isEqualTo(1);
      assertThat(status.faults()).isEqualTo(Map.of(Fault.ROW_UNREADABLE, 1L));
      assertThat(hub.spine().reports().warnings(GAMMA, digest, 0, 10))
          .singleElement()
          .satisfies(warning -> assertThat(warning.place().row()).isEqualTo(3));
      assertThat(hub.spine().reports().warnings(ALPHA, digest, 0, 10)).isEmpty();
    }
  }

  @Test
  void exact_duplicates_fold_within_and_across_reports_and_restarts()
      throws IOException, UploadRefused, InterruptedException {
    String one = row(1, "10.64.0.7", 1111);
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, one + one + row(2, "10.64.0.7", 1111) + row(1, "10.64.0.7", 1112));
      hub.reopen(ALL);
      Digest again = hub.read(GAMMA, "x\n" + one + one + row(9, "10.64.0.9", 1));
      assertThat(hub.spine().reports().report(GAMMA, again).orElseThrow().rowsFolded())
          .isEqualTo(2);
      assertThat(hub.all(ALPHA, 10)).hasSize(4);
    }
  }

  @Test
  void another_holders_equal_row_is_kept_and_given_only_when_the_first_may_not_go()
      throws IOException, UploadRefused, InterruptedException {
    String one = row(1, "10.64.0.7", 1111);
    try (SpineFixture hub = new SpineFixture(data, "alpha-net,gamma-net")) {
      hub.read(BETA, one);
      assertThat(hub.all(ALPHA, 10)).as("beta signed nothing").isEmpty();
      hub.read(GAMMA, "other bytes\n" + one);
      assertThat(hub.all(ALPHA, 10)).hasSize(1);
      hub.reopen(ALL);
      assertThat(hub.all(ALPHA, 10)).as("both may go now, the row is one").hasSize(1);
      hub.read(GAMMA, "more bytes\n" + one);
      assertThat(hub.all(ALPHA, 10)).hasSize(1);
      assertThat(tally(hub, ALPHA)).isEqualTo(1);
    }
  }

  @Test
  void what_may_not_go_is_neither_shown_nor_counted_nor_hinted_at()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = new SpineFixture(data, "alpha-net,gamma-net")) {
      hub.read(GAMMA, row(1, "10.64.0.7", 1111));
      Batch before = hub.pull(ALPHA, Optional.empty(), 10);
      hub.read(BETA, row(2, "10.64.0.8", 2222));
      hub.send(GAMMA, Optional.of(Tlp.RED), row(3, "10.64.0.9", 3333));
      hub.caughtUp();
      Batch after = hub.pull(ALPHA, Optional.empty(), 10);
      assertThat(after.cursor()).isEqualTo(before.cursor());
      assertThat(after.more()).isFalse();
      assertThat(hub.pull(ALPHA, Optional.of(before.cursor()), 10))
          .isEqualTo(new Batch(List.of(), before.cursor(), false));
      assertThat(hub.pull(ALPHA, Optional.empty(), 1).more()).isFalse();
      assertThat(tally(hub, ALPHA)).isEqualTo(1);
      assertThat(newest(hub, ALPHA, "")).hasSize(1);
      hub.reopen(ALL);
      assertThat(hub.pull(ALPHA, Optional.of(before.cursor()), 10).rows())
          .as("a new signature lets go by itself what was withheld")
          .hasSize(1);
    }
  }

  @Test
  void a_cursor_survives_a_restart_and_fits_only_its_recipient()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, row(1, "10.64.0.7", 1) + row(2, "10.64.0.7", 2) + row(3, "10.64.1.7", 3));
      Batch first = hub.pull(ALPHA, Optional.empty(), 1);
      assertThat(first.more()).isTrue();
      hub.reopen(ALL);
      Batch second = hub.pull(ALPHA, Optional.of(first.cursor()), 1);
      assertThat(second.rows()).extracting(row -> row.source().port()).containsExactly(2);
      assertThat(second.more()).isFalse();
      for (String foreign : List.of(first.cursor(), "", "AAAA", "!", first.cursor() + "A")) {
        assertThatThrownBy(() -> hub.pull(BETA, Optional.of(foreign), 1))
            .isInstanceOf(Deliveries.BadCursor.class);
      }
    }
  }

  @Test
  void a_search_finds_only_by_what_it_may_show()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.read(GAMMA, row(1, "10.64.0.7", 1) + row(2, "10.64.0.8", 2));
      assertThat(newest(hub, ALPHA, "10.64.0.7")).hasSize(1);
      assertThat(newest(hub, ALPHA, "10.64.0.0/28")).hasSize(2);
      assertThat(newest(hub, ALPHA, "CONFICKER")).hasSize(2);
      assertThat(newest(hub, ALPHA, "mirai")).isEmpty();
      assertThat(newest(hub, ALPHA, "203.0.113.9")).as("the sensor").isEmpty();
      Disclosure shown = newest(hub, ALPHA, "10.64.0.8").getFirst();
      assertThat(row(hub, ALPHA, shown)).isPresent();
      assertThat(row(hub, BETA, shown)).isEmpty();
      hub.reopen(ALL);
      assertThat(row(hub, ALPHA, shown).orElseThrow().source()).isEqualTo(shown.source());
    }
  }

  @Test
  void a_refused_report_keeps_what_came_before_and_says_why()
      throws IOException, UploadRefused, InterruptedException {
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      Digest digest = hub.read(GAMMA, row(1, "10.64.0.7", 1) + "STOP\n" + row(2, "10.64.0.7", 2));
      ReportStatus status = hub.spine().reports().report(GAMMA, digest).orElseThrow();
      assertThat(status.state()).isEqualTo(ReportStatus.State.REFUSED);
      assertThat(status.faults()).containsOnlyKeys(Fault.TRUNCATED);
      assertThat(hub.all(ALPHA, 10)).hasSize(1);
    }
  }

  @Test
  void many_days_within_little_memory_still_fold_exactly()
      throws IOException, UploadRefused, InterruptedException {
    StringBuilder report = new StringBuilder();
    for (int round = 0; round < 2; round++) {
      for (int day = 0; day < 40; day++) {
        report.append(row(-86_400L * day, "10.64.0." + day, 100));
      }
    }
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.reopenWithFoldBytes(1, ALL);
      hub.read(GAMMA, report.toString());
      Digest again = hub.read(GAMMA, "x\n" + report);
      assertThat(hub.spine().reports().report(GAMMA, again).orElseThrow().rowsFolded())
          .isEqualTo(80);
      Set<String> addresses = new HashSet<>();
      hub.all(ALPHA, 7).forEach(row -> addresses.add(row.source().address().toString()));
      assertThat(addresses).hasSize(40);
    }
  }

  @Test
  void a_day_far_in_the_past_is_forgotten_in_the_middle_of_a_report_and_still_folds()
      throws IOException, UploadRefused, InterruptedException {
    // Each round fills a chunk with rows of its own, so every day is forgotten between the rounds.
    StringBuilder report = new StringBuilder();
    for (int round = 0; round < 3; round++) {
      report.append(row(-86_400L * 20_000, "10.64.0.1", 1)).append(row(-86_400L, "10.64.0.2", 2));
      for (int other = 0; other < 31_000; other++) {
        report.append(row(round * 31_000L + other % 20_000, "10.64.1." + other / 20_000, 3));
      }
      report.append(row(-86_400L * 20_000, "10.64.0.1", 1)).append(row(-86_400L, "10.64.0.2", 2));
    }
    try (SpineFixture hub = new SpineFixture(data, ALL)) {
      hub.reopenWithFoldBytes(1, ALL);
      Digest digest = hub.read(GAMMA, report.toString());
      assertThat(hub.spine().reports().report(GAMMA, digest).orElseThrow().rowsFolded())
          .isEqualTo(10);
      assertThat(hub.all(ALPHA, 10)).hasSize(2);
    }
  }

  private static Optional<Disclosure> row(SpineFixture hub, MemberId member, Disclosure shown) {
    return hub.spine()
        .deliveries()
        .row(member, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.PAGE, shown.id());
  }

  private static Deliveries.Search search(MemberId member, String text) {
    return new Deliveries.Search(
        member, Purpose.NOTIFY_AFFECTED_CUSTOMER, Instant.MIN, Instant.MAX, "", text, 100, 0);
  }

  private static List<Disclosure> newest(SpineFixture hub, MemberId member, String text) {
    return hub.spine().deliveries().newest(search(member, text), Outlet.PAGE);
  }

  private static long tally(SpineFixture hub, MemberId member) {
    return hub.spine().deliveries().tally(search(member, ""), Duration.ofHours(1)).stream()
        .mapToLong(Deliveries.Tally::rows)
        .sum();
  }
}
