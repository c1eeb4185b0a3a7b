package tenbin.balance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.World;
import tenbin.nouns.consent.PartyId;

class RowPlanTest {
  private static final int ROWS_OF_A_PLAN = 20;

  /** Fewer for mutation testing, which asks the same rows for each mutant. */
  private static final int PLANS_IN_THE_BUILD =
      Math.max(10, Integer.getInteger("tenbin.worlds", 20_000) / ROWS_OF_A_PLAN);

  private static final int PLANS_NIGHTLY = 50_000;

  @Test
  void a_plan_says_what_the_interpreter_says_on_twenty_thousand_random_rows() {
    assertThat(agreeing(20261121, PLANS_IN_THE_BUILD)).isGreaterThan(PLANS_IN_THE_BUILD / 2);
  }

  @Test
  @Tag("nightly")
  void a_plan_says_what_the_interpreter_says_on_a_million_random_rows() {
    assertThat(agreeing(System.currentTimeMillis(), PLANS_NIGHTLY)).isGreaterThan(PLANS_NIGHTLY);
  }

  /** How many of the rows were permitted something. */
  private static int agreeing(long seed, int plans) {
    System.out.println("random plans from seed " + seed);
    int permitted = 0;
    for (int i = 0; i < plans; i++) {
      World world = new World(seed + i);
      PolicySet policy = world.policy();
      Question question = world.question();
      RowPlan plan = new RowPlan(policy, question);
      Numbers numbers = new Numbers(world.partiesOfRows());
      RowPlan numbered = new RowPlan(new Roll(policy, numbers), question);
      Weigher weigher = new Weigher(policy);
      for (int row = 0; row < ROWS_OF_A_PLAN; row++) {
        Question asked = world.row(question);
        Row named = rowOf(plan, asked.matter(), plan::subject, plan::responsible);
        Row byNumber =
            rowOf(
                numbered,
                asked.matter(),
                party -> numbered.subject(numbers.of(party)),
                party -> numbered.responsible(numbers.of(party)));
        String where = "seed " + (seed + i);
        Weighing said = weigher.weigh(asked);
        permitted += agrees(plan.of(named), said, where) ? 1 : 0;
        agrees(numbered.of(byNumber), said, where);
      }
    }
    return permitted;
  }

  private static boolean agrees(Answer answer, Weighing said, String where) {
    assertThat(answer.effect()).as(where).isEqualTo(said.effect());
    assertThat(answer.bases()).as(where).isEqualTo(said.bases());
    assertThat(answer.obligations()).as(where).isEqualTo(said.obligations());
    assertThat(answer.asks())
        .as(where)
        .isEqualTo(
            said.asks().stream()
                .map(each -> each.rule())
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new)));
    boolean any = false;
    for (int part = 0; part < said.weights().size(); part++) {
      assertThat(answer.level(part)).as(where).isEqualTo(said.weights().get(part).level());
      assertThat(answer.effect(part)).as(where).isEqualTo(said.weights().get(part).effect());
      any |= answer.level(part) != said.weights().get(part).part().order().least();
    }
    return any;
  }

  private static Row rowOf(
      RowPlan plan,
      Matter matter,
      ToIntFunction<PartyId> subject,
      ToIntFunction<PartyId> responsible) {
    List<Linkage> open = new ArrayList<>();
    for (Linkage each : matter.linkages()) {
      open.add(
          new Linkage(each.id(), Optional.empty(), Optional.empty(), each.route(), each.traits()));
    }
    Row row = new Row(open.size());
    row.shape(
        plan.shape(
            new Matter(
                matter.type(),
                matter.holder(),
                matter.source(),
                matter.marking(),
                matter.traits(),
                matter.parts(),
                open)));
    for (int i = 0; i < matter.linkages().size(); i++) {
      Linkage each = matter.linkages().get(i);
      row.group(
          i,
          each.subject().map(subject::applyAsInt).orElse(RowPlan.NOBODY),
          each.responsible().map(responsible::applyAsInt).orElse(RowPlan.NOBODY));
    }
    return row;
  }
}
