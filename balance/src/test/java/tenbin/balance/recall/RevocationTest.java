package tenbin.balance.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Term;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Ground;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Situation;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.nouns.consent.Category;

/** What went out before a ground ended (DISCLOSURE section 8, case 34). */
class RevocationTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant DAY_9 = Instant.parse("2026-05-09T00:00:00Z");
  private static final Instant DAY_10 = Instant.parse("2026-05-10T00:00:00Z");
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final Ground LETTER = Ground.of("letter").term(Term.of(MAY, Instant.MAX));

  @Test
  void what_rested_only_on_it_is_to_be_deleted_and_acknowledged_in_time() {
    Delivered went = delivered("one", row(LETTER).when(DAY_9, DAY_9));
    assertThat(went.bases()).containsExactly("letter");
    assertThat(consequences(row(LETTER), went))
        .containsExactly(new Consequence.Recall(went, DAY_10.plus(A_WEEK)));
  }

  @Test
  void what_rests_on_another_live_basis_is_annotated_with_it() {
    Ground other = Ground.of("statute");
    Delivered went = delivered("one", row(LETTER, other).when(DAY_9, DAY_9));
    assertThat(consequences(row(LETTER, other), went))
        .containsExactly(new Consequence.Annotate(went, new TreeSet<>(Set.of("statute"))));
  }

  @Test
  void another_basis_that_allows_less_than_what_went_does_not_keep_it() {
    Delivered went = delivered("one", row(LETTER).when(DAY_9, DAY_9));
    Ground coarse = Ground.of("statute").ceiling("place", "/24");
    Ground without = Ground.of("statute").fields("source");
    assertThat(consequences(row(LETTER, coarse), went))
        .hasOnlyElementsOfType(Consequence.Recall.class)
        .hasSize(1);
    assertThat(consequences(row(LETTER, without), went))
        .hasOnlyElementsOfType(Consequence.Recall.class)
        .hasSize(1);
  }

  @Test
  void another_basis_that_allows_all_of_what_went_keeps_it_even_if_it_allows_less_than_all() {
    Ground coarse = Ground.of("letter").ceiling("place", "ASN").term(Term.of(MAY, Instant.MAX));
    Ground block = Ground.of("statute").ceiling("place", "/24");
    Delivered went = delivered("one", row(coarse).when(DAY_9, DAY_9));
    assertThat(consequences(row(coarse, block), went))
        .containsExactly(new Consequence.Annotate(went, new TreeSet<>(Set.of("statute"))));
  }

  @Test
  void a_safe_number_stays() {
    Delivered row = delivered("one", row(LETTER).when(DAY_9, DAY_9));
    Delivered number =
        new Delivered("two", row.question(), row.fields(), row.bases(), Delivered.Shape.AGGREGATE);
    assertThat(consequences(row(LETTER), number)).containsExactly(new Consequence.Stays(number));
  }

  @Test
  void what_rested_on_something_else_is_left_alone() {
    Delivered went = delivered("one", row(Ground.of("statute")).when(DAY_9, DAY_9));
    assertThat(consequences(row(LETTER), went)).isEmpty();
  }

  @Test
  void who_does_not_acknowledge_in_time_is_told_on() {
    Delivered silent = delivered("silent", row(LETTER).when(DAY_9, DAY_9));
    Delivered quick = delivered("quick", row(LETTER).when(DAY_9, DAY_9));
    Delivered number =
        new Delivered(
            "number", silent.question(), List.of(), silent.bases(), Delivered.Shape.AGGREGATE);
    List<Consequence> all = consequences(row(LETTER), silent, quick, number);
    Instant due = DAY_10.plus(A_WEEK);
    assertThat(Revocation.overdue(all, Map.of("quick", DAY_10), due)).isEmpty();
    assertThat(Revocation.overdue(all, Map.of("quick", DAY_10), due.plusNanos(1)))
        .containsExactly(new Consequence.Escalate(silent, due));
  }

  private static List<Consequence> consequences(Situation before, Delivered... went) {
    PolicySet.Parts parts = before.policyParts();
    PolicySet after =
        new PolicySet(
            parts.withBases(
                parts.bases().stream()
                    .map(each ->
                        each.id().equals("letter")
                            ? each.with(each.term().endedBy(new Term.End(DAY_10, DAY_10)))
                            : each)
                    .toList()));
    return new Revocation(after, "letter", A_WEEK).of(List.of(went), DAY_10);
  }

  private static Situation row(Ground... grounds) {
    return Situation.plain()
        .basis(grounds)
        .row("source", Category.C2, Order.PLACE)
        .row("target", Category.C2, Order.PLACE);
  }

  private static Delivered delivered(String id, Situation then) {
    Weighing answer = new Weigher(then.policy()).weigh(then.question());
    assertThat(answer.effect()).isEqualTo(Effect.PERMIT);
    List<Question.Held> went = new ArrayList<>();
    answer.weights().forEach(each -> went.add(new Question.Held(each.part(), each.level())));
    return new Delivered(id, then.question(), went, answer.bases(), Delivered.Shape.ROW);
  }
}
