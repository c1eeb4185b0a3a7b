package tenbin.hub.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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
   * @param rungs the same with fewer and with more of its approvals
   * @param now which of them is how things stand, counted from 0
   * @param shown for the ledger
   */
  record Told(
      List<ScalesView.Weighed> weighed,
      long rows,
      List<ScalesView.Offer> offers,
      List<ScalesView.Rung> rungs,
      int now,
      List<Disclosure> shown) {}

  static WayOut.Errand errand(Visitor visitor, Outlet outlet) {
    return new WayOut.Errand(visitor.member(), PURPOSE, outlet);
  }

  /** The visitor's own rows. */
  Told own(Visitor visitor, Outlet outlet, ReaderTime time) {
    return told(visitor, outlet, time, clauses -> own.read(visitor.member(), clauses));
  }

  /** Everybody's; the door lets the secretariat in alone. */
  Told whole(Visitor visitor, Outlet outlet, ReaderTime time) {
    return told(
        visitor, outlet, time, clauses -> scales.read(Optional.empty(), List.of(), clauses));
  }

  private Told told(
      Visitor visitor,
      Outlet outlet,
      ReaderTime time,
      Function<Predicate<String>, Weighbridge.Reading> read) {
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    GroundPapers papers = new GroundPapers(book, roster.circle(), plan, time);
    Weighbridge.Reading reading = read.apply(id -> papers.clause(id).isPresent());
    ScalesView view = new ScalesView(roster.circle(), plan, time.locale());
    UnaryOperator<String> title = id -> book.title(id, time.locale());
    List<ScalesView.Offer> offers =
        reading.offers().stream()
            .flatMap(offer -> view.offer(offer, title.apply(offer.basis().id())).stream())
            .toList();
    List<ScalesView.Weighed> weighed = view.of(reading.picture());
    List<ScalesView.Rung> rungs = view.rungs(reading.ladder(), weighed, title);
    List<Disclosure> shown = new ArrayList<>(view.shown());
    shown.addAll(papers.shown());
    return new Told(weighed, reading.rows(), offers, rungs, reading.ladder().now(), shown);
  }
}
