package tenbin.hub.today;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.desks.routes.tell.Told;
import tenbin.hub.routes.RouteDoor;
import tenbin.hub.routes.RouteView;
import tenbin.hub.routes.Said;
import tenbin.nouns.consent.Purpose;
import tenbin.web.may.Act;

/** Route incidents that go on, touch the member's own prefixes, and that nobody took in hand. */
final class RouteNeeds implements Needs {
  /** Somebody should have looked by then: a choice, not a figure. */
  private static final Duration LOOK = Duration.ofHours(1);

  private final RouteDoor door;

  RouteNeeds(RouteDoor door) {
    this.door = door;
  }

  @Override
  public Act act() {
    return Act.ANSWER;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    List<Told> open =
        door.list(looker.visitor()).stream()
            .filter(each -> isOpen(new RouteView(each)))
            .filter(each -> door.standing(looker.visitor(), each).isEmpty())
            .toList();
    looker.show(Purpose.NOTIFY_ROUTE_ANOMALY, RouteDoor.parts(open));
    return open.stream().map(each -> need(new RouteView(each), looker));
  }

  private static boolean isOpen(RouteView view) {
    return view.own() && view.goesOn();
  }

  private static Need need(RouteView view, Looker looker) {
    String kind = new Said(looker.locale()).kind(view.kind());
    return Need.plain(
        Need.Kind.ROUTE,
        looker.say("today.route", kind, view.by(), view.ownPrefixes()),
        Optional.of(view.begin().plus(LOOK)),
        "/routes/" + view.id());
  }
}
