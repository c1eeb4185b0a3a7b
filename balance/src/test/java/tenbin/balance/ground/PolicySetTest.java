package tenbin.balance.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.Ground;
import tenbin.balance.weigh.Situation;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;

class PolicySetTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");

  @Test
  void of_several_facts_that_hold_the_one_recorded_last_counts() {
    PolicySet policy =
        with(
            fact("yes", new Span(MAY, Instant.MAX, MAY)),
            fact("no", new Span(MAY, Instant.MAX, JULY)));
    assertThat(policy.fact("near", "trained", When.asKnownThen(JUNE))).contains("yes");
    assertThat(policy.fact("near", "trained", new When(JUNE, JULY))).contains("no");
    assertThat(policy.fact("near", "trained", When.asKnownThen(MAY.minusNanos(1)))).isEmpty();
    assertThat(policy.fact("far", "trained", When.asKnownThen(JULY))).isEmpty();
    assertThat(policy.fact("near", "cleared", When.asKnownThen(JULY))).isEmpty();
  }

  @Test
  void a_period_of_a_fact_that_does_not_hold_says_nothing_of_when_it_was_recorded() {
    Fact older = fact("older", new Span(MAY, AUGUST, MAY), new Span(AUGUST, Instant.MAX, JULY));
    Fact newer = fact("newer", new Span(MAY, AUGUST, JUNE));
    assertThat(with(older, newer).fact("near", "trained", When.asKnownThen(JULY)))
        .contains("newer");
  }

  private static Fact fact(String value, Span... spans) {
    return new Fact(
        "near", "trained", value, new Term(List.of(spans), Optional.empty(), List.of()), "");
  }

  @Test
  void an_order_of_its_own_is_known_beside_the_standard_ones() {
    PolicySet.Parts plain = Situation.plain().policyParts();
    Order size = Order.parse("size", "SUPPRESS < large < FULL");
    PolicySet policy =
        new PolicySet(
            new PolicySet.Parts(
                plain.version(),
                List.of(size),
                plain.parties(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Tlp.GREEN));
    assertThat(policy.order("size")).contains(size);
    assertThat(policy.order("place")).contains(Order.PLACE);
    assertThat(policy.order("weight")).isEmpty();
    assertThat(policy.unmarked()).isEqualTo(Tlp.GREEN);
  }

  @Test
  void a_stranger_has_no_class_and_no_law_and_counts_as_a_carrier() {
    PolicySet policy = Situation.plain().policy();
    PartyId stranger = new PartyId("stranger");
    assertThat(policy.knows(stranger)).isFalse();
    assertThat(policy.party(stranger))
        .isEqualTo(new Party(stranger, "stranger", Set.of(), true, Set.of()));
    assertThat(policy.knows(new PartyId("near"))).isTrue();
    assertThat(policy.parties()).contains(policy.party(new PartyId("near"))).hasSize(6);
  }

  @Test
  void two_grounds_of_one_id_are_refused() {
    assertThatThrownBy(
            () -> Situation.plain().basis(Ground.of("twice"), Ground.of("twice")).policy())
        .hasMessage("twice in one policy set: twice");
    assertThatThrownBy(() ->
            Situation.plain()
                .forbid("twice", Ground.of("all"))
                .forbid("twice", Ground.of("all"))
                .policy())
        .hasMessage("twice in one policy set: twice");
    assertThatThrownBy(() -> Situation.plain().register("outs").register("outs").policy())
        .hasMessage("twice in one policy set: outs");
  }

  @Test
  void consents_are_those_of_one_subject_and_open_nothing_of_others() {
    Ground own = Ground.consentOf("client", "own", Ground.since(MAY, ConsentState.REFUSED));
    Ground entrusted =
        Ground.consentOf("client", "entrusted", Ground.since(MAY, ConsentState.REFUSED))
            .kind(Kind.ENTRUSTMENT);
    PolicySet policy =
        Situation.plain()
            .register("outs")
            .basis(own, entrusted, Ground.terms("terms", "outs"), Ground.of("clause"))
            .policy();
    PartyId client = new PartyId("client");
    PartyId other = new PartyId("other");
    assertThat(policy.consentsOf(client)).extracting(Basis::id).containsExactly("entrusted", "own");
    assertThat(policy.consentsOf(other)).isEmpty();
    assertThat(policy.basesFor(Optional.of(client)))
        .extracting(Basis::id)
        .containsExactly("clause", "entrusted", "own", "terms");
    for (Optional<PartyId> each : List.of(Optional.of(other), Optional.<PartyId>empty())) {
      assertThat(policy.basesFor(each)).extracting(Basis::id).containsExactly("clause", "terms");
    }
  }

  @Test
  void a_changed_register_takes_the_place_of_the_old_one() {
    PolicySet.Parts before = Situation.plain().register("outs", "client").policyParts();
    PolicySet after = new PolicySet(before.withRegisters(List.of(new Register("outs", Map.of()))));
    PartyId client = new PartyId("client");
    When now = When.asKnownThen(JULY);
    assertThat(new PolicySet(before).register("outs").orElseThrow().lists(client, now)).isTrue();
    assertThat(after.register("outs").orElseThrow().lists(client, now)).isFalse();
    assertThat(after.register("others")).isEmpty();
  }

  @Test
  void no_basis_opens_a_ceiling() {
    for (Gate gate : Gate.values()) {
      boolean computed = gate == Gate.M || gate == Gate.N || gate == Gate.R;
      assertThat(gate.isOpenedByBases()).isEqualTo(!computed);
      if (computed) {
        assertThatThrownBy(() -> Ground.of("bold").opens(Gate.H, gate).made())
            .hasMessage("bold: no basis opens M, N or R");
      }
    }
  }

  @Test
  void an_ended_or_adopted_ground_is_the_same_but_for_that() {
    Basis drafted = Ground.adopted("clause", Grant.Adopted.Adopter.HOLDER).made();
    Term ended = Term.of(MAY, JULY);
    assertThat(drafted.with(ended).term()).isEqualTo(ended);
    assertThat(drafted.with(ended).with(Term.always())).isEqualTo(drafted);
    assertThat(drafted.with(Grant.STANDING).grant()).isEqualTo(Grant.STANDING);
    assertThat(drafted.with(Grant.STANDING).with(drafted.grant())).isEqualTo(drafted);
    Forbid no =
        new Forbid("no", drafted.scope(), Set.of(), List.of(), Term.always(), "ask there", "note");
    assertThat(no.with(ended).term()).isEqualTo(ended);
    assertThat(no.with(ended).with(Term.always())).isEqualTo(no);
  }

  @Test
  void a_ceiling_is_told_by_field_then_by_category_then_by_order() {
    Ceiling ceiling =
        new Ceiling(Map.of("source", "ASN", "C2", "/24", "place", "COUNT", "time", "century"));
    assertThat(Order.PLACE.word(ceiling.of("source", Category.C2, Order.PLACE))).isEqualTo("ASN");
    assertThat(Order.PLACE.word(ceiling.of("target", Category.C2, Order.PLACE))).isEqualTo("/24");
    assertThat(Order.PLACE.word(ceiling.of("target", Category.C4, Order.PLACE))).isEqualTo("COUNT");
    assertThat(Order.PLAIN.word(ceiling.of("target", Category.C4, Order.PLAIN)))
        .as("nothing is said of it")
        .isEqualTo("FULL");
    assertThat(Order.TIME.word(ceiling.of("seen", Category.C4, Order.TIME)))
        .as("a level that its order does not know")
        .isEqualTo("SUPPRESS");
  }

  private static PolicySet with(Fact... facts) {
    PolicySet.Parts plain = Situation.plain().policyParts();
    return new PolicySet(
        new PolicySet.Parts(
            plain.version(),
            plain.orders(),
            plain.parties(),
            List.of(facts),
            plain.touches(),
            plain.bases(),
            plain.forbids(),
            plain.askRules(),
            plain.standings(),
            plain.needs(),
            plain.registers(),
            plain.schemes(),
            plain.unmarked()));
  }
}
