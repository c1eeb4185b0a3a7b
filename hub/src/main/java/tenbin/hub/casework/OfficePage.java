package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The secretariat joins cases that are one and divides those that are two. */
@Controller
public class OfficePage {
  private static final String HERE = "redirect:/secretariat/cases";

  private final OfficeDesk desk;
  private final WayOut wayOut;
  private final Roster roster;
  private final Audit audit;

  public OfficePage(OfficeDesk desk, WayOut wayOut, Roster roster, Audit audit) {
    this.desk = desk;
    this.wayOut = wayOut;
    this.roster = roster;
    this.audit = audit;
  }

  @GetMapping("/secretariat/cases")
  @May(Act.WATCH_CIRCLE)
  String cases(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Plan plan = desk.plan(visitor, Outlet.PAGE);
    List<Disclosure> cases = desk.cases(plan);
    List<Disclosure> links = desk.links(plan);
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), OfficeDesk.PURPOSE, Outlet.PAGE);
    wayOut.willShow(request, errand, cases);
    wayOut.willShow(request, errand, links);
    model.addAttribute(
        "cases", cases.stream().map(each -> OfficeCase.of(each, roster.circle(), locale)).toList());
    model.addAttribute(
        "links",
        links.stream().map(each -> OfficeCase.Link.of(each, roster.circle(), locale)).toList());
    return "hub/casework/office";
  }

  @PostMapping("/secretariat/cases/join")
  @May(Act.RUN_CIRCLE)
  String join(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "into", defaultValue = "") String into,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    boolean done = desk.join(desk.plan(visitor, Outlet.PAGE), visitor, from, into);
    return after(done, visitor, "join-cases", request, response, locale, model);
  }

  @PostMapping("/secretariat/cases/split")
  @May(Act.RUN_CIRCLE)
  String split(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "member", defaultValue = "") List<String> members,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Plan plan = desk.plan(visitor, Outlet.PAGE);
    boolean done = desk.split(plan, visitor, from, Set.copyOf(members));
    return after(done, visitor, "split-case", request, response, locale, model);
  }

  @PostMapping("/secretariat/cases/undo")
  @May(Act.RUN_CIRCLE)
  String undo(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "link", defaultValue = "") String link,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    boolean done = desk.undo(desk.plan(visitor, Outlet.PAGE), visitor, link);
    return after(done, visitor, "undo-case-link", request, response, locale, model);
  }

  private String after(
      boolean done,
      Visitor visitor,
      String act,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    if (done) {
      audit.did(visitor, act, visitor.memberText());
      return HERE;
    }
    response.setStatus(HttpStatus.CONFLICT.value());
    model.addAttribute("refused", true);
    return cases(visitor, request, locale, model);
  }
}
