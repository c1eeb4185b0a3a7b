package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Plan;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Release;

/** Cases 16 and 17 of the balance on incidents of the desk. */
class RouteSightTest {
  private final Stage stage = new Stage();

  private static final List<tenbin.desks.routes.incident.PathSeen> BY_X_ALONE =
      List.of(Stage.step(Stage.XS_ROUTER, 0, "64500 64511 64512 64666"));

  private static String everything(Told told) {
    return told.parts().stream()
        .flatMap(each -> each.facts().stream())
        .map(fact -> fact.name() + "=" + fact.value())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void the_holder_of_the_prefix_is_told_when_it_begins_and_when_it_ends() {
    stage.happened(State.ONGOING, BY_X_ALONE);
    Told begun = stage.told(Stage.VICTIM).orElseThrow();
    assertThat(begun.scope()).isEqualTo(Scope.OWN);
    assertThat(begun.fact(RouteFacts.PREFIX)).isEqualTo("198.51.100.0/24");
    assertThat(begun.fact(RouteFacts.SEEN)).isEqualTo("64666");
    assertThat(begun.fact(RouteFacts.BEGIN)).isEqualTo("2017-08-25T03:22:00Z");
    assertThat(begun.fact(RouteFacts.END)).isEmpty();
    stage.happened(State.WITHDRAWN, List.of());
    assertThat(stage.told(Stage.VICTIM).orElseThrow().fact(RouteFacts.END))
        .isEqualTo("2017-08-25T03:23:30Z");
  }

  @Test
  void nobody_learns_whose_router_it_was_where_the_path_begins_or_how_many_exactly() {
    stage.happened(State.ONGOING, BY_X_ALONE);
    for (MemberId reader : List.of(Stage.VICTIM, Stage.GROUP, Stage.OFFICE)) {
      Told told = stage.told(reader).orElseThrow();
      assertThat(told.fact(RouteFacts.VANTAGES)).isEqualTo("1");
      assertThat(everything(told))
          .doesNotContain("64500", "carrier-x", "192.0.2.7", "64511")
          .contains("64512 64666", "vrp-invalid\t4\tAS64501 up to /24", "first-at\t3\t");
      Plan plan = stage.plan(reader);
      for (Disclosure each : stage.sight.prefixes(plan, told, Optional.empty(), 10)) {
        assertThat(each.facts().toString()).doesNotContain("64500").doesNotContain("64511");
      }
    }
  }

  @Test
  void the_one_whose_router_it_was_sees_all_of_its_own() {
    stage.happened(State.ONGOING, BY_X_ALONE);
    Told told = stage.told(Stage.X).orElseThrow();
    assertThat(told.scope()).isEqualTo(Scope.WITNESS);
    assertThat(told.lines(RouteFacts.START))
        .containsExactly("2017-08-25T03:22:00Z\t198.51.100.0/24\t64500 64511 64512 64666");
    assertThat(everything(told)).doesNotContain("victim-net").doesNotContain("vrp-invalid");
  }

  @Test
  void whom_it_does_not_concern_learns_nothing_at_all() {
    stage.happened(State.ONGOING, BY_X_ALONE);
    Plan group = stage.plan(Stage.GROUP);
    for (MemberId reader : List.of(Stage.BYSTANDER, Stage.UNSIGNED)) {
      Plan plan = stage.plan(reader);
      assertThat(stage.sight.list(plan)).isEmpty();
      assertThat(stage.sight.one(plan, Stage.ID)).isEmpty();
      assertThat(stage.sight.one(plan, plan.idOf(Asking.INCIDENT, Stage.ID.toString()))).isEmpty();
      assertThat(stage.sight.one(plan, stage.sight.list(group).getFirst().id())).isEmpty();
      assertThat(stage.sight.inner(plan, Stage.ID)).isEmpty();
    }
  }

  @Test
  void two_readers_know_one_incident_by_two_ids() {
    stage.happened(State.ONGOING, BY_X_ALONE);
    assertThat(stage.told(Stage.VICTIM).orElseThrow().id())
        .isNotEqualTo(stage.told(Stage.GROUP).orElseThrow().id())
        .isNotEqualTo(Stage.ID);
  }

  @Test
  void what_a_feed_saw_whose_owner_signed_nothing_goes_to_nobody_else() {
    var unsigned =
        new tenbin.desks.routes.feed.Vantage(
            "member:unsigned", new tenbin.nouns.net.Asn(64520), Stage.COLLECTOR.address());
    stage.happened(State.ONGOING, List.of(Stage.step(unsigned, 0, "64520 64512 64666")));
    assertThat(stage.told(Stage.VICTIM)).isEmpty();
    assertThat(stage.told(Stage.GROUP)).isEmpty();
    assertThat(stage.told(Stage.UNSIGNED)).isPresent();
    stage.happened(State.ONGOING, List.of(Stage.step(Stage.COLLECTOR, 20, "64510 64512 64666")));
    Told told = stage.told(Stage.VICTIM).orElseThrow();
    assertThat(told.fact(RouteFacts.BEGIN)).isEqualTo("2017-08-25T03:22:20Z");
    assertThat(told.fact(RouteFacts.VANTAGES)).isEqualTo("1");
    Disclosure prefix =
        stage.sight.prefixes(stage.plan(Stage.VICTIM), told, Optional.empty(), 9).getFirst();
    assertThat(prefix.fact(RouteFacts.BEGIN)).isEqualTo("2017-08-25T03:22:20Z");
  }

  @Test
  void where_x_lets_its_paths_go_they_go_and_its_part_stands_beside() {
    stage.happened(State.ONGOING, BY_X_ALONE);
    Release release =
        new Release(
            Stage.X.party(),
            Set.of(Category.C8, Category.CR, Category.C0),
            Purpose.NOTIFY_ROUTE_ANOMALY,
            Release.To.MEMBERS,
            Instant.parse("2017-01-01T00:00:00Z"),
            Instant.parse("2018-01-01T00:00:00Z"),
            "mail of 12:40");
    stage.further.add(release.basis("x-releases"));
    Told told = stage.told(Stage.GROUP).orElseThrow();
    assertThat(told.lines(RouteFacts.START).getFirst()).contains("64500 64511 64512 64666");
    assertThat(told.lines(RouteFacts.REPORTER)).containsExactly("carrier-x");
  }

  @Test
  void a_receipt_counts_one_part_however_many_saw_it() {
    stage.happened(
        State.ONGOING,
        List.of(
            Stage.step(Stage.XS_ROUTER, 0, "64500 64511 64512 64666"),
            Stage.step(Stage.COLLECTOR, 1, "64510 64512 64666")));
    assertThat(Footing.of(stage.told(Stage.VICTIM).orElseThrow().parts()).all().rows())
        .isEqualTo(1);
    assertThat(Footing.of(stage.told(Stage.X).orElseThrow().parts()).all().rows()).isEqualTo(1);
  }

  @Test
  void one_that_is_too_old_for_a_list_is_found_by_its_link() {
    stage.happened(State.WITHDRAWN, BY_X_ALONE);
    Told old = stage.told(Stage.VICTIM).orElseThrow();
    for (int i = 0; i <= RouteSight.MOST; i++) {
      stage.book.stands(
          new tenbin.desks.routes.incident.Incident(
              new java.util.UUID(7, i),
              new tenbin.desks.routes.incident.Cause(
                  tenbin.desks.routes.incident.Kind.SQUATTING,
                  new tenbin.nouns.net.Asn(64_999),
                  ""),
              State.ONGOING,
              Stage.BEGAN,
              Stage.BEGAN.plusSeconds(900 + i),
              Optional.empty(),
              1,
              1,
              1,
              1,
              5,
              List.of(),
              List.of(new tenbin.desks.routes.incident.Impact(Stage.VICTIM, 1, 1)),
              0,
              0),
          List.of());
    }
    Plan victim = stage.plan(Stage.VICTIM);
    assertThat(stage.sight.list(victim)).noneMatch(each -> each.id().equals(old.id()));
    assertThat(stage.sight.one(victim, old.id()).orElseThrow().inner()).isEqualTo(Stage.ID);
    assertThat(stage.sight.one(stage.plan(Stage.BYSTANDER), old.id())).isEmpty();
    Plan bystander = stage.plan(Stage.BYSTANDER);
    assertThat(stage.sight.one(bystander, bystander.idOf(Asking.INCIDENT, Stage.ID.toString())))
        .as("by an id that would be right")
        .isEmpty();
    Plan x = stage.plan(Stage.X);
    Told witness = stage.sight.one(x, x.idOf(Asking.INCIDENT, Stage.ID.toString())).orElseThrow();
    assertThat(witness.scope()).isEqualTo(Scope.WITNESS);
    assertThat(witness.fact(RouteFacts.PREFIX)).isEqualTo(Stage.PREFIX.toString());
  }
}
