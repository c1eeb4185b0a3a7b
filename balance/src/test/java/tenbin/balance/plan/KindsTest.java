package tenbin.balance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Term;
import tenbin.balance.weigh.Ground;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Situation;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;

/**
 * Plans over many parties with everything that a policy can tell them apart by: a field of its own
 * shows each of these things.
 */
class KindsTest {
  private static final int PARTIES = 60;
  private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random = new Random(20261122);

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 7, 11})
  void every_row_has_the_interpreter_s_answer_whatever_tells_its_parties_apart(int registers) {
    Situation situation = everything(registers);
    PolicySet policy = withRegisters(situation, registers);
    Numbers numbers = new Numbers(parties());
    RowPlan named = new RowPlan(policy, situation.question());
    RowPlan numbered = new RowPlan(new Roll(policy, numbers), situation.question());
    Weigher weigher = new Weigher(policy);
    Matter open = open(situation.question().matter());
    int shape = named.shape(open);
    assertThat(numbered.shape(open)).isEqualTo(shape);
    Set<List<Object>> answers = new java.util.HashSet<>();
    for (int round = 0; round < 2; round++) {
      for (PartyId subject : parties()) {
        for (PartyId responsible : List.of(subject, new PartyId("near"), new PartyId("p7"))) {
          Weighing said = weigher.weigh(about(situation.question(), subject, responsible));
          Row byName = row(shape, named.subject(subject), named.responsible(responsible));
          Row byNumber =
              row(
                  shape,
                  numbered.subject(numbers.of(subject)),
                  numbered.responsible(numbers.of(responsible)));
          assertSame(named.of(byName), said, subject);
          assertSame(numbered.of(byNumber), said, subject);
          answers.add(List.of(said.effect(), levels(said)));
        }
      }
    }
    assertThat(answers).as("different answers").hasSizeGreaterThan(8);
    assertThat(named.known()).isEqualTo(numbered.known()).isGreaterThan(32);
  }

  @Test
  void what_a_policy_cannot_tell_apart_is_decided_once() {
    Situation situation =
        Situation.plain().row("source", Category.C2).basis(Ground.terms("terms", "outs"));
    PolicySet policy = situation.register("outs", "p0", "p1", "p2").policy();
    RowPlan plan = new RowPlan(policy, situation.question());
    int shape = plan.shape(open(situation.question().matter()));
    int near = plan.responsible(new PartyId("near"));
    for (int i = 0; i < 100; i++) {
      PartyId party = new PartyId("p" + i);
      plan.of(row(shape, plan.subject(party), near));
    }
    assertThat(plan.known()).as("who opted out, and all others").isEqualTo(2);
    plan.of(row(shape, RowPlan.NOBODY, near));
    assertThat(plan.known()).isEqualTo(3);
    assertThat(plan.shape(open(situation.question().matter()))).isEqualTo(shape);
    Matter other = situation.row("time", Category.C2).question().matter();
    assertThat(plan.shape(open(other))).isNotEqualTo(shape);
  }

  @Test
  void a_party_has_one_number_and_who_has_none_is_told_by_its_name() {
    Numbers numbers = new Numbers(List.of(new PartyId("p0"), new PartyId("p1")));
    assertThat(numbers.of(new PartyId("p1"))).isEqualTo(1);
    assertThat(numbers.of(new PartyId("p2"))).isNegative();
    assertThat(numbers.size()).isEqualTo(2);
    assertThat(numbers.party(0)).isEqualTo(new PartyId("p0"));
    assertThatThrownBy(() -> new Numbers(List.of(new PartyId("p0"), new PartyId("p0"))))
        .hasMessage("p0 has two numbers");
  }

  @Test
  void rows_are_the_same_when_all_their_kinds_are() {
    Row one = new Row(2);
    one.shape(3);
    one.group(0, 4, 5);
    one.group(1, 6, 7);
    assertThat(one.cells()).containsExactly(3, 4, 5, 6, 7);
    assertThat(one).hasToString("[3, 4, 5, 6, 7]");
    assertThat(List.of(one.shape(), one.subject(0), one.responsible(0))).containsExactly(3, 4, 5);
    assertThat(List.of(one.subject(1), one.responsible(1))).containsExactly(6, 7);
    Row same = new Row(2);
    same.shape(3);
    same.group(1, 6, 7);
    same.group(0, 4, 5);
    assertThat(same.hash()).isEqualTo(one.hash());
  }

  private static List<PartyId> parties() {
    List<PartyId> all = new ArrayList<>();
    for (int i = 0; i < PARTIES; i++) {
      all.add(new PartyId("p" + i));
    }
    for (String each : List.of("holder", "near", "far", "vendor", "client", "client-b")) {
      all.add(new PartyId(each));
    }
    return all;
  }

  /** A field for each thing that can tell parties apart, that goes to those only. */
  private static Situation everything(int registers) {
    Situation situation =
        Situation.plain()
            .party("p1", true, "JP")
            .party("p2", true, "JP", "vip")
            .party("p3", true, "JP", "vip")
            .party("p4", false, "EU")
            .party("p5", true, "EU")
            .party("p6", false, "")
            .fact("p7", "trained", "yes")
            .fact("p8", "trained", "no")
            .fact("circle", "trained", "no");
    field(situation, "named", Ground.of("named").subjects(Parties.named(new PartyId("p9"))));
    field(situation, "consent", consent("p10"));
    field(situation, "vip", Ground.of("vip").subjects(Parties.ofClass("vip")));
    field(situation, "law", Ground.of("law").law("JP").opens(Gate.P));
    situation.basis(Ground.of("beside-law").opens(Gate.S, Gate.K, Gate.H).fields("law"));
    field(situation, "carries", Ground.of("carries").when(Condition.Who.SUBJECT, "carrier", "yes"));
    field(situation, "trained", Ground.of("trained").when(Condition.Who.SUBJECT, "trained", "yes"));
    field(situation, "able", Ground.of("able").when(Condition.Who.RESPONSIBLE, "trained", "yes"));
    field(
        situation,
        "adopted",
        Ground.adopted("adopted", Grant.Adopted.Adopter.SUBJECT, "p12", "p13", "near"));
    field(situation, "open", Ground.of("open"));
    situation.forbid(
        "no", Ground.of("x").fields("open").subjects(Parties.named(new PartyId("p11"))));
    for (int i = 0; i < registers; i++) {
      field(situation, "terms" + i, Ground.terms("terms" + i, "outs" + i));
    }
    return situation.row("source", Category.C2);
  }

  private static void field(Situation situation, String name, Ground ground) {
    situation.alone(name, Category.C4).basis(ground.fields(name));
  }

  private static Ground consent(String subject) {
    return Ground.consentOf(subject, "consent", Ground.since(PAST, ConsentState.GIVEN));
  }

  /** Of each register some opted out, some did so once and came back. */
  private PolicySet withRegisters(Situation situation, int registers) {
    List<Register> all = new ArrayList<>();
    for (int i = 0; i < registers; i++) {
      Map<PartyId, Term> out = new HashMap<>();
      for (PartyId each : parties()) {
        int dice = random.nextInt(6);
        if (dice < 2) {
          Term over = Term.of(PAST.minusSeconds(1), PAST);
          out.put(each, dice == 0 ? Term.always() : over);
        }
      }
      all.add(new Register("outs" + i, out));
    }
    return new PolicySet(situation.policyParts().withRegisters(all));
  }

  private static Row row(int shape, int subject, int responsible) {
    Row row = new Row(1);
    row.shape(shape);
    row.group(0, subject, responsible);
    return row;
  }

  private static Matter open(Matter matter) {
    return with(matter, Optional.empty(), Optional.empty());
  }

  private static Matter with(
      Matter matter, Optional<PartyId> subject, Optional<PartyId> responsible) {
    Linkage linkage = new Linkage(Situation.GROUP, responsible, subject, List.of(), Map.of());
    return new Matter(
        matter.type(),
        matter.holder(),
        matter.source(),
        matter.marking(),
        matter.traits(),
        matter.parts(),
        List.of(linkage));
  }

  private static Question about(Question question, PartyId subject, PartyId responsible) {
    return new Question(
        with(question.matter(), Optional.of(subject), Optional.of(responsible)),
        question.giver(),
        question.recipient(),
        question.person(),
        question.purpose(),
        question.act(),
        question.channel(),
        question.when(),
        question.held(),
        question.asks());
  }

  private static void assertSame(Answer answer, Weighing said, PartyId about) {
    assertThat(answer.effect()).as("about %s", about).isEqualTo(said.effect());
    assertThat(answer.bases()).as("about %s", about).isEqualTo(said.bases());
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < said.weights().size(); i++) {
      levels.add(answer.level(i));
    }
    assertThat(levels).as("about %s", about).isEqualTo(levels(said));
  }

  private static List<Integer> levels(Weighing said) {
    return said.weights().stream().map(each -> each.level()).toList();
  }
}
