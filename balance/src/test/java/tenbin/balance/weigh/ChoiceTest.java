package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation.Duty;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/** Which of all that is allowed is taken (DISCLOSURE section 5, step 4). */
class ChoiceTest {
  private static final Need SOURCE_IN_PART = need(entry("ASN", "source"));

  private static Need need(Need.Entry... required) {
    return new Need(
        List.of(required),
        List.of(entry("", "source"), entry("", "target"), entry("", "time")),
        Period.ZERO);
  }

  private static Need.Entry entry(String level, String... fields) {
    return new Need.Entry(Set.of(fields), level);
  }

  private static Situation row(Ground... grounds) {
    return Situation.plain()
        .row("source", Category.C2, Order.PLACE)
        .row("target", Category.C2, Order.PLACE)
        .row("time", Category.C2)
        .basis(grounds);
  }

  @Test
  void what_the_purpose_requires_stands_before_how_much_is_told() {
    Ground much = Ground.of("much").fields("target", "time");
    Ground required = Ground.of("required").fields("source").ceiling("place", "ASN");
    assertThat(row(much, required).weigh().bases()).containsExactly("much");
    Situation needed = row(much, required).need(SOURCE_IN_PART);
    assertThat(needed.weigh().bases()).containsExactly("required");
    assertThat(needed.told()).containsOnlyKeys("source").containsEntry("source", "ASN");
  }

  @Test
  void two_required_things_stand_before_one() {
    Need both = need(entry("", "source"), entry("", "time"));
    Ground one = Ground.of("a-one").fields("source", "target");
    Ground other = Ground.of("b-both").fields("source", "time").obliges(Duty.ENCRYPT);
    assertThat(row(one, other).need(both).weigh().bases()).containsExactly("b-both");
  }

  @Test
  void what_is_told_less_exactly_than_required_does_not_meet_it() {
    Ground coarse = Ground.of("coarse").ceiling("place", "COUNT");
    assertThat(row(coarse).need(SOURCE_IN_PART).weigh().effect()).isEqualTo(Effect.DENY);
    Ground named = Ground.of("named").ceiling("place", "PSEUDONYM");
    assertThat(row(named).need(SOURCE_IN_PART).weigh().effect())
        .as("a pseudonym is no system")
        .isEqualTo(Effect.DENY);
    Ground block = Ground.of("block").ceiling("place", "/24");
    assertThat(row(block).need(SOURCE_IN_PART).weigh().effect()).isEqualTo(Effect.PERMIT);
  }

  @Test
  void more_fields_stand_before_more_exact_ones() {
    Ground exact = Ground.of("a-exact").fields("source");
    Ground many = Ground.of("b-many").ceiling("place", "COUNT").fields("source", "target");
    assertThat(row(exact, many).told()).containsOnlyKeys("source", "target");
  }

  @Test
  void of_as_many_fields_the_more_exact_ones_are_taken() {
    Ground coarse = Ground.of("a-coarse").ceiling("place", "ASN").fields("source", "time");
    Ground exact = Ground.of("b-exact").ceiling("place", "/24").fields("source", "target");
    assertThat(row(coarse, exact).weigh().bases()).containsExactly("b-exact");
  }

  @Test
  void of_equal_ones_the_one_with_the_fewest_obligations_is_taken_and_then_the_lowest_id() {
    Ground heavy = Ground.of("a").obliges(Duty.ENCRYPT, Duty.ACKNOWLEDGE_BY);
    Ground light = Ground.of("b").obliges(Duty.REDACT);
    Ground alike = Ground.of("c").obliges(Duty.AGGREGATE);
    assertThat(row(alike, light, heavy).weigh().bases()).containsExactly("b");
    assertThat(row(alike, heavy).weigh().bases()).containsExactly("c");
    assertThat(row(Ground.of("e"), Ground.of("d")).weigh().bases()).containsExactly("d");
  }

  @Test
  void of_two_ways_that_a_later_gate_makes_equal_the_one_with_the_lower_ids_is_taken() {
    Situation accounts =
        Situation.plain()
            .row("source", Category.C4)
            .row("target", Category.C4)
            .row("time", Category.C4)
            .basis(
                Ground.of("b2").opens(Gate.P).fields("source", "target"),
                Ground.of("b3").opens(Gate.P).fields("source", "time"),
                Ground.of("b1").opens(Gate.K).fields("source", "time"),
                Ground.of("b9").opens(Gate.K).fields("source", "target"),
                Ground.of("b5").opens(Gate.H).fields("source"));
    assertThat(accounts.weigh().bases()).containsExactly("b1", "b3", "b5");
  }

  @Test
  void a_ground_that_opens_nothing_of_a_row_obliges_to_nothing_and_is_not_named() {
    Situation row =
        Situation.plain()
            .row("source", Category.C2)
            .row("account", Category.C4)
            .basis(
                Ground.of("place").opens(Gate.P, Gate.H).fields("source"),
                Ground.of("contract").opens(Gate.K).fields("account").obliges(Duty.ENCRYPT));
    assertThat(row.told()).containsOnlyKeys("source");
    assertThat(row.weigh().bases()).containsExactly("place");
    assertThat(row.weigh().obligations()).noneMatch(each -> each.duty() == Duty.ENCRYPT);
  }

  @Test
  void ids_are_compared_one_by_one_and_fewer_stand_before_more() {
    long seed = 20261122;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      NavigableSet<String> one = ids(random);
      NavigableSet<String> other = ids(random);
      int expected = Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
      assertThat(Integer.signum(Choice.IDS.compare(offer(one), offer(other))))
          .as("seed %d: %s and %s", seed, one, other)
          .isEqualTo(Integer.signum(expected));
    }
  }

  private static NavigableSet<String> ids(Random random) {
    TreeSet<String> ids = new TreeSet<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      ids.add("b" + random.nextInt(4));
    }
    return ids;
  }

  private static Offer offer(NavigableSet<String> ids) {
    return new Offer(new int[0], ids, new TreeSet<>(), false);
  }
}
