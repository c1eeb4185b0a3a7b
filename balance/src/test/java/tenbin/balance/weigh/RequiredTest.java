package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Obligation.Duty;
import tenbin.balance.ground.Parties;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;

/** Necessity, and what a missing required field does (DISCLOSURE sections 3 and 5). */
class RequiredTest {
  private static final Need.Entry SOURCE = new Need.Entry(Set.of("source"), "");
  private static final Need.Entry ALL =
      new Need.Entry(Set.of("C0", "C1", "C2", "C3", "C4", "UNKNOWN"), "");

  private static Situation needing(Need.Entry... required) {
    return Situation.plain().need(new Need(List.of(required), List.of(ALL), Period.ZERO));
  }

  @Test
  void a_row_without_what_the_purpose_requires_of_it_does_not_go_in_part() {
    Situation rows =
        needing(SOURCE)
            .row("source", Category.C2)
            .row("time", Category.C2)
            .otherRow("source-again", Category.C3)
            .basis(Ground.of("times").fields("time", "source-again"));
    assertThat(rows.weigh().effect()).isEqualTo(Effect.DENY);
    assertThat(rows.codes("time")).contains(Code.REQUIRED_MISSING);
    Need.Entry either = new Need.Entry(Set.of("source", "source-again"), "");
    Situation oneOfTwo =
        needing(either)
            .row("source", Category.C2)
            .row("time", Category.C2)
            .otherRow("source-again", Category.C3)
            .basis(Ground.of("times").fields("time", "source-again"));
    assertThat(oneOfTwo.weigh().effect()).isEqualTo(Effect.PERMIT);
    assertThat(oneOfTwo.told()).as("the row without it stays").containsOnlyKeys("source-again");
  }

  @Test
  void what_stands_alone_goes_beside_a_row_that_does_not() {
    Need.Entry either = new Need.Entry(Set.of("source", "hash"), "");
    Situation both =
        needing(either)
            .alone("hash", Category.C1)
            .alone("severity", Category.C1)
            .row("source", Category.C2)
            .row("time", Category.C2)
            .basis(Ground.of("some").fields("hash", "severity", "time"));
    assertThat(both.told()).containsOnlyKeys("hash", "severity");
    Situation technical =
        needing(either)
            .part(Part.of("hash", Category.C1, Situation.GROUP, Order.PLAIN))
            .part(Part.of("severity", Category.C1, Situation.GROUP, Order.PLAIN))
            .basis(Ground.of("some").fields("hash", "severity"));
    assertThat(technical.told()).containsOnlyKeys("hash", "severity");
  }

  @Test
  void a_communication_s_field_that_stands_alone_is_no_row() {
    Need.Entry either = new Need.Entry(Set.of("source", "hash"), "");
    Situation alone =
        needing(either)
            .alone("source", Category.C2)
            .alone("time", Category.C2)
            .alone("hash", Category.C1)
            .basis(Ground.of("some").fields("hash", "time"));
    assertThat(alone.told()).containsOnlyKeys("time", "hash");
  }

  @Test
  void no_field_goes_above_the_level_that_the_purpose_lists() {
    Need coarse =
        new Need(
            List.of(),
            List.of(new Need.Entry(Set.of("C2"), "ASN"), new Need.Entry(Set.of("source"), "/24")),
            Period.ofDays(30));
    Situation row =
        Situation.plain()
            .need(coarse)
            .row("source", Category.C2, Order.PLACE)
            .row("target", Category.C2, Order.PLACE)
            .row("account", Category.C4)
            .basis(Ground.of("all"));
    assertThat(row.told())
        .containsOnlyKeys("source", "target")
        .containsEntry("source", "/24")
        .containsEntry("target", "ASN");
    assertThat(row.codes("account")).containsExactly(Code.NOT_NEEDED);
    assertThat(row.weigh().obligations()).contains(new Obligation(Duty.DELETE_AFTER, "P30D"));
  }

  @Test
  void of_two_needs_of_one_height_the_first_counts() {
    Need either =
        new Need(
            List.of(),
            List.of(
                new Need.Entry(Set.of("C2"), "ASN"), new Need.Entry(Set.of("source"), "SECTOR")),
            Period.ZERO);
    Situation row =
        Situation.plain()
            .need(either)
            .row("source", Category.C2, Order.PLACE)
            .basis(Ground.of("all"));
    assertThat(row.told()).containsEntry("source", "ASN");
  }

