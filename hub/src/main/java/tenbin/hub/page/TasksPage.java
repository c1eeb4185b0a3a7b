package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Outlet;
import tenbin.balance.ground.AskRule;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentField;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** What was asked about reports and rows that the visitor's member holds, and its answers. */
@Controller
@May(Act.APPROVE)
public class TasksPage {
  /** For what a holder reads all that it holds. */
  private static final Purpose PURPOSE = Purpose.JOINT_MITIGATION_NOW;

  private static final int MOST_NOTE = 500;

  private final AskBook tasks;
  private final Answering answering;
  private final ToldIncidents incidents;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Audit audit;
  private final RowTasks aboutRows;
  private final Clock clock;

  public TasksPage(
      AskBook tasks,
      Answering answering,
      ToldIncidents incidents,
      Viewers viewers,
      WayOut wayOut,
      Audit audit,
      Weighbridge scales,
      Clock clock) {
    this.tasks = tasks;
    this.answering = answering;
    this.incidents = incidents;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.audit = audit;
    this.aboutRows = new RowTasks(tasks, answering, scales);
    this.clock = clock;
  }

  /**
   * A task with what it is about.
   *
   * @param incident the member's own id of the incident
   * @param mine whether the member itself is asked
   * @param said whether this visitor said something to it already
   * @param otherwise whether the first yes came by a link
   */
  public record Row(
      AskTask task,
      UUID incident,
      String kind,
      String day,
      boolean mine,
      boolean said,
      boolean otherwise,
      String purpose) {
    public boolean open() {
      return task.state() == AskTask.State.OPEN;
    }

    public String state() {
      return task.state().word();
    }

    public String recipients() {
      return task.matter().recipients().replace(':', '.');
    }
  }

  @GetMapping("/tasks")
  String list(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    List<ToldIncidents.Told> shown = new ArrayList<>();
    model.addAttribute("tasks", rows(visitor, Outlet.PAGE, shown));
    model.addAttribute("rows", aboutRows.of(visitor));
    wayOut.willShow(
        request,
        new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE),
        shown.stream().map(ToldIncidents.Told::disclosure).toList());
    return "hub/page/tasks";
  }

  private List<Row> rows(Visitor visitor, Outlet outlet, List<ToldIncidents.Told> shown) {
    List<ToldIncidents.Told> told = incidents.of(viewers.plan(visitor.member(), PURPOSE, outlet));
    List<Row> rows = new ArrayList<>();
    for (AskTask task : tasks.of(visitor.member().party())) {
      told.stream()
          .filter(each -> task.matter().report().filter(each.report().id()::equals).isPresent())
          .findFirst()
          .ifPresent(each -> {
            shown.add(each);
            rows.add(row(visitor, task, each));
          });
    }
    return rows;
  }

  private static Row row(Visitor visitor, AskTask task, ToldIncidents.Told told) {
    return new Row(
        task,
        told.disclosure().id(),
        told.disclosure().fact(IncidentField.KIND.field()),
        told.disclosure().fact(IncidentField.DAY.field()),
        task.matter().whom() == AskRule.Whom.HOLDER,
        task.hasWordOf(visitor.actor()),
        task.isAgreedOtherwise(visitor.actor()),
        task.matter().purpose().code());
  }

  @PostMapping("/tasks/{id}")
  String answer(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam("say") String say,
      @RequestParam(name = "note", defaultValue = "") String note) {
    AskTask task =
        tasks
            .find(id)
            .filter(each -> each.matter().holder().equals(visitor.member().party()))
            .filter(each -> each.matter().whom() == AskRule.Whom.HOLDER)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (note.length() > MOST_NOTE) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    switch (say) {
      case "yes" -> answering.answer(task.id(), visitor.actor(), AskTask.Said.YES, note);
      case "no" -> answering.answer(task.id(), visitor.actor(), AskTask.Said.NO, note);
      case "undo" -> answering.undo(task.id(), visitor.actor());
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    audit.did(visitor, "answer-task", id.toString());
    return "redirect:/tasks";
  }

  @GetMapping("/tasks/export.csv")
  ResponseEntity<byte[]> export(
      @AuthenticationPrincipal Visitor visitor, HttpServletRequest request) {
    List<ToldIncidents.Told> shown = new ArrayList<>();
    TaskTable table = new TaskTable();
    rows(visitor, Outlet.DOWNLOAD, shown).forEach(table::add);
    aboutRows.of(visitor).forEach(table::add);
    wayOut.willShow(
        request,
        new WayOut.Errand(visitor.member(), PURPOSE, Outlet.DOWNLOAD),
        shown.stream().map(ToldIncidents.Told::disclosure).toList());
    return ResponseEntity.ok()
        .header("Content-Type", "text/csv; charset=utf-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"tasks-" + clock.instant().getEpochSecond() + ".csv\"")
        .body(table.bytes());
  }
}
