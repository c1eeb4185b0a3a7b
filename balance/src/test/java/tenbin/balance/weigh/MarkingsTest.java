package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Obligation.Onward;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Parties.Role;
import tenbin.balance.ground.Scheme;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;

/** TLP 2.0 as DISCLOSURE section 9 has it in case 28; licences and grades in cases 24 and 38. */
class MarkingsTest {
  private static final Parties TO_HOLDER = Parties.in(Role.HOLDER);

  private static Situation marked(Tlp tlp, Parties addressed, String... persons) {
    return Situation.plain()
        .alone("hash", Category.C1)
        .basis(Ground.of("clause"))
        .marked(
            new Marking(
                Optional.of(tlp),
                addressed,
                Set.of(persons),
                Optional.empty(),
                Optional.empty(),
                "",
                Map.of()));
  }

  @Test
  void red_is_for_named_persons() {
    assertThat(marked(Tlp.RED, Parties.ANYBODY, "chief").person("chief").goes("hash")).isTrue();
    assertThat(marked(Tlp.RED, Parties.ANYBODY, "chief").person("clerk").goes("hash")).isFalse();
  }

  @Test
  void amber_is_for_the_organisation_and_for_those_of_its_customers_who_need_it() {
    assertThat(marked(Tlp.AMBER, Parties.named(new PartyId("near"))).goes("hash")).isTrue();
    assertThat(customer("holder").fact("vendor", "need-to-know", "yes").goes("hash")).isTrue();
    assertThat(customer("holder").responsible("vendor").goes("hash")).isTrue();
    assertThat(customer("holder").about("vendor").goes("hash")).isTrue();
    Situation withoutNeed = customer("holder");
    assertThat(withoutNeed.codes("hash")).containsExactly(Code.MARKED);
    assertThat(customer("holder").fact("vendor", "need-to-know", "no").goes("hash")).isFalse();
  }

  @Test
  void another_one_s_customers_or_customers_of_who_was_not_addressed_are_not_meant() {
    assertThat(customer("far").about("vendor").goes("hash")).isFalse();
    Situation notAddressed =
        marked(Tlp.AMBER, Parties.named(new PartyId("far")))
            .party("vendor", false, "JP", "customer-of:holder")
            .to("vendor")
            .about("vendor");
    assertThat(notAddressed.goes("hash")).isFalse();
    Situation noCustomer =
        marked(Tlp.AMBER, TO_HOLDER)
            .party("vendor", false, "JP", "holder")
            .to("vendor")
            .about("vendor");
    assertThat(noCustomer.goes("hash")).isFalse();
    Situation strict =
        marked(Tlp.AMBER_STRICT, TO_HOLDER)
            .party("vendor", false, "JP", "customer-of:holder")
            .to("vendor")
            .about("vendor");
    assertThat(strict.goes("hash")).isFalse();
  }

  private static Situation customer(String provider) {
    return marked(Tlp.AMBER, TO_HOLDER)
        .party("vendor", false, "JP", "customer-of:" + provider)
        .to("vendor");
  }

  @Test
  void green_is_for_the_community_and_clear_for_everybody() {
    assertThat(marked(Tlp.GREEN, TO_HOLDER).goes("hash")).isTrue();
    Situation outside = marked(Tlp.GREEN, TO_HOLDER).party("near", false, "JP", "public");
    assertThat(outside.goes("hash")).isFalse();
    Situation clear = marked(Tlp.CLEAR, TO_HOLDER).party("near", false, "JP", "public");
    assertThat(clear.goes("hash")).isTrue();
  }

  @Test
  void who_may_be_told_on_follows_from_the_marking() {
    Map<Tlp, Obligation> duties =
        Map.of(
            Tlp.RED, Obligation.of(Obligation.Duty.NO_ONWARD),
            Tlp.AMBER_STRICT, Obligation.onward(Onward.ORGANISATION),
            Tlp.AMBER, Obligation.onward(Onward.ORGANISATION_AND_CUSTOMERS),
            Tlp.GREEN, Obligation.onward(Onward.COMMUNITY));
    Obligation strip = Obligation.of(Obligation.Duty.STRIP_ATTRIBUTION);
    duties.forEach((tlp, duty) ->
        assertThat(marked(tlp, Parties.ANYBODY, "chief").person("chief").weigh().obligations())
            .containsExactlyInAnyOrder(duty, strip));
    assertThat(marked(Tlp.CLEAR, Parties.ANYBODY).weigh().obligations()).containsExactly(strip);
  }

  @Test
  void a_licensed_text_goes_to_who_holds_the_licence() {
    Situation paid = licensed();
    assertThat(paid.codes("hash")).containsExactly(Code.LICENCE);
    assertThat(paid.fact("near", "licence:paid", "yes").goes("hash")).isTrue();
    assertThat(licensed().fact("near", "licence:paid", "no").goes("hash")).isFalse();
    assertThat(licensed().fact("near", "licence:other", "yes").goes("hash")).isFalse();
  }

  private static Situation licensed() {
    return Situation.plain()
        .alone("hash", Category.C1)
        .basis(Ground.of("clause"))
        .marked(
            new Marking(
                Optional.empty(),
                Parties.ANYBODY,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                "paid",
                Map.of()));
  }

  @Test
  void each_class_gets_only_its_grade() {
    Scheme release =
        new Scheme(
            "release", Map.of("council", Parties.ofClass("council"), "public", Parties.ANYBODY));
    for (String grade : List.of("council", "public", "unheard-of")) {
      Situation graded =
          Situation.plain()
              .alone("hash", Category.C1)
              .basis(Ground.of("clause"))
              .scheme(release)
              .marked(
                  new Marking(
                      Optional.empty(),
                      Parties.ANYBODY,
                      Set.of(),
                      Optional.empty(),
                      Optional.empty(),
                      "",
                      Map.of("release", grade)));
      assertThat(graded.goes("hash")).isEqualTo(grade.equals("public"));
      graded.party("near", false, "JP", "council");
      assertThat(graded.goes("hash")).isEqualTo(!grade.equals("unheard-of"));
    }
  }
}
