package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Outlet;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundRefused;
import tenbin.spine.ground.LoneStand;
import tenbin.spine.ground.PastPolicies;
import tenbin.spine.ground.StoredGrounds;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** Grounds of a running hub: files laid beside the circle, deeds recorded while it runs. */
class GroundStoryTest {
  private static final String CLAUSE = "clause/rows";
  private static final Entry.By BY = new Entry.By(GAMMA, "Ito");
  private static final String FILE =
      """
      policy: Clauses of a test
      packs: [core, jp]
      bases:
        - id: clause/rows
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();

  private Spine open(String signers) throws IOException {
    Path circle = data.resolve("circle.txt");
    Files.writeString(circle, signers);
    Files.createDirectories(data.resolve("policy"));
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(url)
            .withPolicy(data.resolve("policy"))
            .withClock(clock),
        SmallCircle.knowledge());
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(data.resolve("policy")).resolve(name), text);
  }

  private static void read(Spine spine) throws Exception {
    byte[] row = ((DAY + 1) + " 10.64.0.7 1 conficker\n").getBytes(StandardCharsets.UTF_8);
    Arrival arrival = new Arrival(GAMMA, "a.rows", "", Optional.empty(), Optional.empty());
    spine.intake().accept(arrival, new ByteArrayInputStream(row));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private static int rowsOf(Spine spine) {
    Batch batch =
        spine
            .deliveries()
            .pull(
                new Pull(
                    ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, Optional.empty(), 10));
    return batch.rows().size();
  }

  private void record(Spine spine, Deed deed) {
    spine.grounds().record(BY, List.of(deed), clock.instant(), "page, " + clock.instant());
  }

  private static boolean holds(Spine spine, Instant at, Instant knownAt) {
    Basis basis =
        spine.grounds().inForce().bases().stream()
            .filter(each -> each.id().equals("agreement-1"))
            .findFirst()
            .orElseThrow();
    return basis.term().holds(new When(at, knownAt));
  }

  @Test
  void clause_adopted_while_the_hub_runs_opens_at_the_next_decision_and_leaving_it_shuts()
      throws Exception {
    file("clauses.yaml", FILE);
    try (Spine spine = open("alpha-net")) {
      read(spine);
      assertThat(rowsOf(spine)).isZero();
      record(spine, new Deed.Adopted(CLAUSE, GAMMA.party(), Optional.empty()));
      assertThat(rowsOf(spine)).isEqualTo(1);
      clock.pass(Duration.ofSeconds(1));
      record(spine, new Deed.Left(CLAUSE, GAMMA.party()));
      assertThat(rowsOf(spine)).isZero();
      clock.pass(Duration.ofSeconds(1));
      record(spine, new Deed.Adopted(CLAUSE, GAMMA.party(), Optional.empty()));
      assertThat(rowsOf(spine)).as("adopted anew").isEqualTo(1);
    }
    try (Spine spine = open("alpha-net")) {
      assertThat(rowsOf(spine)).as("after a restart").isEqualTo(1);
      assertThat(spine.grounds().history()).hasSize(3);
    }
  }

  @Test
  void agreement_of_the_circle_that_was_revoked_opens_nothing_more_and_the_past_stays_as_it_was()
      throws Exception {
    try (Spine spine = open("alpha-net,gamma-net")) {
      read(spine);
      assertThat(rowsOf(spine)).isEqualTo(1);
      Instant before = clock.instant();
      clock.pass(Duration.ofHours(1));
      record(spine, new Deed.Ended("agreement-1"));
      assertThat(rowsOf(spine)).isZero();
      Instant now = clock.instant();
      assertThat(holds(spine, before, before)).as("then, as known then").isTrue();
      assertThat(holds(spine, before, now)).as("then, as known now").isTrue();
      assertThat(holds(spine, now, before)).as("now, as known then").isTrue();
      assertThat(holds(spine, now, now)).isFalse();
    }
  }

  @Test
  void changed_file_with_a_fault_is_refused_with_its_line_and_the_old_one_stays() throws Exception {
    file("clauses.yaml", FILE);
    try (Spine spine = open("alpha-net")) {
      read(spine);
      record(spine, new Deed.Adopted(CLAUSE, GAMMA.party(), Optional.empty()));
      file("clauses.yaml", FILE.replace("review-by:", "reviewby:"));
      assertThat(spine.lookForGrounds()).as("still being written, perhaps").isFalse();
      assertThatThrownBy(spine::lookForGrounds)
          .isInstanceOf(GroundRefused.class)
          .hasMessageContaining("clauses.yaml:12: bases[0].reviewby: unknown key")
          .hasMessageContaining("did you mean \"review-by\"?");
      assertThatThrownBy(spine::lookForGrounds).as("as long as it stays so").isNotNull();
      assertThat(spine.grounds().files().refused()).hasSize(1);
      assertThat(rowsOf(spine)).isEqualTo(1);
    }
    try (Spine spine = open("alpha-net")) {
      assertThat(spine.grounds().files().refused()).as("said again after a restart").hasSize(1);
      assertThat(rowsOf(spine)).isEqualTo(1);
      file("clauses.yaml", FILE.replace("[C0, C1, C2]", "[C0]"));
      assertThat(turns(spine)).isTrue();
      assertThat(spine.grounds().files().refused()).isEmpty();
      assertThat(rowsOf(spine)).as("the clause lists less now").isZero();
    }
  }

  private static boolean turns(Spine spine) throws IOException {
    try {
      spine.lookForGrounds();
    } catch (GroundRefused stillRefused) {
      assertThat(stillRefused.faults()).isNotEmpty();
    }
    return spine.lookForGrounds();
  }

  @Test
  void first_start_with_files_that_have_faults_is_refused() throws IOException {
    file("clauses.yaml", FILE.replace("by: holder", "by: holder, adopted-on: today"));
    assertThatThrownBy(() -> open("alpha-net"))
        .isInstanceOf(GroundRefused.class)
        .hasMessageContaining("adopted-on");
    file("clauses.yaml", FILE);
    open("alpha-net").close();
  }

  @Test
  void file_may_name_the_circles_members_and_the_fields_of_its_rows() throws Exception {
    file(
        "release.yaml",
        FILE.replace("clause/rows", "release/rows")
            .replace("kind: adopted-clause", "kind: contract-clause")
            .replace("adopted: {by: holder, adoptions: []}", "givers: [gamma-net]")
            .replace("recipients: [responsible]", "recipients: [alpha-net, \"class:committee\"]")
            .replace(
                "purposes: [P1]", "fields: [time, class, source-address]\n    purposes: [P1]"));
    try (Spine spine = open("alpha-net")) {
      read(spine);
      assertThat(rowsOf(spine)).isEqualTo(1);
    }
  }

  @Test
  void every_policy_that_was_in_force_is_found_again_by_its_version() throws Exception {
    List<String> versions = new ArrayList<>();
    try (Spine spine = open("alpha-net");
        Database beside = Database.open(url)) {
      versions.add(spine.balance().policy().grounds().version());
      clock.pass(Duration.ofSeconds(1));
      file("clauses.yaml", FILE);
      spine.lookForGrounds();
      assertThat(spine.lookForGrounds()).isTrue();
      versions.add(spine.balance().policy().grounds().version());
      record(spine, new Deed.Adopted(CLAUSE, GAMMA.party(), Optional.empty()));
      versions.add(spine.balance().policy().grounds().version());
      clock.pass(Duration.ofSeconds(1));
      record(spine, new Deed.Left(CLAUSE, GAMMA.party()));
      versions.add(spine.balance().policy().grounds().version());
      Circle circle = spine.roster().circle();
      PastPolicies past =
          new PastPolicies(
              beside, version -> Optional.of(circle).filter(c -> c.version().equals(version)));
      assertThat(versions).doesNotHaveDuplicates();
      assertThat(versions)
          .allSatisfy(version ->
              assertThat(past.of(version).map(each -> each.grounds().version())).contains(version));
      assertThat(past.today(circle).grounds().version()).isEqualTo(versions.getLast());
      assertThat(past.of("another+version")).isEmpty();
    }
  }

  @Test
  void ground_that_another_process_recorded_counts_after_one_look() throws Exception {
    file("clauses.yaml", FILE);
    try (Spine spine = open("alpha-net");
        Database beside = Database.open(url)) {
      read(spine);
      LoneStand stand = new LoneStand(SmallCircle.circle("alpha-net"));
      StoredGrounds other = new StoredGrounds(beside, clock, Optional.empty(), stand);
      Deed adopted = new Deed.Adopted(CLAUSE, GAMMA.party(), Optional.empty());
      other.record(BY, List.of(adopted), clock.instant(), "letter");
      assertThat(rowsOf(spine)).isZero();
      assertThat(spine.lookForGrounds()).isTrue();
      assertThat(rowsOf(spine)).isEqualTo(1);
    }
  }

  @Test
  void file_that_takes_the_id_of_an_agreement_of_the_circle_is_refused() throws Exception {
    file("clauses.yaml", FILE);
    try (Spine spine = open("alpha-net")) {
      file("more.yaml", FILE.replace("clause/rows", "agreement-1"));
      assertThat(spine.lookForGrounds()).isFalse();
      assertThatThrownBy(spine::lookForGrounds)
          .hasMessageContaining("more.yaml:4: ")
          .hasMessageContaining("there is another \"agreement-1\"");
    }
  }

  @Test
  void deed_about_a_ground_that_is_not_there_is_refused_and_leaves_no_line() throws Exception {
    try (Spine spine = open("alpha-net")) {
      assertThatThrownBy(() -> record(spine, new Deed.Ended("agreement-9")))
          .isInstanceOf(GroundRefused.class);
      Deed.Recorded broken = new Deed.Recorded("x", "policy: x\nbases:\n  - {id: x}\n");
      assertThatThrownBy(() -> record(spine, broken)).isInstanceOf(GroundRefused.class);
      assertThat(spine.grounds().history()).isEmpty();
    }
  }
}
