package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
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
import tenbin.spine.permission.RowConsents;
import tenbin.spine.permission.RowPermission;
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
  private final RowConsents rows;
  private final Audit audit;

  public QuestionPage(
      AskBook tasks,
      Answering answering,
      OwnReports own,
      Whom whom,
      RowConsents rows,
      Audit audit) {
    this.tasks = tasks;
    this.answering = answering;
    this.own = own;
    this.whom = whom;
    this.rows = rows;
    this.audit = audit;
  }

  @GetMapping(PortalGuard.TASK)
  String question(HttpServletRequest request, Locale locale, Model model) {
    Visit visit = PortalGuard.visit(request);
    AskTask task = task(visit);
    Customer customer = visit.customer();
    model.addAttribute("task", task);
    model.addAttribute("mine", said(visit, task));
    model.addAttribute("customer", customer);
    return task.matter().isAboutRowsOfItsSubject()
        ? aboutRows(customer, model)
        : aboutReport(request, locale, model, task);
  }

  private static boolean said(Visit visit, AskTask task) {
    return task.words().stream().anyMatch(each -> each.person().equals(visit.actor()));
  }

  private String aboutRows(Customer customer, Model model) {
    model.addAttribute("networks", rows.networksOf(customer.party()));
    model.addAttribute(
        "parts",
        answering.rowPermission().parts().stream().sorted().map(RowPermission.Part::word).toList());
    return "hub/portal/row-question";
  }

  private String aboutReport(HttpServletRequest request, Locale locale, Model model, AskTask task) {
    Customer customer = PortalGuard.visit(request).customer();
    IncidentReport report = answering.report(task);
    Permission permission = answering.permission(task);
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute(
        "report", own.one(request, customer, report).orElseThrow(QuestionPage::gone));
    model.addAttribute("to", whom.className(task.matter().recipients(), locale));
    model.addAttribute("aim", permission.aims().iterator().next().word());
    model.addAttribute(
        "parts", permission.parts().stream().sorted().map(Permission.Part::word).toList());
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
    say(visit, task(visit), say);
    return "redirect:" + PortalGuard.TASK;
  }

  /** The same for who came in by a link to the whole portal. */
  @PostMapping(RowsPage.PATH + "/answer")
  String answer(
      @RequestParam("task") UUID id, @RequestParam("say") String say, HttpServletRequest request) {
    Visit visit = PortalGuard.visit(request);
    AskTask task =
        tasks
            .find(id)
            .filter(each -> each.matter().isAboutRowsOfItsSubject())
            .filter(each -> each.matter().subject().equals(visit.customer().party()))
            .orElseThrow(QuestionPage::gone);
    say(visit, task, say);
    return "redirect:" + RowsPage.PATH;
  }

  private void say(Visit visit, AskTask task, String say) {
    switch (say) {
      case "yes" -> answering.answer(task.id(), visit.actor(), AskTask.Said.YES, "");
      case "no" -> answering.answer(task.id(), visit.actor(), AskTask.Said.NO, "");
      case "undo" -> answering.undo(task.id(), visit.actor());
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    audit.did(visit, "answer-question", task.id().toString());
  }
}