  @Test
  void a_column_of_an_unknown_category_never_goes() {
    Situation unknown =
        needing().part(Part.of("new", Category.UNKNOWN, "", Order.PLAIN)).basis(Ground.of("all"));
    assertThat(unknown.goes("new")).isFalse();
  }

  @Test
  void an_order_whose_text_does_not_begin_with_its_least_level_counts_as_any_other() {
    Order size = Order.parse("size", "exact < FULL; rough < exact; NONE < rough");
    assertThat(size.word(size.least())).isEqualTo("NONE");
    assertThat(size.least()).isNotZero();
    Situation row =
        needing(SOURCE)
            .row("source", Category.C2)
            .row("size", Category.C2, size)
            .row("weight", Category.C2, size)
            .alone("other", Category.C1)
            .part(Part.of("new", Category.UNKNOWN, "", size))
            .basis(Ground.of("some").fields("source", "size").ceiling("size", "rough"));
    assertThat(row.told()).isEqualTo(java.util.Map.of("source", "FULL", "size", "rough"));
    Weighing answer = row.weigh();
    assertThat(answer.of("weight").orElseThrow().word()).isEqualTo("NONE");
    assertThat(answer.of("new").orElseThrow().word()).isEqualTo("NONE");
    Ground consent =
        Ground.consentOf(
            "client", "no", Ground.since(World.NOW, tenbin.balance.ground.ConsentState.REFUSED));
    Situation refused =
        Situation.plain()
            .about("client")
            .register("outs")
            .row("size", Category.C2, size)
            .row("weight", Category.C2, size)
            .row("depth", Category.C2, size)
            .basis(Ground.terms("terms", "outs").fields("size", "weight"), consent.fields("weight"))
            .forbid(
                "none",
                Ground.of("forbidden").fields("size"),
                tenbin.balance.ground.Kind.GENERAL_TERMS_CONSENT);
    assertThat(refused.told()).isEmpty();
    assertThat(refused.codes("size")).contains(Code.FORBIDDEN);
    assertThat(refused.codes("weight")).contains(Code.CONSENT_REFUSED);
    assertThat(refused.weigh().weights()).extracting(Weight::word).containsOnly("NONE");
  }

  @Test
  void what_is_waited_for_makes_the_rest_of_its_row_wait() {
    AskRule ask =
        new AskRule(
            "ask-k",
            Gate.K,
            Set.of(Category.C3),
            Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            Parties.ANYBODY,
            Parties.ANYBODY,
            AskRule.Whom.HOLDER);
    Situation waiting =
        needing(SOURCE)
            .row("source", Category.C3)
            .row("time", Category.C2)
            .askRule(ask)
            .basis(Ground.of("persons").opens(Gate.P, Gate.H));
    assertThat(waiting.weigh().effect()).isEqualTo(Effect.ASK);
    assertThat(waiting.weigh().of("time").orElseThrow().effect()).isEqualTo(Effect.ASK);
    assertThat(waiting.weigh().asks()).hasSize(1);
    assertThat(waiting.act(Act.INFORM).asked("ask-k", "", Question.Asked.State.REFUSED).weigh())
        .matches(each -> each.effect() == Effect.DENY && each.asks().isEmpty());
  }

  @Test
  void of_two_askings_about_the_same_the_later_counts() {
    AskRule ask =
        new AskRule(
            "ask-k",
            Gate.K,
            Set.of(Category.C3),
            Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            Parties.ANYBODY,
            Parties.ANYBODY,
            AskRule.Whom.SUBJECT);
    Situation row = Situation.plain().about("client").row("mail", Category.C3).askRule(ask);
    row.basis(Ground.of("persons").opens(Gate.P, Gate.H));
    assertThat(row.codes("mail")).contains(Code.ASK);
    row.asked("ask-k", "g", Question.Asked.State.PENDING);
    assertThat(row.codes("mail")).contains(Code.ASK_PENDING);
    assertThat(row.weigh().asks()).singleElement().matches(AskFor::pending);
    row.asked("ask-k", "", Question.Asked.State.REFUSED);
    assertThat(row.codes("mail")).contains(Code.ASK_REFUSED);
    assertThat(row.weigh().asks()).isEmpty();
    row.asked("ask-other", "", Question.Asked.State.PENDING);
    row.asked("ask-k", "another", Question.Asked.State.PENDING);
    assertThat(row.codes("mail")).contains(Code.ASK_REFUSED);
    row.asked("ask-k", "g", Question.Asked.State.PENDING);
    assertThat(row.codes("mail")).contains(Code.ASK_PENDING);
    assertThat(row.weigh().of("body")).isEmpty();
  }
}
