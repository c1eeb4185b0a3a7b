package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.GroundRefused;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/**
 * The grounds in force, and a member's own decision about them: it adopts a model clause for itself
 * and gives it up again, never for another one.
 */
@Controller
public class GroundsPage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final GroundBook book;
  private final Roster roster;
  private final Viewers viewers;
  private final OwnScales scales;
  private final WayOut wayOut;
  private final Standing standing;
  private final Clock clock;

  public GroundsPage(
      GroundBook book,
      Roster roster,
      Viewers viewers,
      OwnScales scales,
      WayOut wayOut,
      Standing standing,
      Clock clock) {
    this.book = book;
    this.roster = roster;
    this.viewers = viewers;
    this.scales = scales;
    this.wayOut = wayOut;
    this.standing = standing;
    this.clock = clock;
  }

  @GetMapping("/grounds")
  @May(Act.READ)
  String grounds(
      @AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    GroundPapers papers = papers(visitor, model);
    model.addAttribute("clauses", papers.clauses());
    model.addAttribute("own", papers.own());
    if (standing.of(visitor.member()) == Role.SECRETARIAT) {
      model.addAttribute("files", book.files());
    }
    show(visitor, request, papers.shown());
    return "hub/page/grounds";
  }

  @GetMapping("/grounds/clause")
  @May(Act.READ)
  String clause(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("id") String id,
      HttpServletRequest request,
      Model model) {
    GroundPapers papers = papers(visitor, model);
    GroundPapers.Clause clause = papers.clause(id).orElseThrow(GroundsPage::absent);
    model.addAttribute("clause", clause);
    ScalesView view = new ScalesView(roster.circle(), plan(visitor), time(model).locale());
    if (clause.adoptable() && !clause.adopted()) {
      model.addAttribute(
          "offer",
          scales.read(visitor.member(), id::equals).offers().stream()
              .findFirst()
              .flatMap(offer -> view.offer(offer, book.title(id, time(model).locale())))
              .orElseThrow(GroundsPage::absent));
    }
    show(visitor, request, view.shown());
    show(visitor, request, papers.shown());
    return "hub/page/clause";
  }

  @PostMapping("/grounds/adopt")
  @May(Act.APPROVE)
  String adopt(@AuthenticationPrincipal Visitor visitor, @RequestParam("id") String id) {
    requireVisible(visitor, id);
    record(visitor, new Deed.Adopted(id, visitor.member().party(), Optional.empty()));
    return "redirect:/grounds/clause?id=" + encoded(id);
  }

  @PostMapping("/grounds/leave")
  @May(Act.APPROVE)
  String leave(@AuthenticationPrincipal Visitor visitor, @RequestParam("id") String id) {
    record(visitor, new Deed.Left(id, visitor.member().party()));
    return "redirect:/grounds/clause?id=" + encoded(id);
  }

  /** A clause that the visitor may not see is not there. */
  private void requireVisible(Visitor visitor, String id) {
    ReaderTime any = new ReaderTime(ZoneOffset.UTC, Locale.ENGLISH);
    boolean visible =
        new GroundPapers(book, roster.circle(), plan(visitor), any).clause(id).isPresent();
    if (!visible || standing.of(visitor.member()) == Role.NONE) {
      throw absent();
    }
  }

  private void record(Visitor visitor, Deed deed) {
    Instant now = clock.instant();
    String evidence = "the page of the hub, " + visitor.actor() + ", " + now;
    try {
      book.record(new Entry.By(visitor.member(), visitor.actor()), List.of(deed), now, evidence);
    } catch (GroundRefused refused) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, refused.getMessage(), refused);
    }
  }

  private GroundPapers papers(Visitor visitor, Model model) {
    return new GroundPapers(book, roster.circle(), plan(visitor), time(model));
  }

  private Plan plan(Visitor visitor) {
    return viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE);
  }

  private static ReaderTime time(Model model) {
    return Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
  }

  private void show(Visitor visitor, HttpServletRequest request, List<Disclosure> shown) {
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE);
    wayOut.willShow(request, errand, shown);
  }

  private static String encoded(String id) {
    return java.net.URLEncoder.encode(id, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
