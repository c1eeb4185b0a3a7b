package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Touch;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;

/** The table of DISCLOSURE section 2: which category touches which gates. */
class GatesTest {
  @Test
  void of_what_nobody_carried_each_category_touches_the_gates_of_the_table() {
    Situation plain = Situation.plain();
    for (Category each : Category.values()) {
      String expected =
          switch (each) {
            case C0, C1, C8, C9, CR, CD -> "H";
            case C2 -> "H P/JP";
            case C3, C4 -> "H K P/JP";
            case C5, C6, C7 -> "H K";
            case UNKNOWN -> "H K P/JP S/JP";
          };
      assertThat(touched(plain, each)).as("%s", each).isEqualTo(expected);
    }
  }

  @Test
  void secrecy_is_touched_by_what_the_holder_or_its_source_carried_for_others() {
    Situation byHolder = Situation.plain().party("holder", true, "JP");
    Situation bySource = Situation.plain().party("vendor", true, "JP").source("vendor");
    for (Situation carried : List.of(byHolder, bySource)) {
      for (Category each : List.of(Category.C2, Category.C3, Category.C4)) {
        assertThat(touched(carried, each)).contains("S/JP");
      }
      for (Category each : List.of(Category.C1, Category.C5, Category.C8, Category.C0)) {
        assertThat(touched(carried, each)).doesNotContain("S");
      }
    }
    assertThat(touched(Situation.plain().source("vendor"), Category.C2)).doesNotContain("S");
  }

  @Test
  void how_it_was_learnt_says_more_than_what_the_holder_is() {
    Situation party = Situation.plain().party("holder", true, "JP").trait("learnt", "party");
    assertThat(touched(party, Category.C2)).isEqualTo("H P/JP");
    Situation carrying = Situation.plain().trait("learnt", "carrying");
    assertThat(touched(carrying, Category.C2)).isEqualTo("H P/JP S/JP");
    Situation ofTheGroup =
        Situation.plain().trait("learnt", "carrying").groupTrait("learnt", "party");
    assertThat(touched(ofTheGroup, Category.C2)).isEqualTo("H P/JP");
  }

  @Test
  void technical_facts_under_a_contract_touch_the_contract() {
    assertThat(touched(Situation.plain().trait("nda", "yes"), Category.C1)).isEqualTo("H K");
    assertThat(touched(Situation.plain().trait("nda", "no"), Category.C1)).isEqualTo("H");
  }

  @Test
  void under_several_laws_secrecy_and_persons_are_touched_under_each_contracts_once() {
    Situation abroad = Situation.plain().party("near", false, "EU");
    assertThat(touched(abroad, Category.C4)).isEqualTo("H K P/EU P/JP");
    Situation about = Situation.plain().party("client", false, "US").about("client");
    assertThat(touched(about, Category.C4)).isEqualTo("H K P/JP P/US");
    Situation lawless = Situation.plain();
    List.of("holder", "near").forEach(each -> lawless.party(each, true, ""));
    assertThat(touched(lawless, Category.C4)).isEqualTo("H K P S");
  }

  @Test
  void a_law_adds_gates_where_it_binds_somebody_and_its_conditions_can_be_met() {
    Touch addresses = touch("EU", Gate.P);
    Situation abroad = Situation.plain().party("near", false, "EU");
    assertThat(touched(Situation.plain().touch(addresses), Category.C1)).isEqualTo("H");
    assertThat(touched(abroad.touch(addresses), Category.C1)).isEqualTo("H P/EU");
    assertThat(touched(abroad, Category.C0)).isEqualTo("H");
    Situation anywhere = Situation.plain().touch(touch("", Gate.P));
    assertThat(touched(anywhere, Category.C1)).isEqualTo("H P");
  }

  @Test
  void a_law_that_adds_a_contract_adds_it_for_every_law_at_once() {
    for (Gate gate : List.of(Gate.S, Gate.P, Gate.K, Gate.H)) {
      Situation abroad = Situation.plain().party("near", false, "EU").touch(touch("EU", gate));
      boolean byLaw = gate == Gate.S || gate == Gate.P;
      Set<String> expected = new TreeSet<>(List.of("H", byLaw ? gate + "/EU" : gate.name()));
      assertThat(touched(abroad, Category.C1)).isEqualTo(String.join(" ", expected));
    }
  }

  private static Touch touch(String law, Gate gate, Condition... conditions) {
    return new Touch(law, gate, Set.of(Category.C1), List.of(conditions));
  }

  @Test
  void a_law_whose_condition_nobody_can_tell_adds_its_gate_and_one_unmet_does_not() {
    Condition scale = new Condition(Condition.Who.CIRCLE, "scale", Set.of("large"));
    Situation unknown = Situation.plain().touch(touch("JP", Gate.P, scale));
    assertThat(touched(unknown, Category.C1)).isEqualTo("H P/JP");
    assertThat(touched(unknown.fact("circle", "scale", "small"), Category.C1)).isEqualTo("H");
    Situation met =
        Situation.plain().touch(touch("JP", Gate.P, scale)).fact("circle", "scale", "large");
    assertThat(touched(met, Category.C1)).isEqualTo("H P/JP");
  }

  @Test
  void who_learns_what_it_knows_itself_touches_no_gate() {
    Situation own = Situation.plain().to("holder");
    assertThat(touched(own, Category.C4)).isEmpty();
    Situation blocks = Situation.plain().to("holder").purpose(Purpose.BLOCK_AND_WARN);
    assertThat(touched(blocks, Category.C4)).as("its customers' traffic").isEqualTo("K P/JP");
    Situation probes = Situation.plain().to("holder").act(Act.PROBE);
    assertThat(touched(probes, Category.C4)).isEqualTo("K P/JP");
  }

  private static String touched(Situation situation, Category category) {
    Part part = Part.of("field", category, Situation.GROUP, Order.PLAIN);
    return new Gates(situation.scene())
        .touchedBy(part).stream().map(GateKey::toString).sorted().collect(Collectors.joining(" "));
  }
}
