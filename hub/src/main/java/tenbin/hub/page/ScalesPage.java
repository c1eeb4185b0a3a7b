package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Outlet;
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
  private final ScalesDesk desk;
  private final WayOut wayOut;

  public ScalesPage(ScalesDesk desk, WayOut wayOut) {
    this.desk = desk;
    this.wayOut = wayOut;
  }

  /**
   * What the visitor's own organisation holds.
   *
   * @param rung of the ladder that is shown first, counted from 0: without script it is asked for
   */
  @GetMapping("/balance")
  @May(Act.READ)
  String own(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "rung") Optional<Integer> rung,
      HttpServletRequest request,
      Model model) {
    ScalesDesk.Told told = desk.own(visitor, Outlet.PAGE, time(model));
    int last = told.rungs().size() - 1;
    model.addAttribute("rung", Math.clamp(rung.orElse(told.now()), 0, last));
    return show(visitor, told, false, request, model);
  }

  /** The door lets the secretariat in alone. */
  @GetMapping("/secretariat/balance")
  @May(Act.WATCH_CIRCLE)
  String whole(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    ScalesDesk.Told told = desk.whole(visitor, Outlet.PAGE, time(model));
    model.addAttribute("rung", told.now());
    return show(visitor, told, true, request, model);
  }

  private static ReaderTime time(Model model) {
    return Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
  }

  private String show(
      Visitor visitor,
      ScalesDesk.Told told,
      boolean whole,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("weighed", told.weighed());
    model.addAttribute("rows", told.rows());
    model.addAttribute("offers", told.offers());
    model.addAttribute("rungs", told.rungs());
    model.addAttribute("now", told.now());
    model.addAttribute("whole", whole);
    wayOut.willShow(request, ScalesDesk.errand(visitor, Outlet.PAGE), told.shown());
    return "hub/page/scales";
  }
}
