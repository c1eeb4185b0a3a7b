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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Outlet;
import tenbin.balance.Reason;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Pull;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.scales.CaseSpan;
import tenbin.spine.scales.Ladder;
import tenbin.spine.scales.Picture;
import tenbin.spine.scales.Weighbridge;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** The picture over the real rows, and what a clause would tip held against what it then tips. */
class ScalesStoryTest {
  private static final Purpose P1 = Purpose.NOTIFY_AFFECTED_CUSTOMER;
  private static final Instant NOW = Instant.parse("2026-03-25T06:00:00Z");

  private static final String FILE =
      """
      policy: Clauses of a test
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

  private Spine open() throws java.io.IOException {
    return open(FILE);
  }

  private Spine open(String clauses) throws java.io.IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "alpha-net,gamma-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), clauses);
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(SharedDatabase.url())
            .withPolicy(policy)
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC)),
        SmallCircle.knowledge());
  }

  private static void read(Spine spine, MemberId reporter, String name, String text)
      throws Exception {
    Arrival arrival = new Arrival(reporter, name, "", Optional.empty(), Optional.empty());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    spine.intake().accept(arrival, new ByteArrayInputStream(bytes));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private static int pulled(Spine spine, MemberId member) {
    Pull pull = new Pull(member, P1, Outlet.API, Optional.empty(), 100);
    return spine.deliveries().pull(pull).rows().size();
  }

  @Test
  void what_a_clause_would_tip_is_what_goes_once_it_is_adopted() throws Exception {
    try (Spine spine = open()) {
      read(spine, GAMMA, "a.rows", rows("10.64.0.", 3) + rows("10.64.1.", 5) + rows("10.9.9.", 2));
      read(spine, BETA, "b.rows", rows("10.64.0.", 1).replace("conficker", "mirai"));
      Weighbridge.Reading before =
          spine.scales().read(Optional.of(GAMMA), List.of(), ScalesStoryTest::any);
      assertThat(before.rows()).isEqualTo(10);
      assertThat(before.picture().released(P1)).isEqualTo(3);
      assertThat(before.picture().withheld(P1))
          .isEqualTo(Map.of(Reason.CLAUSE_NOT_ADOPTED, 5L, Reason.RESPONSIBLE_UNKNOWN, 2L));
      assertThat(before.offers())
          .singleElement()
          .satisfies(offer -> {
            assertThat(offer.basis().id()).isEqualTo("clause/rows");
            assertThat(offer.tipping().rows()).isEqualTo(5);
            assertThat(offer.tipping().byRecipient()).isEqualTo(Map.of(BETA, 5L));
          });
      assertThat(pulled(spine, BETA)).isZero();
      adopt(spine, "clause/rows");
      assertThat(pulled(spine, BETA)).isEqualTo(5);
      Picture after =
          spine.scales().read(Optional.of(GAMMA), List.of(), ScalesStoryTest::any).picture();
      assertThat(after.releasedTo(P1)).isEqualTo(Map.of(ALPHA, 3L, BETA, 5L));
      assertThat(spine.scales().read(Optional.of(GAMMA), List.of(), ScalesStoryTest::any).offers())
          .isEmpty();
      assertThat(spine.scales().read(Optional.of(BETA), List.of(), ScalesStoryTest::any).offers())
          .as("beta's own row for alpha waits for beta")
          .singleElement()
          .satisfies(
              offer -> assertThat(offer.tipping().byRecipient()).isEqualTo(Map.of(ALPHA, 1L)));
      assertThat(spine.scales().read(Optional.empty(), List.of(), ScalesStoryTest::any).rows())
          .isEqualTo(11);
    }
  }

  @Test
  void what_a_clause_would_tip_is_counted_in_the_cases_in_which_such_rows_lie() throws Exception {
    try (Spine spine = open()) {
      // Three for alpha, which go already; five for beta, which wait.
      read(spine, GAMMA, "a.rows", rows("10.64.0.", 3) + rows("10.64.1.", 5));
      List<CaseSpan> cases =
          List.of(
              span("conficker", 0, 9),
              span("", 5, 6),
              // The rows of these hours are alpha's alone, of another family, or none at all.
              span("mirai", 0, 9),
              span("conficker", 9, 99),
              span("conficker", -9, 1));
      assertThat(spine.scales().read(Optional.of(GAMMA), cases, ScalesStoryTest::any).offers())
          .singleElement()
          .satisfies(offer -> assertThat(offer.tipping().cases()).isEqualTo(2));
      assertThat(spine.scales().read(Optional.of(BETA), cases, ScalesStoryTest::any).offers())
          .singleElement()
          .satisfies(offer -> assertThat(offer.tipping().cases()).isZero());
    }
  }

  private static final String JOINT =
      """
        - id: clause/subject-side
          kind: adopted-clause
          opens: [S, P]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 2
        - id: clause/holder-side
          kind: adopted-clause
          opens: [K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 3
      """;

  @Test
  void each_rung_of_the_ladder_is_what_goes_once_its_clauses_are_adopted_or_given_up()
      throws Exception {
    try (Spine spine = open(FILE + JOINT)) {
      read(spine, GAMMA, "a.rows", rows("10.64.0.", 3) + rows("10.64.1.", 5));
      Ladder before = ladder(spine, ScalesStoryTest::any);
      assertThat(before.now()).isZero();
      assertThat(before.rungs())
          .extracting(Ladder.Rung::clause)
          .containsExactly("", "clause/rows", "clause/holder-side", "clause/subject-side");
      assertThat(released(before)).containsExactly(3L, 8L, 8L, 8L);
      Ladder halves = ladder(spine, id -> id.endsWith("-side"));
      assertThat(released(halves))
          .as("neither half opens anything, both together do; what is not told is not weighed")
          .containsExactly(3L, 3L, 8L);
      adopt(spine, "clause/rows");
      Ladder after = ladder(spine, "clause/rows"::equals);
      assertThat(after.now()).isOne();
      assertThat(after.rungs()).extracting(Ladder.Rung::clause).containsExactly("clause/rows", "");
      assertThat(released(after)).containsExactly(3L, 8L);
      adopt(spine, "clause/holder-side");
      adopt(spine, "clause/subject-side");
      Ladder all = ladder(spine, ScalesStoryTest::any);
      assertThat(all.now()).isEqualTo(3);
      assertThat(released(all))
          .as("each of them alone could be given up: the others carry the rows")
          .containsExactly(3L, 3L, 8L, 8L);
      assertThat(pulled(spine, BETA)).as("looking changed nothing").isEqualTo(5);
      assertThat(
              spine
                  .scales()
                  .read(Optional.empty(), List.of(), ScalesStoryTest::any)
                  .ladder()
                  .rungs())
          .as("the circle gives no approvals")
          .hasSize(1);
    }
  }

  /** For a reader who may be told of every clause. */
  private static boolean any(String clause) {
    return !clause.isEmpty();
  }

  private static Ladder ladder(Spine spine, Predicate<String> told) {
    return spine.scales().read(Optional.of(GAMMA), List.of(), told).ladder();
  }

  private static List<Long> released(Ladder ladder) {
    return ladder.rungs().stream().map(rung -> rung.picture().released(P1)).toList();
  }

  private static void adopt(Spine spine, String clause) {
    Deed adopted = new Deed.Adopted(clause, GAMMA.party(), Optional.empty());
    spine.grounds().record(new Entry.By(GAMMA, "Ito"), List.of(adopted), NOW, "a click");
  }

  private static CaseSpan span(String family, long from, long to) {
    Instant day = Instant.ofEpochSecond(DAY);
    return new CaseSpan(
        "infected-system",
        family,
        day.plus(Duration.ofHours(from)),
        day.plus(Duration.ofHours(to)));
  }

  @Test
  void a_row_counts_for_its_holder_whoever_brought_it_before() throws Exception {
    try (Spine spine = open()) {
      read(spine, BETA, "before.rows", rows("10.64.0.", 2));
      read(spine, GAMMA, "a.rows", rows("10.64.0.", 3));
      assertThat(spine.scales().read(Optional.of(GAMMA), List.of(), ScalesStoryTest::any).rows())
          .isEqualTo(3);
      assertThat(
              spine
                  .scales()
                  .read(Optional.of(GAMMA), List.of(), ScalesStoryTest::any)
                  .picture()
                  .released(P1))
          .isEqualTo(3);
      assertThat(spine.scales().read(Optional.empty(), List.of(), ScalesStoryTest::any).rows())
          .as("of the circle each row once")
          .isEqualTo(3);
    }
  }

  private static String rows(String block, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= most; i++) {
      text.append(DAY + i * 3_600L).append(' ').append(block).append(i).append(" 1 conficker\n");
    }
    return text.toString();
  }
}
