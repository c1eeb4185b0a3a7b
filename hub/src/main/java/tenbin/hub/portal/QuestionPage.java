package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.hub.portal.PortalGuard.Visit;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/** One question, looked at and answered by one click; to look answers nothing. */
@Controller
@May(Act.PORTAL)
public class QuestionPage {
  private final AskBook tasks;
  private final Answering answering;
  private final OwnReports own;
  private final Whom whom;
  private final Audit audit;

  public QuestionPage(AskBook tasks, Answering answering, OwnReports own, Whom whom, Audit audit) {
    this.tasks = tasks;
    this.answering = answering;
    this.own = own;
    this.whom = whom;
    this.audit = audit;
  }

  @GetMapping(PortalGuard.TASK)
  String question(HttpServletRequest request, Locale locale, Model model) {
    Visit visit = PortalGuard.visit(request);
    AskTask task = task(visit);
    Customer customer = visit.customer();
    IncidentReport report = answering.report(task);
    Permission permission = answering.permission(task);
    model.addAttribute("customer", customer);
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute(
        "report", own.one(request, customer, report).orElseThrow(QuestionPage::gone));
    model.addAttribute("task", task);
    model.addAttribute("to", whom.className(task.matter().recipients(), locale));
    model.addAttribute("aim", permission.aims().iterator().next().word());
    model.addAttribute(
        "parts", permission.parts().stream().sorted().map(Permission.Part::word).toList());
    model.addAttribute(
        "mine", task.words().stream().anyMatch(each -> each.person().equals(visit.actor())));
    return "hub/portal/question";
  }

  private AskTask task(Visit visit) {
    return visit
        .link()
        .task()
        .flatMap(tasks::find)
        .filter(each -> each.matter().subject().equals(visit.customer().party()))
        .orElseThrow(QuestionPage::gone);
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  @PostMapping(PortalGuard.TASK)
  String answer(@RequestParam("say") String say, HttpServletRequest request) {
    Visit visit = PortalGuard.visit(request);
    AskTask task = task(visit);
    switch (say) {
      case "yes" -> answering.answer(task.id(), visit.actor(), AskTask.Said.YES, "");
      case "no" -> answering.answer(task.id(), visit.actor(), AskTask.Said.NO, "");
      case "undo" -> answering.undo(task.id(), visit.actor());
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    audit.did(visit, "answer-question", task.id().toString());
    return "redirect:" + PortalGuard.TASK;
  }
}
