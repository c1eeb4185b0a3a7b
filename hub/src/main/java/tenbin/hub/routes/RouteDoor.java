package tenbin.hub.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.tell.Told;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.net.Prefix;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.signin.Visitor;

/** Where pages and API both come to incidents: each time through the balance anew. Any thread. */
public final class RouteDoor {
  static final Purpose PURPOSE = Purpose.NOTIFY_ROUTE_ANOMALY;

  /** Prefixes of one file: the largest leak on record twice over. */
  static final int MOST_FILE = 400_000;

  private final RoutesDesk desk;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final PrefixStates states;
  private final Clock clock;

  public RouteDoor(
      RoutesDesk desk, Viewers viewers, WayOut wayOut, PrefixStates states, Clock clock) {
    this.desk = desk;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.states = states;
    this.clock = clock;
  }

  private Plan plan(Visitor visitor, Outlet outlet) {
    return viewers.plan(visitor.member(), PURPOSE, outlet);
  }

  /** What a page shows of the visitor's. */
  public List<Told> list(Visitor visitor) {
    return list(visitor, Outlet.PAGE);
  }

  List<Told> list(Visitor visitor, Outlet outlet) {
    return desk.sight().list(plan(visitor, outlet));
  }

  Optional<Told> one(Visitor visitor, UUID id, Outlet outlet) {
    return desk.sight().one(plan(visitor, outlet), id);
  }

  List<Disclosure> prefixes(
      Visitor visitor, Told told, Optional<Prefix> after, int most, Outlet outlet) {
    return desk.sight().prefixes(plan(visitor, outlet), told, after, most);
  }

  /** Prefixes of the visitor's own member, as far as they are released. */
  List<Disclosure> ownPrefixes(Visitor visitor, Told told, int most, Outlet outlet) {
    return desk.sight().own(plan(visitor, outlet), told, most);
  }

  /** What helps against it, of the visitor's own prefixes. */
  Help help(Told told, List<Disclosure> own) {
    return Help.of(new RouteView(told), own, states);
  }

  WayOut.Errand errand(Visitor visitor, Outlet outlet) {
    return new WayOut.Errand(visitor.member(), PURPOSE, outlet);
  }

  /** Notes what a page shows, for the ledger. */
  void show(HttpServletRequest request, Visitor visitor, List<Disclosure> some) {
    wayOut.willShow(request, errand(visitor, Outlet.PAGE), some);
  }

  /** Everything that was released of them, for the ledger. */
  public static List<Disclosure> parts(List<Told> told) {
    List<Disclosure> all = new ArrayList<>();
    told.forEach(each -> all.addAll(each.parts()));
    return all;
  }

  /** What the visitor's member did about an incident, the oldest first. */
  List<Deed> deeds(Visitor visitor, Told told) {
    return desk.incidents().deeds(told.inner(), visitor.member());
  }

  /** The member's own word on an incident; empty where it said none, or took it back. */
  public Optional<Deed> standing(Visitor visitor, Told told) {
    List<Deed> deeds = new ArrayList<>(deeds(visitor, told));
    while (!deeds.isEmpty() && deeds.getLast().act() == Deed.Act.UNDO) {
      deeds.removeLast();
      if (!deeds.isEmpty()) {
        deeds.removeLast();
      }
    }
    return deeds.isEmpty() ? Optional.empty() : Optional.of(deeds.getLast());
  }

  /**
   * Keeps what the visitor does about an incident.
   *
   * @throws IllegalArgumentException when a reason is missing or too long
   */
  void act(Visitor visitor, Told told, Deed.Act act, String reason) {
    desk.incidents()
        .did(
            new Deed(
                told.inner(),
                visitor.member(),
                visitor.actor(),
                clock.instant(),
                act,
                reason.strip()));
  }
}
