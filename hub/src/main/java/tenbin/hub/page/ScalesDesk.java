package tenbin.hub.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.roster.Roster;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ReaderTime;
import tenbin.web.signin.Visitor;

/** What stands on the scales, for page and programs the same way. */
public final class ScalesDesk {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Weighbridge scales;
  private final OwnScales own;
  private final GroundBook book;
  private final Roster roster;
  private final Viewers viewers;

  public ScalesDesk(
      Weighbridge scales, OwnScales own, GroundBook book, Roster roster, Viewers viewers) {
    this.scales = scales;
    this.own = own;
    this.book = book;
    this.roster = roster;
    this.viewers = viewers;
  }

  /**
   * What one reader is told.
   *
   * @param shown for the ledger
   */
  record Told(
      List<ScalesView.Weighed> weighed,
      long rows,
      List<ScalesView.Offer> offers,
      List<Disclosure> shown) {}

  static WayOut.Errand errand(Visitor visitor, Outlet outlet) {
    return new WayOut.Errand(visitor.member(), PURPOSE, outlet);
  }

  /** The visitor's own rows. */
  Told own(Visitor visitor, Outlet outlet, ReaderTime time) {
    return told(visitor, outlet, time, own.read(visitor.member()));
  }

  /** Everybody's; the door lets the secretariat in alone. */
  Told whole(Visitor visitor, Outlet outlet, ReaderTime time) {
    return told(visitor, outlet, time, scales.read(Optional.empty(), List.of()));
  }

  private Told told(Visitor visitor, Outlet outlet, ReaderTime time, Weighbridge.Reading reading) {
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    ScalesView view = new ScalesView(roster.circle(), plan, time.locale());
    GroundPapers papers = new GroundPapers(book, roster.circle(), plan, time);
    List<ScalesView.Offer> offers =
        reading.offers().stream()
            .filter(offer -> papers.clause(offer.basis().id()).isPresent())
            .flatMap(
                offer -> view.offer(offer, book.title(offer.basis().id(), time.locale())).stream())
            .toList();
    List<ScalesView.Weighed> weighed = view.of(reading.picture());
    List<Disclosure> shown = new ArrayList<>(view.shown());
    shown.addAll(papers.shown());
    return new Told(weighed, reading.rows(), offers, shown);
  }
}
