package tenbin.hub.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.desks.routes.tell.PastSight;
import tenbin.desks.routes.tell.PastTold;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.signin.Visitor;

/**
 * Where page, file and API come to routes of the past: each time through the balance. Any thread.
 */
public final class PastDoor {
  private final PastSight sight;
  private final Viewers viewers;
  private final WayOut wayOut;

  public PastDoor(PastSight sight, Viewers viewers, WayOut wayOut) {
    this.sight = sight;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  PastTold ask(Visitor visitor, PastQuestion question, Outlet outlet) {
    return sight.ask(viewers.plan(visitor.member(), RouteDoor.PURPOSE, outlet), question);
  }

  WayOut.Errand errand(Visitor visitor, Outlet outlet) {
    return new WayOut.Errand(visitor.member(), RouteDoor.PURPOSE, outlet);
  }

  /** Notes what a page shows, for the ledger. */
  void show(HttpServletRequest request, Visitor visitor, List<Disclosure> some) {
    wayOut.willShow(request, errand(visitor, Outlet.PAGE), some);
  }

  WayOut.Parcel pack(Visitor visitor, Outlet outlet, PastFile file, List<Disclosure> shown) {
    return wayOut.packAs(errand(visitor, outlet), file.ending(), shown, file.bytes());
  }
}
