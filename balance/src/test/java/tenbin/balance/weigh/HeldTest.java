package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Gate;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/**
 * No laundering, neither across bases nor over time through what the recipient holds (DISCLOSURE
 * sections 5 and 10).
 */
class HeldTest {
  private static final Part SOURCE = Part.of("source", Category.C2, Situation.GROUP, Order.PLACE);
  private static final Ground PLACES = Ground.of("places").fields("source");
  private static final Ground TIMES = Ground.of("times").fields("time");

  private static Situation time(Ground... grounds) {
    return Situation.plain().row("time", Category.C2).basis(grounds);
  }

  @Test
  void what_two_bases_allow_one_by_one_is_never_added_up() {
    Situation both = time(PLACES, TIMES).part(SOURCE);
    assertThat(both.told()).hasSize(1);
    Part missing =
        both.told().containsKey("time") ? SOURCE : both.question().matter().parts().getFirst();
    assertThat(both.codes(missing.name())).containsExactly(Code.NOT_JOINTLY);
  }

  @Test
  void levels_of_two_gates_that_have_nothing_in_common_open_nothing() {
    Order sides = Order.parse("sides", "NONE < left, right < FULL");
    Situation both =
        Situation.plain()
            .row("side", Category.C4, sides)
            .basis(
                Ground.of("persons").opens(Gate.P, Gate.H).ceiling("sides", "left"),
                Ground.of("contract").opens(Gate.K).ceiling("sides", "right"));
    assertThat(both.codes("side")).containsExactly(Code.NOT_JOINTLY);
  }

  @Test
  void a_ground_for_one_gate_cuts_no_field_that_does_not_touch_it() {
    Situation both =
        Situation.plain()
            .row("source", Category.C2, Order.PLACE)
            .row("account", Category.C4)
            .basis(
                Ground.of("persons").opens(Gate.P, Gate.H).ceiling("place", "/24"),
                Ground.of("contract").opens(Gate.K).fields("account"));
    assertThat(both.told()).isEqualTo(Map.of("source", "/24", "account", "FULL"));
    assertThat(both.weigh().bases()).containsExactly("contract", "persons");
  }

  @Test
  void what_the_recipient_holds_of_the_group_belongs_to_it() {
    assertThat(time(PLACES, TIMES).goes("time")).isTrue();
    Situation holds = time(PLACES, TIMES).held(SOURCE, "FULL");
    assertThat(holds.goes("time")).isFalse();
    assertThat(holds.codes("time")).containsExactly(Code.HELD_WOULD_JOIN);
  }

  @Test
  void one_basis_that_lists_all_of_it_opens_the_rest() {
    Ground all = Ground.of("all").fields("source", "time");
    assertThat(time(PLACES, TIMES, all).held(SOURCE, "FULL").weigh().bases())
        .containsExactly("all");
  }

  @Test
  void what_is_held_more_exactly_than_the_basis_allows_shuts_it() {
    Ground coarse = Ground.of("coarse").ceiling("place", "/24");
    assertThat(time(coarse).held(SOURCE, "/24").goes("time")).isTrue();
    assertThat(time(coarse).held(SOURCE, "ASN").goes("time")).isTrue();
    assertThat(time(coarse).held(SOURCE, "FULL").goes("time")).isFalse();
    assertThat(time(coarse).held(SOURCE, "PSEUDONYM").goes("time")).isFalse();
  }

  @Test
  void what_is_held_of_another_communication_joins_nothing() {
    Part other = Part.of("source", Category.C2, "h", Order.PLACE);
    assertThat(time(TIMES).held(other, "FULL").goes("time")).isTrue();
  }

  @Test
  void what_belongs_to_no_communication_joins_nothing() {
    Part technical = Part.of("hash", Category.C1, Situation.GROUP, Order.PLAIN);
    assertThat(time(TIMES).held(technical, "FULL").goes("time")).isTrue();
    Situation hash = Situation.plain().part(technical).basis(Ground.of("hashes").fields("hash"));
    assertThat(hash.held(SOURCE, "FULL").goes("hash")).isTrue();
    Part alone = Part.of("source", Category.C2, "", Order.PLACE);
    Situation standing = Situation.plain().alone("time", Category.C2).basis(TIMES);
    assertThat(standing.held(alone, "FULL").goes("time")).isTrue();
  }

  @Test
  void all_that_lies_at_or_below_one_choice_is_allowed_and_no_mixture_of_two() {
    Situation both = time(PLACES, TIMES).part(SOURCE);
    Weigher weigher = new Weigher(both.policy());
    assertThat(weigher.policy().bases()).extracting(Basis::id).containsExactly("places", "times");
    Weigher.Allowed allowed = weigher.allowed(both.question()).getFirst();
    int time = Order.PLAIN.greatest();
    int place = Order.PLACE.greatest();
    int block = Order.PLACE.level("/24").orElseThrow();
    assertThat(allowed.contains(new int[] {0, 0})).isTrue();
    assertThat(allowed.contains(new int[] {time, 0})).isTrue();
    assertThat(allowed.contains(new int[] {0, place})).isTrue();
    assertThat(allowed.contains(new int[] {0, block})).isTrue();
    assertThat(allowed.contains(new int[] {time, block})).isFalse();
    assertThat(allowed.contains(new int[] {time, place})).isFalse();
  }

  @Test
  void a_choice_that_another_one_makes_needless_is_not_kept() {
    Situation many =
        time(
                Ground.of("a").ceiling("place", "COUNT"),
                Ground.of("b").ceiling("place", "/24"),
                Ground.of("c"),
                Ground.of("d"),
                Ground.of("e").ceiling("place", "ASN"))
            .part(SOURCE);
    assertThat(new Weigher(many.policy()).allowed(many.question()).getFirst().levels())
        .containsExactly(new int[] {Order.PLAIN.greatest(), Order.PLACE.greatest()});
    assertThat(many.weigh().bases()).containsExactly("c");
  }
}
