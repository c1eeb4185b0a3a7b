package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Place;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.standard.StandardFormats;

/** Names for addresses that the members of one case share, in a running hub. */
class CasePseudonymStoryTest {
  private static final String FILE =
      """
      policy: A letter that allows names only
      packs: [core]
      bases:
        - id: letter
          kind: contract-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          ceiling: {place: PSEUDONYM}
          obligations: [OBLIGATION]
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: a letter
      """;
  private static final String ROW =
      """
      {"time.source":"%s","classification.type":"malware-distribution","destination.ip":"203.0.113.%d","source.ip":"10.64.%d.7"}
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();
  private final Instant over = Instant.parse("2026-03-27T06:00:00Z");

  /** One server that machines of alpha and of beta call, another one that alpha's calls. */
  private Spine open(String obligation) throws Exception {
    Path circle = Files.writeString(data.resolve("circle.txt"), "nobody-signed");
    Path folder = Files.createDirectories(data.resolve("policy"));
    Files.writeString(folder.resolve("letter.yaml"), FILE.replace("OBLIGATION", obligation));
    Spine spine =
        Spine.open(
            SpineConfig.of(data, Optional.of(circle), StandardFormats.all())
                .withDatabase(url)
                .withPolicy(folder)
                .withClock(clock),
            SmallCircle.knowledge());
    String at = Instant.ofEpochSecond(DAY + 30_615).toString();
    String rows = ROW.formatted(at, 66, 0) + ROW.formatted(at, 66, 1) + ROW.formatted(at, 67, 0);
    Arrival arrival = new Arrival(GAMMA, "a.json", "", Optional.empty(), Optional.empty());
    byte[] bytes = rows.getBytes(StandardCharsets.UTF_8);
    spine.intake().accept(arrival, new ByteArrayInputStream(bytes));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
    return spine;
  }

  private static Deliveries.Search search(MemberId member) {
    Instant day = Instant.ofEpochSecond(DAY);
    return new Deliveries.Search(
        member,
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        day,
        day.plusSeconds(86_400),
        "malware-distribution",
        "",
        10,
        0);
  }

  /** The names of the servers, in a case. */
  private List<String> servers(Spine spine, MemberId member, String caseId) {
    CaseKeys.Room room = new CaseKeys.Room(caseId, over);
    return names(spine.deliveries().newest(search(member), room, Outlet.API));
  }

  private static List<String> names(List<Disclosure> rows) {
    return rows.stream().map(row -> row.counterpartPlace().toString()).distinct().sorted().toList();
  }

  @Test
  void members_of_one_case_say_the_same_name_for_one_server_and_another_in_another_case()
      throws Exception {
    try (Spine spine = open("pseudonymise(case)")) {
      List<String> alpha = servers(spine, ALPHA, "case-1");
      List<String> beta = servers(spine, BETA, "case-1");
      assertThat(alpha).hasSize(2).allMatch(name -> name.startsWith("pseudonym-"));
      assertThat(beta).hasSize(1);
      assertThat(alpha).containsAll(beta);
      assertThat(servers(spine, ALPHA, "case-2")).doesNotContainAnyElementsOf(alpha);
      assertThat(servers(spine, ALPHA, "case-1")).as("for as long as its key").isEqualTo(alpha);
      List<Disclosure> plain = spine.deliveries().newest(search(ALPHA), Outlet.API);
      assertThat(plain).hasSize(2).allMatch(row -> row.counterpartPlace().equals(Place.NOWHERE));
      assertThat(plain.getFirst().terms().obligations()).asString().contains("pseudonymise(case)");
    }
  }

  @Test
  void a_recipients_own_names_are_the_same_in_every_case_and_nobody_elses() throws Exception {
    try (Spine spine = open("pseudonymise(recipient)")) {
      List<String> own = names(spine.deliveries().newest(search(ALPHA), Outlet.API));
      assertThat(own).hasSize(2);
      assertThat(servers(spine, ALPHA, "case-1")).isEqualTo(own);
      assertThat(servers(spine, BETA, "case-1")).hasSize(1).doesNotContainAnyElementsOf(own);
      try (Database beside = Database.open(url)) {
        assertThat(new CaseKeys(beside, clock).history()).as("no case's key is made").isEmpty();
      }
    }
  }

  @Test
  void a_ground_that_demands_both_gets_no_name() throws Exception {
    try (Spine spine = open("pseudonymise(case), pseudonymise(recipient)")) {
      assertThat(servers(spine, ALPHA, "case-1")).containsExactly("");
      assertThat(names(spine.deliveries().newest(search(ALPHA), Outlet.API))).containsExactly("");
    }
  }

  @Test
  void a_destroyed_key_gives_other_names_and_a_case_that_is_over_none() throws Exception {
    try (Spine spine = open("pseudonymise(case)");
        Database beside = Database.open(url)) {
      List<String> first = servers(spine, ALPHA, "case-1");
      CaseKeys keys = new CaseKeys(beside, clock);
      assertThat(keys.destroy("case-1")).isTrue();
      assertThat(keys.destroy("case-2")).as("it never had one").isFalse();
      List<String> second = servers(spine, ALPHA, "case-1");
      assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
      assertThat(second).containsAll(servers(spine, BETA, "case-1"));
      clock.pass(Duration.ofDays(2));
      assertThat(servers(spine, ALPHA, "case-1")).containsExactly("");
      spine.lookForPseudonyms();
      assertThat(keys.history()).hasSize(2).allMatch(line -> line.destroyedAt().isPresent());
    }
  }
}
