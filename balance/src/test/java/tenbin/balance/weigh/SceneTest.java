package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Condition.Who;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Parties.Role;
import tenbin.nouns.consent.Category;

/** Who is who before one linkage group, and where a row may end (DISCLOSURE sections 1 and 5). */
class SceneTest {
  private static final Map<Who, String> WHO = new EnumMap<>(Who.class);

  static {
    WHO.put(Who.HOLDER, "holder");
    WHO.put(Who.GIVER, "near");
    WHO.put(Who.SOURCE, "vendor");
    WHO.put(Who.RECIPIENT, "far");
    WHO.put(Who.RESPONSIBLE, "client-b");
    WHO.put(Who.SUBJECT, "client");
    WHO.put(Who.CIRCLE, Fact.CIRCLE);
  }

  /** Six different parties: near passes on to far what holder has from vendor. */
  private static Situation six() {
    return Situation.plain()
        .source("vendor")
        .route("near", "far", "client-b")
        .from("near")
        .to("far")
        .responsible("client-b")
        .about("client")
        .row("source", Category.C2);
  }

  @Test
  void a_condition_asks_for_the_fact_of_the_one_whom_it_names_and_of_nobody_else() {
    for (Who who : WHO.keySet()) {
      Ground trained = Ground.of("trained").when(who, "trained", "yes");
      WHO.forEach((each, party) -> {
        Situation told = six().basis(trained).fact(party, "trained", "yes");
        assertThat(told.goes("source")).as("%s's of %s", who, each).isEqualTo(who == each);
        Situation other = six().basis(trained).fact(party, "trained", "no");
        assertThat(other.codes("source"))
            .contains(who == each ? Code.CONDITION_UNMET : Code.CONDITION_UNKNOWN);
      });
    }
  }

  @Test
  void a_condition_about_somebody_whom_nobody_knows_cannot_be_told() {
    for (Who who : new Who[] {Who.SOURCE, Who.RESPONSIBLE, Who.SUBJECT}) {
      Situation nobody =
          Situation.plain()
              .nobodyResponsible()
              .route("near")
              .row("source", Category.C2)
              .basis(Ground.of("trained").when(who, "trained", "yes"));
      WHO.values().forEach(each -> nobody.fact(each, "trained", "yes"));
      assertThat(nobody.codes("source")).contains(Code.CONDITION_UNKNOWN);
    }
  }

  @Test
  void a_condition_can_ask_for_what_the_item_its_group_or_the_channel_says_of_itself() {
    Ground wormy = Ground.of("worms").when(Who.ITEM, "kind", "worm");
    assertThat(six().basis(wormy).goes("source")).isFalse();
    assertThat(six().basis(wormy).trait("kind", "worm").goes("source")).isTrue();
    assertThat(six().basis(wormy).trait("kind", "worm").groupTrait("kind", "flood").goes("source"))
        .as("the group's own word stands before the item's")
        .isFalse();
    Ground encrypted = Ground.of("wire").when(Who.CHANNEL, "encrypted", "yes");
    assertThat(six().basis(encrypted).goes("source")).isFalse();
    assertThat(six().basis(encrypted).channel("encrypted", "yes").goes("source")).isTrue();
  }

  @Test
  void whether_a_party_carries_for_others_is_a_fact_of_it() {
    Ground carriers = Ground.of("carriers").when(Who.HOLDER, "carrier", "yes");
    assertThat(six().basis(carriers).goes("source")).isFalse();
    assertThat(six().basis(carriers).party("holder", true, "JP").goes("source")).isTrue();
  }

  @Test
  void the_holder_gives_as_holder_and_everybody_after_it_as_conduit() {
    Situation first = Situation.plain().row("source", Category.C2);
    Ground holders = Ground.of("holders").givers(Parties.in(Role.HOLDER));
    Ground conduits = Ground.of("conduits").givers(Parties.in(Role.CONDUIT));
    assertThat(first.basis(holders, conduits).weigh().bases()).containsExactly("holders");
    assertThat(six().basis(holders, conduits).weigh().bases()).containsExactly("conduits");
  }

  @Test
  void a_basis_for_a_role_is_for_whoever_has_it_in_the_matter() {
    Ground subjects = Ground.of("subjects").recipients(Parties.in(Role.SUBJECT));
    Ground holders = Ground.of("holders").recipients(Parties.in(Role.HOLDER));
    Situation near = Situation.plain().row("source", Category.C2).basis(subjects, holders);
    assertThat(near.goes("source")).isFalse();
    assertThat(near.about("near").weigh().bases()).containsExactly("subjects");
  }

  @Test
  void a_row_goes_to_whoever_was_responsible_and_to_nobody_else() {
    Situation row = Situation.plain().row("source", Category.C2).basis(Ground.of("all"));
    assertThat(row.goes("source")).isTrue();
    assertThat(row.to("far").goes("source")).isFalse();
    assertThat(row.codes("source")).containsExactly(Code.NOT_ADDRESSEE);
    assertThat(row.nobodyResponsible().codes("source")).containsExactly(Code.ADDRESSEE_UNKNOWN);
    assertThat(row.alone("hash", Category.C1).goes("hash")).as("no communication's").isTrue();
  }

  @Test
  void on_a_recorded_route_each_hop_goes_to_the_next_and_leaves_it_the_duty_to_pass_it_on() {
    Situation hop = six().basis(Ground.of("all"));
    assertThat(hop.goes("source")).isTrue();
    assertThat(hop.weigh().obligations())
        .contains(
            Obligation.onward(Obligation.Onward.ROUTE),
            new Obligation(Obligation.Duty.DELETE_AFTER, "passed-on"));
    Situation last = six().basis(Ground.of("all")).from("far").to("client-b");
    assertThat(last.goes("source")).isTrue();
    assertThat(last.weigh().obligations())
        .doesNotContain(Obligation.onward(Obligation.Onward.ROUTE));
    assertThat(six().basis(Ground.of("all")).from("holder").to("near").goes("source")).isTrue();
  }

  @Test
  void a_hop_beside_the_recorded_route_goes_nowhere_even_to_who_was_responsible() {
    for (String[] hop :
        new String[][] {
          {"holder", "far"},
          {"holder", "client-b"},
          {"near", "client-b"},
          {"near", "near"},
          {"far", "near"},
          {"vendor", "near"},
          {"client-b", "vendor"}
        }) {
      Situation beside = six().basis(Ground.of("all")).from(hop[0]).to(hop[1]);
      assertThat(beside.codes("source"))
          .as("from %s to %s", hop[0], hop[1])
          .containsExactly(Code.HOP_OUTSIDE_ROUTE);
    }
  }

  @Test
  void whoever_a_warrant_or_necessity_names_is_an_addressee() {
    Situation named = Situation.plain().row("source", Category.C2).to("far");
    Ground necessity =
        Ground.of("necessity").kind(tenbin.balance.ground.Kind.NECESSITY).recipient("far");
    assertThat(named.basis(necessity).goes("source")).isTrue();
    Situation byClass = Situation.plain().party("far", false, "JP", "carrier-class");
    Ground ofClass =
        Ground.of("necessity")
            .kind(tenbin.balance.ground.Kind.NECESSITY)
            .recipients(Parties.ofClass("carrier-class"));
    assertThat(byClass.row("source", Category.C2).to("far").basis(ofClass).goes("source"))
        .as("a class is never an addressee")
        .isFalse();
    Ground clause = Ground.of("clause").recipient("far");
    assertThat(Situation.plain().row("source", Category.C2).to("far").basis(clause).goes("source"))
        .as("a contract names no addressee")
        .isFalse();
  }
}
