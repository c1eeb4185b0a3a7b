package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Request;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.statistics.Figure;
import tenbin.spine.statistics.StatisticsBook.Days;
import tenbin.spine.storage.SharedDatabase;

/** Published numbers in a running hub: cases 2, 34 and 40 of DISCLOSURE section 9. */
class StatisticsStoryTest {
  private static final MemberId NORTH = new MemberId("north");
  private static final MemberId SOUTH = new MemberId("south");
  private static final MemberId EAST = new MemberId("east");
  private static final MemberId WATCH = new MemberId("watch");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 24);
  private static final Entry.By BY = new Entry.By(SOUTH, "Ito");

  private static final String MEMBER =
      """
        - id: NAME
          name: NAME
          class: director
          carrier: yes
          sector: consumer-access
          joined: 2020-01-01
          networks:
            prefixes:
              - {prefix: 126.NET.0.0/16, verified-by: letter}
              - {prefix: 126.NET.1.0/24, verified-by: letter, sector: finance, from: 2020-02-01}
              - {prefix: 126.NET.2.0/24, verified-by: letter, sector: electricity, from: 2020-02-01}
            asns:
              - {asn: 6450NET, verified-by: letter}
      """;

  private static final String CLAUSES =
      """
      policy: Numbers
      packs: [core]
      bases:
        - id: clause/numbers
          kind: adopted-clause
          opens: [H]
          categories: [C0]
          purposes: [P6]
          recipients: [class:operator]
          adopted:
            by: holder
            adoptions:
              - {party: north, from: 2020-01-01}
              - {party: south, from: 2020-01-01}
              - {party: east, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: a minute
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-26T06:00:00Z");

  private Spine open() throws Exception {
    StringBuilder circle = new StringBuilder("circle: Numbers\nmembers:\n");
    int net = 1;
    for (MemberId each : List.of(NORTH, SOUTH, EAST)) {
      circle.append(MEMBER.replace("NAME", each.text()).replace("NET", "" + net++));
    }
    circle.append("  - {id: watch, name: watch, class: observer, joined: 2020-01-01}\n");
    Path file = Files.writeString(data.resolve("circle.yaml"), circle);
    Path folder = Files.createDirectories(data.resolve("policy"));
    Files.writeString(folder.resolve("numbers.yaml"), CLAUSES);
    return Spine.open(
        SpineConfig.of(data, Optional.of(file))
            .withDatabase(SharedDatabase.url())
            .withPolicy(folder)
            .withClock(clock));
  }

  /** So many machines of a block, as a member's feed reports them. */
  private static String seen(LocalDate day, String type, String block, int machines) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= machines; i++) {
      rows.append(
          """
          {"time.source":"%sT05:00:00+00:00","classification.type":"%s","source.ip":"%s.%d"}
          """
              .formatted(day, type, block, i));
    }
    return rows.toString();
  }

  private static void report(Spine spine, MemberId by, String rows) throws Exception {
    Arrival arrival = new Arrival(by, "feed.json", "", Optional.empty(), Optional.empty());
    byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
    spine.intake().accept(arrival, new ByteArrayInputStream(bytes));
  }

  private static void aDay(Spine spine, LocalDate day) throws Exception {
    String all =
        seen(day, "infected-system", "126.1.1", 8)
            + seen(day, "infected-system", "126.2.1", 12)
            + seen(day, "infected-system", "126.1.9", 30)
            + seen(day, "infected-system", "126.2.9", 31)
            + seen(day, "infected-system", "126.3.9", 6)
            + seen(day, "scanner", "126.3.7", 7);
    report(spine, NORTH, all + seen(day, "infected-system", "126.1.2", 9));
    report(spine, SOUTH, all);
    report(spine, EAST, all);
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private Plan plan(Spine spine, MemberId reader) {
    Request request = new Request(reader, Purpose.STATISTICS, Outlet.API, clock.instant());
    return spine.balance().plan(request, spine.keyOf(reader));
  }

  private List<String> read(Spine spine, MemberId reader, LocalDate day) {
    List<String> lines = new ArrayList<>();
    for (Disclosure told : spine.statistics().told(plan(spine, reader), new Days(day, day))) {
      Figure figure = Figure.of(told).orElseThrow();
      lines.add(figure.type() + " " + figure.sector() + " " + figure.asn() + " " + figure.rows());
    }
    return lines;
  }

  @Test
  void numbers_go_to_all_who_agreed_and_a_networks_own_to_that_network_alone() throws Exception {
    try (Spine spine = open()) {
      aDay(spine, DAY);
      assertThat(read(spine, NORTH, DAY)).as("not yet published").isEmpty();
      assertThat(spine.publishStatistics()).isGreaterThan(1);
      List<String> north = read(spine, NORTH, DAY);
      assertThat(north)
          .contains("infected-system  0 270", "other-classes  0 21")
          .contains("infected-system consumer-access 0 201", "infected-system other-sectors 0 69");
      assertThat(north)
          .as("one member alone in the cell: case 40")
          .noneMatch(each -> each.contains("electricity"));
      assertThat(north)
          .filteredOn(each -> each.contains(" 6450"))
          .isNotEmpty()
          .allMatch(each -> each.contains(" 64501 "));
      List<String> south = read(spine, SOUTH, DAY);
      assertThat(south)
          .filteredOn(each -> each.contains(" 6450"))
          .isNotEmpty()
          .allMatch(each -> each.contains(" 64502 "));
      assertThat(south)
          .filteredOn(each -> each.contains(" 0 "))
          .isEqualTo(north.stream().filter(each -> each.contains(" 0 ")).toList());
      assertThat(read(spine, WATCH, DAY)).as("an observer that nobody lets").isEmpty();
      Days all = new Days(DAY.minusDays(9), DAY);
      assertThat(spine.statistics().published(plan(spine, NORTH), all)).hasSize(10);
      assertThat(spine.statistics().published(plan(spine, WATCH), all)).isEmpty();
      Pull pull = new Pull(NORTH, Purpose.STATISTICS, Outlet.API, Optional.empty(), 100);
      assertThat(spine.deliveries().pull(pull).rows()).as("rows: case 2").isEmpty();
    }
  }

  @Test
  void a_day_is_counted_once_and_what_comes_later_changes_no_number() throws Exception {
    try (Spine spine = open()) {
      aDay(spine, DAY);
      spine.publishStatistics();
      List<String> before = read(spine, NORTH, DAY);
      for (MemberId each : List.of(NORTH, SOUTH, EAST)) {
        report(spine, each, seen(DAY, "infected-system", "126.1.4", 9));
      }
      assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
      assertThat(spine.publishStatistics()).isZero();
      clock.pass(Duration.ofDays(1));
      assertThat(spine.publishStatistics()).as("the next day").isOne();
      assertThat(read(spine, NORTH, DAY)).isEqualTo(before);
      assertThat(read(spine, NORTH, DAY.plusDays(1))).isEmpty();
    }
  }

  @Test
  void who_takes_its_leave_back_is_counted_no_more_and_what_was_published_stays() throws Exception {
    try (Spine spine = open()) {
      aDay(spine, DAY);
      aDay(spine, DAY.plusDays(1));
      spine.publishStatistics();
      List<String> before = read(spine, NORTH, DAY);
      List<Disclosure> told = spine.statistics().told(plan(spine, NORTH), new Days(DAY, DAY));
      spine
          .deliveries()
          .record(
              new Deliveries.Left(
                  NORTH,
                  Purpose.STATISTICS,
                  Outlet.API,
                  "json",
                  Footing.of(told),
                  Digest.of(new byte[] {1})));
      clock.pass(Duration.ofDays(1));
      spine
          .grounds()
          .record(
              BY, List.of(new Deed.Left("clause/numbers", SOUTH.party())), clock.instant(), "no");
      clock.pass(Duration.ofSeconds(3));
      spine.recalls().turn();
      assertThat(spine.recalls().book().of(NORTH))
          .as("a note, and nothing to delete")
          .allMatch(recall -> recall.recalled() == 0);
      assertThat(read(spine, NORTH, DAY)).as("the safe number stays").isEqualTo(before);
      assertThat(read(spine, SOUTH, DAY)).as("the one who left reads what it read").isNotEmpty();
      spine.publishStatistics();
      assertThat(read(spine, NORTH, DAY.plusDays(1))).as("two members are too few").isEmpty();
      Days both = new Days(DAY, DAY.plusDays(1));
      assertThat(spine.statistics().published(plan(spine, NORTH), both)).hasSize(2);
      assertThat(spine.ledger().verify().holds()).isTrue();
    }
  }
}
