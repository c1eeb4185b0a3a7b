package tenbin.hub.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.CustomerNetwork;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.ground.AskRule;
import tenbin.hub.wiring.PortalParts;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.Spine;
import tenbin.spine.asking.ApproverLinks;
import tenbin.spine.asking.AskTask;
import tenbin.spine.asking.RowQuestion;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.mail.AskMailer;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.mail.NoticeMailer;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.HubMail;
import tenbin.spine.incident.IncidentItems;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.web.exit.Viewers;

/** Opens tasks where somebody can be asked, and mails those that are an organisation's. */
public final class Questions {
  private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

  /**
   * Somebody who told something has it in mind still; a look where nothing changed reads a count.
   */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PortalParts parts;
  private final Viewers viewers;
  private final Optional<Post> post;
  private final Clock clock;

  /** What mails a question. */
  private record Post(AskMailer mailer, HolderQuestions holders, URI page, ZoneId zone) {}

  private Questions(PortalParts parts, Viewers viewers, Optional<Post> post, Clock clock) {
    this.parts = parts;
    this.viewers = viewers;
    this.post = post;
    this.clock = clock;
  }

  /**
   * Those of a hub.
   *
   * @param mail by which organisations are asked; empty asks on pages alone
   */
  public static Questions of(
      Spine spine,
      Doors doors,
      PortalParts parts,
      Viewers viewers,
      Optional<HubMail> mail,
      Clock clock) {
    String name = spine.roster().circle().name();
    Optional<Post> post =
        mail.map(each -> {
          MailRules rules = MailRules.of(each.address(), name, each.page(), each.zone());
          AskMailer mailer =
              new AskMailer(each.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
          NoticeMailer notices =
              new NoticeMailer(each.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
          Supplier<Circle> circle = () -> spine.roster().circle();
          ApproverLinks links = new ApproverLinks(parts.tokens(), parts.asks(), circle, clock);
          HolderQuestions holders =
              new HolderQuestions(parts.asks(), viewers, notices, each, circle, links, clock);
          return new Post(mailer, holders, each.page(), each.zone());
        });
    return new Questions(parts, viewers, post, clock);
  }

  Round round(Doors doors) {
    return new Round(
        "questions", new Round.Rhythm(Duration.ZERO, PAUSE), this::turn, doors.health());
  }

  /** Asks whom it can now, and mails what is an organisation's turn. */
  public void turn() throws NotSent {
    parts.asker().look();
    parts.rowAsker().look();
    if (post.isPresent()) {
      for (AskTask task : next(parts.asks().all())) {
        mail(task, post.get());
      }
      post.get().holders.turn();
    }
  }

  /** The oldest first; of one moment how it was done goes before who it was, P11 before others. */
  private static final Comparator<AskTask> TURN =
      Comparator.comparing(AskTask::openedAt)
          .thenComparing(task -> !task.matter().categories().contains(Category.C1))
          .thenComparing(task -> task.matter().purpose() != Purpose.INFORM_AND_DEFEND)
          .thenComparing(AskTask::id);

  /** One question to an organisation at a time: the one that was opened first. */
  private static Collection<AskTask> next(List<AskTask> tasks) {
    Map<PartyId, AskTask> first = new LinkedHashMap<>();
    List<AskTask> inTurn = tasks.stream().sorted(TURN).toList();
    for (AskTask task : inTurn) {
      if (task.state() == AskTask.State.OPEN && task.matter().whom() == AskRule.Whom.SUBJECT) {
        first.putIfAbsent(task.matter().subject(), task);
      }
    }
    return first.values();
  }

  private void mail(AskTask task, Post by) throws NotSent {
    Instant now = clock.instant();
    boolean open = now.isBefore(task.dueAt());
    Instant halfway =
        task.openedAt().plus(Duration.between(task.openedAt(), task.dueAt()).dividedBy(2));
    boolean first = task.mailedAt().isEmpty();
    boolean again = !first && task.remindedAt().isEmpty() && !now.isBefore(halfway);
    if (!open || !(first || again)) {
      return;
    }
    Optional<Customer> customer =
        parts
            .portal()
            .find(new MemberId(task.matter().subject().text()))
            .filter(Customer::isActive);
    Optional<Disclosure> shown = customer.flatMap(each -> shown(task, each));
    if (customer.isEmpty() || shown.isEmpty()) {
      return;
    }
    try {
      by.mailer.send(question(task, customer.get(), by, first), shown.get());
    } catch (NotSent notSent) {
      if (notSent.kind() == NotSent.Kind.LATER) {
        throw notSent;
      }
      LOG.warn("a question to {} was refused: {}", customer.get().id(), notSent.words());
    }
    if (first) {
      parts.asks().mailed(task.id(), now);
    } else {
      parts.asks().reminded(task.id(), now);
    }
  }

  /** To ask tells something: only what the one asked may know. */
  private Optional<Disclosure> shown(AskTask task, Customer customer) {
    Plan plan = viewers.plan(customer.id(), Purpose.ANSWER_THE_SUBJECT, Outlet.MAIL);
    return item(task, customer)
        .map(plan::decide)
        .flatMap(decision ->
            decision instanceof Decision.Released(Disclosure disclosure)
                ? Optional.of(disclosure)
                : Optional.empty());
  }

  private Optional<Item> item(AskTask task, Customer customer) {
    if (task.matter().isAboutRowsOfItsSubject()) {
      List<Prefix> networks =
          plan(customer).networks().stream()
              .filter(each -> each.customer().equals(customer.party()))
              .map(CustomerNetwork::prefix)
              .toList();
      return networks.isEmpty()
          ? Optional.empty()
          : Optional.of(RowQuestion.of(task, customer, networks));
    }
    return task.matter()
        .report()
        .flatMap(report -> parts.incidents().one(customer.party(), report))
        .map(IncidentItems::whole);
  }

  /** As its desk would ask for rows. */
  private Plan plan(Customer customer) {
    return viewers.plan(customer.desk(), Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.MAIL);
  }

  private AskMailer.Question question(AskTask task, Customer customer, Post by, boolean first) {
    PortalBook.Issued issued =
        parts
            .portal()
            .issue(
                new PortalBook.Order(
                    customer.id(),
                    Optional.of(task.id()),
                    false,
                    "hub:questions",
                    Duration.between(clock.instant(), task.dueAt())));
    String aim =
        Permission.Aim.of(task.matter().purpose()).map(Permission.Aim::word).orElse("defend");
    return new AskMailer.Question(
        task.id(),
        first ? AskMailer.Turn.FIRST : AskMailer.Turn.REMINDER,
        customer.id(),
        customer.mail(),
        part(task),
        aim,
        task.matter().recipients(),
        by.page.resolve("/portal") + "#" + issued.secret(),
        task.dueAt().atZone(by.zone));
  }

  private String part(AskTask task) {
    return task.matter().isAboutRowsOfItsSubject()
        ? AskMailer.ROWS
        : parts.answering().permission(task).parts().stream()
            .min(Comparator.naturalOrder())
            .map(Permission.Part::word)
            .orElse("method");
  }
}
