package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.roster.Roster;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/**
 * The balance as a picture: a member sees what it holds itself, the secretariat the whole circle,
 * and nobody anything of another member.
 */
@Controller
public class ScalesPage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Weighbridge scales;
  private final OwnScales own;
  private final GroundBook book;
  private final Roster roster;
  private final Viewers viewers;
  private final WayOut wayOut;

  public ScalesPage(
      Weighbridge scales,
      OwnScales own,
      GroundBook book,
      Roster roster,
      Viewers viewers,
      WayOut wayOut) {
    this.scales = scales;
    this.own = own;
    this.book = book;
    this.roster = roster;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  @GetMapping("/balance")
  @May(Act.READ)
  String own(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    return show(visitor, Optional.of(visitor.member()), request, model);
  }

  /** The door lets the secretariat in alone. */
  @GetMapping("/secretariat/balance")
  @May(Act.WATCH_CIRCLE)
  String whole(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    return show(visitor, Optional.empty(), request, model);
  }

  private String title(Weighbridge.Offer offer, ReaderTime time) {
    return book.title(offer.basis().id(), time.locale());
  }

  private String show(
      Visitor visitor, Optional<MemberId> holder, HttpServletRequest request, Model model) {
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    ScalesView view = new ScalesView(roster.circle(), plan(visitor), time.locale());
    Weighbridge.Reading reading =
        holder.map(own::read).orElseGet(() -> scales.read(Optional.empty(), List.of()));
    GroundPapers papers = new GroundPapers(book, roster.circle(), plan(visitor), time);
    List<ScalesView.Offer> offers =
        reading.offers().stream()
            .filter(offer -> papers.clause(offer.basis().id()).isPresent())
            .flatMap(offer -> view.offer(offer, title(offer, time)).stream())
            .toList();
    model.addAttribute("weighed", view.of(reading.picture()));
    model.addAttribute("rows", reading.rows());
    model.addAttribute("offers", offers);
    model.addAttribute("whole", holder.isEmpty());
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE);
    List<Disclosure> shown = new ArrayList<>(view.shown());
    shown.addAll(papers.shown());
    wayOut.willShow(request, errand, shown);
    return "hub/page/scales";
  }

  private Plan plan(Visitor visitor) {
    return viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE);
  }
}
