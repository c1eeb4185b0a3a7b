package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.casework.CaseBook;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The way into one case: by the id that the visitor's member knows, and by no other. */
public final class CaseDoor {
  /** What cases are told for. */
  static final Purpose PURPOSE = Purpose.INFORM_AND_DEFEND;

  private final CaseBook book;
  private final Viewers viewers;
  private final WayOut wayOut;

  public CaseDoor(CaseBook book, Viewers viewers, WayOut wayOut) {
    this.book = book;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  /** A case that somebody looks at, with the plan under which it does. */
  record Inside(Plan plan, CaseBook.Shared shared) {}

  Optional<Inside> open(Visitor visitor, UUID id, Outlet outlet) {
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    return book.shared(plan, id).map(shared -> new Inside(plan, shared));
  }

  Inside page(Visitor visitor, UUID id) {
    return open(visitor, id, Outlet.PAGE)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  Inside api(Visitor visitor, UUID id) {
    return open(visitor, id, Outlet.API).orElseThrow(Problem::absent);
  }

  /** All that is told of a case itself. */
  static List<Disclosure> all(CaseBook.Shared shared) {
    List<Disclosure> told = new ArrayList<>(List.of(shared.seen()));
    told.addAll(shared.named());
    told.addAll(shared.own());
    return told;
  }

  /** The page that is being made shows these. */
  void show(HttpServletRequest request, Visitor visitor, Collection<Disclosure> told) {
    wayOut.willShow(request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), told);
  }

  WayOut wayOut() {
    return wayOut;
  }
}
