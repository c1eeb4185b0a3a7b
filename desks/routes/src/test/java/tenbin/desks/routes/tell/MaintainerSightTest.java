package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;

/** Cases 16, 17 and 54 of the balance for maintainers outside the circle. */
class MaintainerSightTest {
  private final OutsideStage outside = new OutsideStage();

  private Map<MemberId, MaintainerImpact> impacts() {
    return outside.stage.sight.maintainers().impacts(Stage.ID, outside.optIns, outside.stage::plan);
  }

  private MaintainerImpact impact(MemberId party) {
    return Optional.ofNullable(impacts().get(party)).orElseThrow();
  }

  private List<Disclosure> notice(MemberId party, Notice.What what) {
    Plan plan = outside.stage.plan(party);
    MaintainerImpact impact = impact(party);
    ToldBook.Line line =
        new ToldBook.Line(party, 1, Stage.ID, what, impact.prefixes(), Stage.BEGAN, false);
    return outside.stage.sight.maintainers().notice(plan, impact, line, outside.optIns);
  }

  @Test
  void each_is_told_of_its_own_prefixes_without_who_saw_them() {
    outside.happened(State.ONGOING, 3, 2, Stage.XS_ROUTER);
    List<Disclosure> shown = notice(OutsideStage.id(OutsideStage.ONE), Notice.What.BEGAN);
    Disclosure head = shown.getFirst();
    assertThat(head.fact(RouteFacts.COUNT)).isEqualTo("3");
    assertThat(head.fact(RouteFacts.SEEN)).isEqualTo("64666");
    assertThat(head.fact(RouteFacts.BEGIN)).isEqualTo("2017-08-25T03:22:01Z");
    assertThat(head.fact(RouteFacts.VANTAGES)).isEqualTo("1");
    assertThat(head.fact(RouteFacts.REST)).contains("64512 64666");
    assertThat(shown.subList(1, 4))
        .extracting(each -> each.fact(RouteFacts.PREFIX))
        .containsExactly("203.0.0.0/24", "203.0.1.0/24", "203.0.2.0/24");
    assertThat(shown).hasSize(4);
    for (Disclosure each : shown) {
      assertThat(each.facts().toString())
          .doesNotContain("64500", "64511", "carrier-x", "192.0.2.7", "203.0.64", "mntner-");
    }
  }

  @Test
  void the_registrys_object_with_its_date_stands_with_the_decision() {
    outside.happened(State.ONGOING, 1, 0, Stage.XS_ROUTER);
    Footing footing = Footing.of(notice(OutsideStage.id(OutsideStage.ONE), Notice.What.BEGAN));
    assertThat(footing.questions())
        .contains("registry:JPIRR", "registry-object:MAINT-ONE", "registry-date:2017-08-24");
    assertThat(footing.all().terms().iterator().next().bases())
        .containsExactly("routes-to-maintainers");
  }

  @Test
  void its_end_is_told_with_when() {
    outside.happened(State.WITHDRAWN, 1, 0, Stage.XS_ROUTER);
    Disclosure head = notice(OutsideStage.id(OutsideStage.ONE), Notice.What.ENDED).getFirst();
    assertThat(head.fact(RouteFacts.END)).isEqualTo("2017-08-25T06:22:00Z");
    assertThat(head.fact(RouteFacts.NOW)).isEqualTo("0");
  }

  @Test
  void nobody_is_told_without_a_clause_or_of_what_its_holder_keeps() {
    outside.stage.further.clear();
    outside.happened(State.ONGOING, 1, 1, Stage.XS_ROUTER);
    assertThat(impacts()).isEmpty();
    OutsideStage other = new OutsideStage();
    Vantage unsigned = new Vantage("member:unsigned", new Asn(64_520), Stage.COLLECTOR.address());
    other.happened(State.ONGOING, 1, 1, unsigned);
    assertThat(other.stage.sight.maintainers().impacts(Stage.ID, other.optIns, other.stage::plan))
        .isEmpty();
  }

  @Test
  void who_is_not_on_record_as_asking_is_told_nothing() {
    outside.stage.facts.clear();
    outside.happened(State.ONGOING, 1, 1, Stage.XS_ROUTER);
    assertThat(impacts()).as("a registry's table alone is no ground").isEmpty();
    outside.stage.parties.clear();
    assertThat(impacts()).isEmpty();
  }

  @Test
  void who_does_not_ask_is_told_nothing() {
    outside.happened(State.ONGOING, 1, 1, Stage.XS_ROUTER);
    outside.optIns = OutsideStage.optIns(Set.of(OutsideStage.TWO));
    assertThat(impacts()).containsOnlyKeys(OutsideStage.id(OutsideStage.TWO));
  }

  @Test
  void members_see_of_them_neither_names_nor_numbers() {
    outside.happened(State.ONGOING, 3, 2, Stage.XS_ROUTER);
    Told group = outside.stage.told(Stage.GROUP).orElseThrow();
    assertThat(group.parts().toString()).doesNotContain("mntner-");
    assertThat(group.fact(RouteFacts.IMPACT)).isEmpty();
    assertThat(outside.stage.told(Stage.BYSTANDER)).isEmpty();
    Plan plan = outside.stage.plan(Stage.GROUP);
    for (Disclosure each :
        outside.stage.sight.prefixes(plan, group, java.util.Optional.empty(), 9)) {
      assertThat(each.fact(RouteFacts.MEMBER)).isEmpty();
    }
    assertThat(outside.stage.sight.list(outside.stage.plan(OutsideStage.id(OutsideStage.ONE))))
        .as("a maintainer has no list, as any stranger")
        .isEmpty();
  }

  @Test
  void a_list_has_a_limit_and_the_count_has_none() {
    outside.happened(State.ONGOING, 64, 0, Stage.COLLECTOR);
    MaintainerImpact impact = impact(OutsideStage.id(OutsideStage.ONE));
    assertThat(impact.prefixes()).isEqualTo(64);
    assertThat(impact.listed()).hasSizeLessThanOrEqualTo(MaintainerImpact.MOST_LISTED);
  }
}
