package tenbin.spine.asking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.balance.Balance;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Question.Asked;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.IncidentItems;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.permission.Permission;

/**
 * Opens tasks where the balance says that somebody can be asked, and tells the balance what was
 * asked already. Any thread.
 */
public final class Asker implements ToldIncidents.Questions {
  private static final byte[] NO_KEY = new byte[32];

  private final IncidentBook incidents;
  private final AskBook tasks;
  private final Supplier<Balance> balance;
  private final Clock clock;

  /** What a look would find nothing new under. */
  private volatile String seen = "";

  public Asker(IncidentBook incidents, AskBook tasks, Supplier<Balance> balance, Clock clock) {
    this.incidents = incidents;
    this.tasks = tasks;
    this.balance = balance;
    this.clock = clock;
  }

  @Override
  public List<Asked> about(IncidentReport report, Plan plan) {
    String recipients = classOf(balance.get().policy().circle(), plan.request().recipient().text());
    return asked(report, plan.request().purpose(), recipients, tasks.about(report.id()));
  }

  private static List<Asked> asked(
      IncidentReport report, Purpose purpose, String recipients, List<AskTask> tasks) {
    List<Asked> asked = new ArrayList<>();
    for (AskTask task : tasks) {
      AskTask.Matter matter = task.matter();
      if (matter.report().equals(Optional.of(report.id()))
          && matter.purpose() == purpose
          && matter.recipients().equals(recipients)) {
        stateOf(task).ifPresent(state -> asked.add(new Asked(matter.rule(), "", state)));
      }
    }
    return asked;
  }

  /** A yes comes as a ground; whoever let the time pass, or took a yes back, said no. */
  private static Optional<Asked.State> stateOf(AskTask task) {
    return switch (task.state()) {
      case OPEN -> Optional.of(Asked.State.PENDING);
      case REFUSED, EXPIRED, UNDONE -> Optional.of(Asked.State.REFUSED);
      case APPROVED -> Optional.empty();
    };
  }

  /**
   * Looks at every report for every operator, where anything changed since the last look; returns
   * how many tasks it opened.
   */
  public int look() {
    Instant now = clock.instant();
    int expired = tasks.expire(now);
    Balance standing = balance.get();
    // Grounds begin and end by time alone too.
    String hour = now.truncatedTo(java.time.temporal.ChronoUnit.HOURS).toString();
    String mark = standing.policy().grounds().version() + " " + incidents.count() + " " + hour;
    if (expired == 0 && mark.equals(seen)) {
      return 0;
    }
    int opened = look(standing, now);
    seen = mark;
    return opened;
  }

  private int look(Balance standing, Instant now) {
    List<AskTask> known = tasks.all();
    Circle circle = standing.policy().circle();
    int opened = 0;
    for (IncidentReport report : incidents.all()) {
      for (Permission.Aim aim : Permission.Aim.values()) {
        for (Member member : circle.members()) {
          boolean operator = classOf(circle, member.id().text()).equals(Permission.EVERY_OPERATOR);
          if (operator && !member.id().party().equals(report.holder())) {
            Request request = new Request(member.id(), aim.purpose(), Outlet.PAGE, now);
            opened += look(standing, report, request, known);
          }
        }
      }
    }
    return opened;
  }

  private int look(Balance standing, IncidentReport report, Request request, List<AskTask> known) {
    String recipients = classOf(standing.policy().circle(), request.recipient().text());
    List<Asked> asked = asked(report, request.purpose(), recipients, known);
    Plan plan = standing.plan(request, new RecipientKey(NO_KEY));
    int opened = 0;
    for (AskFor ask : plan.weigh(IncidentItems.told(report), asked).asks()) {
      Optional<AskRule> rule =
          standing.policy().grounds().askRules().stream()
              .filter(each -> each.id().equals(ask.rule()))
              .findFirst();
      if (!ask.pending() && rule.isPresent() && mayAsk(report, ask)) {
        AskTask task = task(standing.policy().grounds(), report, request, rule.get(), recipients);
        opened += tasks.open(task) ? 1 : 0;
      }
    }
    return opened;
  }

  private static boolean mayAsk(IncidentReport report, AskFor ask) {
    return ask.whom() != AskRule.Whom.SUBJECT || report.asking() == IncidentReport.Asking.WELCOME;
  }

  private static AskTask task(
      PolicySet policy, IncidentReport report, Request request, AskRule rule, String recipients) {
    AskTask.Matter matter =
        new AskTask.Matter(
            rule.id(),
            rule.whom(),
            report.holder(),
            report.subject(),
            Optional.of(report.id()),
            rule.gate(),
            rule.categories(),
            request.purpose(),
            recipients);
    return new NewTask(policy, request.at()).of(matter);
  }

  /** The class for which is asked: the same words as in a permission. */
  private static String classOf(Circle circle, String member) {
    return circle.members().stream()
        .filter(each -> each.id().text().equals(member))
        .findFirst()
        .map(Member::memberClass)
        .map(each ->
            each == MemberClass.OBSERVER || each == MemberClass.SECRETARIAT
                ? "class:" + each.word()
                : Permission.EVERY_OPERATOR)
        .orElse("");
  }
}
