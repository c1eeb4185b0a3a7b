package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Kind;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Ground;
import tenbin.balance.weigh.Part;
import tenbin.balance.weigh.Question;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;

/** Facts about an organisation: what it told, and what is known of what happened to it. */
class ToldTest {
  private static final PartyId ACME = new PartyId("acme");
  private static final Request REQUEST = Neighbours.request(Purpose.JOINT_MITIGATION_NOW);

  private static Item.Told told(Optional<PartyId> subject, Item.Fact... facts) {
    return new Item.Told(
        "incident",
        "1",
        Neighbours.AOI.party(),
        new Item.About(subject, Map.of()),
        Tlp.GREEN,
        List.of(),
        List.of(facts));
  }

  private static Ground necessity(String id, String... fields) {
    return Ground.of(id).kind(Kind.NECESSITY).recipient("beni").fields(fields);
  }

  @Test
  void what_belongs_to_an_organisation_s_communications_is_decided_together() {
    Item.Fact source = new Item.Fact("source", Category.C2, "192.0.2.1");
    Item.Fact time = new Item.Fact("time", Category.C2, "08:47");
    Item.Fact loss = new Item.Fact("loss", Category.C6, "two servers");
    Item.Told item = told(Optional.of(ACME), source, time, loss);
    Disclosure one =
        Neighbours.released(
            Neighbours.policy(List.of(), necessity("a", "source", "loss"), necessity("b", "time")),
            REQUEST,
            item);
    assertThat(one.facts()).containsExactly(source, loss);
    Disclosure all =
        Neighbours.released(
            Neighbours.policy(List.of(), necessity("a", "source", "time", "loss")), REQUEST, item);
    assertThat(all.facts()).containsExactly(source, time, loss);
  }

  @Test
  void only_elements_and_contents_of_communications_and_accounts_make_one_group() {
    for (Category each : Category.values()) {
      boolean together = each == Category.C2 || each == Category.C3 || each == Category.C4;
      Item.Fact fact = new Item.Fact("fact", each, "x");
      assertThat(part(told(Optional.of(ACME), fact)).group())
          .as("%s", each)
          .isEqualTo(together ? Shapes.ITS : "");
      assertThat(part(told(Optional.empty(), fact)).group()).as("about nobody").isEmpty();
    }
    assertThat(Shapes.told(told(Optional.of(ACME))).linkages())
        .singleElement()
        .matches(each -> each.subject().equals(Optional.of(ACME)));
    assertThat(Shapes.told(told(Optional.empty())).linkages()).isEmpty();
  }

  private static Part part(Item.Told item) {
    return Shapes.told(item).parts().getFirst();
  }

  @Test
  void a_text_in_which_patterns_were_found_goes_cut_out_once_a_person_has_looked() {
    Item.Fact plain = new Item.Fact("family", Category.C1, "mirai");
    Item.Fact cutOut = new Item.Fact("path", Category.C1, "C:\\users\\[...]", "proposed");
    Item.Fact broken = new Item.Fact("config", Category.C1, "[...]", "breaks-indicator");
    Item.Told item = told(Optional.of(ACME), plain, cutOut, broken);
    Policy policy = Neighbours.policy(List.of(), Ground.of("clause"));
    Plan plan = new Balance(policy).plan(REQUEST, new RecipientKey(new byte[32]));
    assertThat(facts(plan.decide(item, List.of()))).containsExactly(plain);
    assertThat(plan.weigh(item, List.of()).asks())
        .extracting(AskFor::about)
        .containsExactly("path");
    List<Question.Asked> approved =
        List.of(new Question.Asked(AskFor.REVIEW, "path", Question.Asked.State.APPROVED));
    assertThat(facts(plan.decide(item, approved))).containsExactly(plain, cutOut);
    assertThat(plan.weigh(item, approved).of("path").orElseThrow().word()).isEqualTo("REDACTED");
    assertThat(plan.weigh(item, approved).of("family").orElseThrow().word()).isEqualTo("FULL");
    assertThat(part(told(Optional.of(ACME), plain)).order()).isEqualTo(Order.PLAIN);
  }

  private static List<Item.Fact> facts(Decision decision) {
    return ((Decision.Released) decision).disclosure().facts();
  }

  @Test
  void facts_that_may_not_go_are_withheld_with_the_reason() {
    Item.Told item = told(Optional.of(ACME), new Item.Fact("family", Category.C1, "mirai"));
    Decision without = Neighbours.decide(Neighbours.policy(List.of()), REQUEST, item);
    assertThat(without).isEqualTo(new Decision.Withheld(Set.of(Reason.NO_AGREEMENT)));
    Item.Told elsewhere =
        new Item.Told(
            "case", "1", Neighbours.AOI, Tlp.GREEN, List.of(Neighbours.CHA), item.facts());
    Policy open = Neighbours.policy(List.of(), Ground.of("clause"));
    assertThat(Neighbours.decide(open, REQUEST, elsewhere))
        .isEqualTo(new Decision.Withheld(Set.of(Reason.RECIPIENT_IS_NOT_RESPONSIBLE)));
  }

  @Test
  void what_is_about_an_organisation_is_in_confidence_unless_somebody_says_otherwise() {
    assertThat(new Item.About(Optional.of(ACME), Map.of()).traits())
        .containsEntry(Item.About.NDA, "yes");
    assertThat(new Item.About(Optional.of(ACME), Map.of(Item.About.NDA, "no")).traits())
        .containsEntry(Item.About.NDA, "no");
    assertThat(Item.About.NOBODY.traits()).containsEntry(Item.About.NDA, "no");
  }

  @Test
  void a_told_item_has_an_id_of_its_own_for_each_recipient() {
    Item.Told item = told(Optional.of(ACME), new Item.Fact("family", Category.C1, "mirai"));
    Policy open = Neighbours.policy(List.of(), Ground.of("clause"));
    Disclosure first = Neighbours.released(open, REQUEST, item);
    byte[] another = new byte[32];
    another[0] = 1;
    Plan other = new Balance(open).plan(REQUEST, new RecipientKey(another));
    assertThat(first.id().version()).isEqualTo(8);
    assertThat(first.id()).isEqualTo(Neighbours.released(open, REQUEST, item).id());
    assertThat(((Decision.Released) other.decide(item)).disclosure().id()).isNotEqualTo(first.id());
  }

  @Test
  void a_decision_that_hung_on_the_name_of_a_report_is_decided_alike_again() {
    String name = "report 1: 最初の届出";
    Item.Told item =
        new Item.Told(
            "incident",
            "1",
            Neighbours.AOI.party(),
            new Item.About(Optional.of(ACME), Map.of(Item.About.REPORT, name)),
            Tlp.GREEN,
            List.of(),
            List.of(new Item.Fact("family: of 2", Category.C1, "mirai")));
    Ground forOne = Ground.of("consent").when(Condition.Who.ITEM, Item.About.REPORT, name);
    Policy policy = Neighbours.policy(List.of(), forOne);
    String questions = Footing.of(List.of(Neighbours.released(policy, REQUEST, item))).questions();
    assertThat(Replay.asKnownThen(version -> Optional.of(policy)).decide(REQUEST, questions))
        .singleElement()
        .matches(Replay.Again::isEqual);
    Policy without = Neighbours.policy(List.of());
    assertThat(Replay.asKnownThen(version -> Optional.of(without)).decide(REQUEST, questions))
        .singleElement()
        .matches(again -> !again.isEqual());
  }
}
