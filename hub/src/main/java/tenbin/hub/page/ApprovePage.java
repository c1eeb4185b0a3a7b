package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentText;
import tenbin.nouns.member.MemberId;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.ApproverLinks;
import tenbin.spine.asking.ApproverLinks.Approver;
import tenbin.spine.asking.AskTask;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/**
 * One question to a member, looked at and answered by its approver who came by a link. To open the
 * link acts on nothing; every request brings the secret again, and no session remembers it.
 */
@Controller
@May(Act.PORTAL)
public class ApprovePage {
  static final String PATH = "/portal/approve";

  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final ApproverLinks links;
  private final Answering answering;
  private final ToldIncidents incidents;
  private final Weighbridge scales;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Audit audit;

  public ApprovePage(
      ApproverLinks links,
      Answering answering,
      ToldIncidents incidents,
      Weighbridge scales,
      Viewers viewers,
      WayOut wayOut,
      Audit audit) {
    this.links = links;
    this.answering = answering;
    this.incidents = incidents;
    this.scales = scales;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.audit = audit;
  }

  /** A fact of the report that is asked about. */
  public record Line(String word, String value) {}

  /** An approver as the audit names it. */
  private record Came(Approver approver) implements Audit.Actor {
    @Override
    public String actor() {
      return approver.actor();
    }

    @Override
    public String memberText() {
      return approver.member().text();
    }
  }

  @GetMapping(PATH)
  String door(Model model) {
    model.addAttribute("shut", false);
    return "hub/page/approve-door";
  }

  @PostMapping(PATH)
  String look(@RequestParam("secret") String secret, HttpServletRequest request, Model model) {
    Optional<Approver> approver = links.open(secret.strip());
    if (approver.isEmpty()) {
      audit.refused("look-at-question", "no such link");
      model.addAttribute("shut", true);
      return "hub/page/approve-door";
    }
    return show(approver.get(), secret, request, model);
  }

  @PostMapping(PATH + "/say")
  String say(
      @RequestParam("secret") String secret,
      @RequestParam("say") String say,
      HttpServletRequest request,
      Model model) {
    Approver approver =
        links
            .open(secret.strip())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    UUID task = approver.task().id();
    switch (say) {
      case "yes" -> answering.answer(task, approver.actor(), AskTask.Said.YES, "");
      case "no" -> answering.answer(task, approver.actor(), AskTask.Said.NO, "");
      case "undo" -> answering.undo(task, approver.actor());
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    audit.did(new Came(approver), "answer-task", task.toString());
    return show(links.open(secret.strip()).orElse(approver), secret, request, model);
  }

  private String show(Approver approver, String secret, HttpServletRequest request, Model model) {
    AskTask task = approver.task();
    boolean open = task.state() == AskTask.State.OPEN;
    model.addAttribute("task", task);
    model.addAttribute("open", open);
    model.addAttribute("secret", secret.strip());
    model.addAttribute("purpose", task.matter().purpose().code());
    model.addAttribute("recipients", task.matter().recipients().replace(':', '.'));
    model.addAttribute("said", task.hasWordOf(approver.actor()));
    model.addAttribute("otherwise", task.isAgreedOtherwise(approver.actor()));
    model.addAttribute("rows", task.matter().report().isEmpty());
    model.addAttribute("tips", open && task.matter().report().isEmpty() ? tips(approver) : 0L);
    model.addAttribute("facts", facts(approver, request));
    return "hub/page/approve";
  }

  private long tips(Approver approver) {
    return scales
        .tippedBy(answering.release(approver.task()).basis("asked"), approver.member(), List.of())
        .rows();
  }

  /** What the member itself may know of the report that it is asked about. */
  private List<Line> facts(Approver approver, HttpServletRequest request) {
    MemberId member = approver.member();
    Optional<UUID> report = approver.task().matter().report();
    List<ToldIncidents.Told> told =
        report.isEmpty()
            ? List.of()
            : incidents.of(viewers.plan(member, PURPOSE, Outlet.PAGE)).stream()
                .filter(each -> report.filter(each.report().id()::equals).isPresent())
                .toList();
    wayOut.willShow(
        request,
        new WayOut.Errand(member, PURPOSE, Outlet.PAGE),
        told.stream().map(ToldIncidents.Told::disclosure).toList());
    return told.stream().flatMap(each -> lines(each.disclosure())).toList();
  }

  private static Stream<Line> lines(Disclosure told) {
    return Arrays.stream(IncidentField.values())
        .filter(field -> !told.fact(field.field()).isEmpty())
        .map(field ->
            new Line(field.word(), IncidentText.readable(field, told.fact(field.field()))));
  }
}
