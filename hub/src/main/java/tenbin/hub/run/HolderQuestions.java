package tenbin.hub.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.ground.AskRule;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.MemberId;
import tenbin.spine.asking.ApproverLinks;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.mail.NoticeMailer;
import tenbin.spine.doors.HubMail;
import tenbin.web.exit.Viewers;

/**
 * Tells members by mail that they are asked something, once and again after half of the time. The
 * answer is given on their own page, by somebody who is signed in: the mail opens nothing, and says
 * nothing of what it is about.
 */
final class HolderQuestions {
  private final AskBook tasks;
  private final Viewers viewers;
  private final NoticeMailer mailer;
  private final HubMail mail;
  private final Supplier<Circle> circle;
  private final ApproverLinks links;
  private final Clock clock;

  HolderQuestions(
      AskBook tasks,
      Viewers viewers,
      NoticeMailer mailer,
      HubMail mail,
      Supplier<Circle> circle,
      ApproverLinks links,
      Clock clock) {
    this.tasks = tasks;
    this.viewers = viewers;
    this.mailer = mailer;
    this.mail = mail;
    this.circle = circle;
    this.links = links;
    this.clock = clock;
  }

  void turn() throws NotSent {
    for (AskTask task : tasks.all()) {
      boolean open = task.state() == AskTask.State.OPEN && clock.instant().isBefore(task.dueAt());
      if (open && task.matter().whom() == AskRule.Whom.HOLDER) {
        tell(task);
      }
    }
  }

  private void tell(AskTask task) throws NotSent {
    Instant now = clock.instant();
    Instant halfway =
        task.openedAt().plus(Duration.between(task.openedAt(), task.dueAt()).dividedBy(2));
    boolean first = task.mailedAt().isEmpty();
    boolean again = !first && task.remindedAt().isEmpty() && !now.isBefore(halfway);
    MemberId holder = new MemberId(task.matter().holder().text());
    boolean told = (first || again) && tell(task, holder, first ? "" : " again");
    if (told && first) {
      tasks.mailed(task.id(), now);
    } else if (told) {
      tasks.reminded(task.id(), now);
    }
  }

  /** Each approver by a link of its own; a member that names none, at its desk. */
  private boolean tell(AskTask task, MemberId holder, String turn) throws NotSent {
    List<Contact> approvers = links.approversOf(holder);
    if (approvers.isEmpty()) {
      Optional<String> address = Desk.addressOf(holder, circle.get());
      return address.isPresent() && tell(task, holder, turn, address.get(), "");
    }
    boolean told = false;
    for (Contact each : approvers) {
      String way = turn + " " + each.mail();
      told |= tell(task, holder, way, each.mail(), links.secret(task, each));
    }
    return told;
  }

  private boolean tell(AskTask task, MemberId holder, String way, String address, String secret)
      throws NotSent {
    Optional<Disclosure> shown = shown(task, holder, way);
    if (shown.isEmpty()) {
      return false;
    }
    HolderWords words = new HolderWords(shown.get(), mail, secret);
    mailer.send(shown.get(), words.notice(circle.get().name()), address);
    return true;
  }

  /** The reminder is another mail than the question, and so is one to somebody else. */
  private Optional<Disclosure> shown(AskTask task, MemberId holder, String way) {
    Item.Told told =
        new Item.Told(
            "question",
            task.id() + way,
            holder,
            Tlp.AMBER_STRICT,
            List.of(holder),
            List.of(
                new Item.Fact(HolderWords.PURPOSE, Category.C0, task.matter().purpose().code()),
                new Item.Fact(HolderWords.DUE, Category.C0, task.dueAt().toString())));
    return viewers.plan(holder, Purpose.RUN_THE_CIRCLE, Outlet.MAIL).decide(told)
            instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }
}
