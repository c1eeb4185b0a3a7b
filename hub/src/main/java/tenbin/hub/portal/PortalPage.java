package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.hub.portal.PortalGuard.Visit;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.PortalBook.Knock;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/**
 * The portal's door and its first page. The secret stands behind the "#" of a link, which browsers
 * send to nobody: no log, no proxy and no scanner of mails ever has it, and to follow a link does
 * nothing.
 */
@Controller
@May(Act.PORTAL)
public class PortalPage {
  private final PortalBook book;
  private final PortalGuard guard;
  private final OwnReports reports;
  private final ConsentDesk desk;
  private final Audit audit;

  public PortalPage(
      PortalBook book, PortalGuard guard, OwnReports reports, ConsentDesk desk, Audit audit) {
    this.book = book;
    this.guard = guard;
    this.reports = reports;
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/portal")
  String door(HttpServletRequest request, Model model) {
    model.addAttribute("over", request.getParameter("over") != null);
    return "hub/portal/door";
  }

  @PostMapping("/portal/enter")
  String enter(
      @RequestParam("secret") String secret,
      @RequestParam(name = "code", defaultValue = "") String code,
      HttpServletRequest request,
      Model model) {
    return switch (book.knock(secret.strip(), code)) {
      case Knock.Open(var link, var customer) -> {
        guard.enter(request, link);
        audit.did(new Visit(link, customer), "enter-portal", link.id().toString());
        yield "redirect:" + (link.task().isPresent() ? PortalGuard.TASK : PortalGuard.INSIDE);
      }
      case Knock.CodeWanted ignored -> {
        model.addAttribute("secret", secret.strip());
        model.addAttribute("wrong", !code.isBlank());
        yield "hub/portal/code";
      }
      case Knock.Shut ignored -> {
        audit.refused("enter-portal", "no such link");
        model.addAttribute("shut", true);
        model.addAttribute("over", false);
        yield "hub/portal/door";
      }
    };
  }

  @PostMapping("/portal/leave")
  String leave(HttpServletRequest request) {
    guard.leave(request);
    return "redirect:/portal";
  }

  @GetMapping(PortalGuard.INSIDE)
  String home(HttpServletRequest request, Locale locale, Model model) {
    Visit visit = PortalGuard.visit(request);
    model.addAttribute("visit", visit);
    model.addAttribute("desk", reports.deskName(visit.customer(), locale));
    model.addAttribute("reports", reports.shown(request, visit.customer()));
    model.addAttribute(
        "live", desk.of(visit.customer().party()).stream().filter(ConsentDesk.Given::live).count());
    return "hub/portal/home";
  }
}
