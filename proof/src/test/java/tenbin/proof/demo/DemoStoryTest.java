package tenbin.proof.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoDay;
import tenbin.hub.demo.DemoLoad;
import tenbin.hub.demo.DemoOrganisation;
import tenbin.hub.demo.DemoReport;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.casework.CaseMatrix;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.incident.StoredIncidents;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.roster.CircleFile;

/** The demo's day in a real hub: what a visitor is told of it is true. */
class DemoStoryTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
  private static final Instant NOW = DAY.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
  private static final Duration READING = Duration.ofMinutes(3);
  private static final MemberId OBSERVER = new MemberId("kansoku");

  /** Whose sensors the quiet campaign of the day touched. */
  private static final Set<MemberId> PLANTED =
      Set.of(new MemberId("aozora"), new MemberId("hayate"), new MemberId("kogane"));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Spine spine;

  @SuppressWarnings("NullAway.Init")
  private static Circle circle;

  @SuppressWarnings("NullAway.Init")
  private static List<DemoReport> reports;

  @BeforeAll
  static void the_day_comes_in() throws Exception {
    circle = CircleFile.read(CircleFile.demo()).orThrow();
    reports = DemoDay.of(circle, DAY, DemoDay.USUAL_SEED);
    Path file = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    DemoClock clock = new DemoClock(Clock.fixed(NOW, ZoneOffset.UTC));
    HubStart how =
        new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(file),
            "127.0.0.1",
            0,
            true,
            false,
            clock);
    try (RunningHub hub = RunningHub.start(how.withTables(TableFiles.demo()))) {
      hub.organisation(clock).tell();
      hub.organisation(clock).tell();
      DemoLoad.into(
          hub.intake(), reports, clock, () -> assertThat(hub.awaitCaughtUp(READING)).isTrue());
    }
    // The hub shows nobody its inside; what it left in its folder is looked at without it.
    spine =
        Spine.open(
            SpineConfig.of(how.data(), Optional.empty()).withClock(clock),
            Knowledge.with(TableFiles.demo()));
  }

  @AfterAll
  static void close() {
    spine.close();
  }

  private static Spine spine() {
    return spine;
  }

  @Test
  void every_report_of_the_day_is_read() {
    List<ReportStatus> all =
        circle.members().stream()
            .flatMap(
                each -> spine().reports().reportsOf(each.id(), NOW.plusSeconds(1), 1_000).stream())
            .toList();
    assertThat(all).hasSameSizeAs(reports);
    assertThat(all)
        .allSatisfy(
            each -> assertThat(each.state()).as(each.name()).isEqualTo(ReportStatus.State.READ));
  }

  @Test
  void each_member_pulls_exactly_its_own_rows_and_together_they_are_all() throws Exception {
    Expected expected = Expected.of(circle, reports, NOW);
    long released = 0;
    for (Member member : circle.members()) {
      List<Disclosure> rows = pull(member.id());
      Set<UUID> ids = new HashSet<>();
      rows.forEach(row -> ids.add(row.id()));
      assertThat(ids).as("no row twice").hasSameSizeAs(rows);
      long own = member.id().equals(OBSERVER) ? 0 : expected.of(member.id());
      assertThat(rows).as(member.id().text()).hasSize(Math.toIntExact(own));
      released += rows.size();
    }
    assertThat(expected.of(OBSERVER)).as("there is something to withhold").isPositive();
    assertThat(released + expected.of(OBSERVER)).isEqualTo(expected.all());
    assertThat(released).isGreaterThan(10_000);
  }

  @Test
  void the_observer_gets_no_row_and_the_secretariat_can_say_how_many_wait() throws Exception {
    Expected expected = Expected.of(circle, reports, NOW);
    assertThat(pull(OBSERVER)).isEmpty();
    long withheld =
        spine()
            .withholdings()
            .account(OBSERVER, Purpose.NOTIFY_AFFECTED_CUSTOMER, Optional.empty())
            .withheld()
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    assertThat(withheld).isGreaterThanOrEqualTo(expected.of(OBSERVER));
  }

  @Test
  void the_quiet_campaign_is_a_case_of_exactly_the_members_it_touched() {
    CaseBook cases = CaseBook.in(spine().dataSource());
    List<CaseMatrix> planted =
        cases.matrix().stream()
            .filter(each -> each.finding().kind().family().equals("paper-crane"))
            .toList();
    assertThat(planted)
        .singleElement()
        .satisfies(each -> assertThat(each.finding().members()).isEqualTo(PLANTED));
    assertThat(cases.matrix()).as("and little else").hasSizeLessThanOrEqualTo(2);
    for (Member member : circle.members()) {
      List<Disclosure> seen =
          cases.cases(plan(member.id())).stream()
              .filter(each -> each.fact(CaseFacts.FAMILY).equals("paper-crane"))
              .toList();
      assertThat(seen).as(member.id().text()).hasSize(PLANTED.contains(member.id()) ? 1 : 0);
      assertThat(seen)
          .allSatisfy(each -> assertThat(each.fact(CaseFacts.VALUES)).contains("126.127.9.66"));
    }
  }

  @Test
  void two_members_see_exactly_what_the_demos_customer_permits() {
    ToldIncidents incidents =
        new ToldIncidents(new StoredIncidents(spine().dataSource()), ToldIncidents.Questions.NONE);
    for (Member member : circle.members()) {
      List<ToldIncidents.Told> told = incidents.of(plan(member.id()));
      if (DemoOrganisation.PERMITTED.contains(member.id())) {
        assertThat(told)
            .singleElement()
            .satisfies(each -> {
              Map<String, String> facts = ToldIncidents.valuesOf(each.disclosure());
              assertThat(facts)
                  .containsOnlyKeys("incident.kind", "incident.day", "server", "domain", "ttp");
              assertThat(facts.values())
                  .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("seiki"));
            });
      } else {
        boolean desk = member.id().text().equals("aozora");
        assertThat(told).as("%s", member.id()).hasSize(desk ? 1 : 0);
      }
    }
  }

  @Test
  void the_ledger_holds() {
    assertThat(spine().ledger().verify().holds()).isTrue();
  }

  private static List<Disclosure> pull(MemberId member) {
    List<Disclosure> rows = new java.util.ArrayList<>();
    Optional<String> after = Optional.empty();
    boolean more = true;
    while (more) {
      Batch batch =
          spine()
              .deliveries()
              .pull(
                  new Pull(member, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, after, Pull.MOST));
      rows.addAll(batch.rows());
      after = Optional.of(batch.cursor());
      more = batch.more();
    }
    return rows;
  }

  private static Plan plan(MemberId member) {
    return spine()
        .balance()
        .plan(
            new Request(member, Purpose.INFORM_AND_DEFEND, Outlet.PAGE, NOW),
            new RecipientKey(spine().secret().key("recipient", member.text())));
  }
}
