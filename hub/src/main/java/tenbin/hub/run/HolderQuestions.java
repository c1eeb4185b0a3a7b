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
import tenbin.nouns.member.MemberId;
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
  private final Clock clock;

  HolderQuestions(
      AskBook tasks,
      Viewers viewers,
      NoticeMailer mailer,
      HubMail mail,
      Supplier<Circle> circle,
      Clock clock) {
    this.tasks = tasks;
    this.viewers = viewers;
    this.mailer = mailer;
    this.mail = mail;
    this.circle = circle;
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
    Optional<String> address = Desk.addressOf(holder, circle.get());
    Optional<Disclosure> shown = first || again ? shown(task, holder, first) : Optional.empty();
    if (shown.isEmpty() || address.isEmpty()) {
      return;
    }
    HolderWords words = new HolderWords(shown.get(), mail);
    mailer.send(shown.get(), words.notice(circle.get().name()), address.get());
    if (first) {
      tasks.mailed(task.id(), now);
    } else {
      tasks.reminded(task.id(), now);
    }
  }

  /** The reminder is another mail than the question. */
  private Optional<Disclosure> shown(AskTask task, MemberId holder, boolean first) {
    Item.Told told =
        new Item.Told(
            "question",
            first ? task.id().toString() : task.id() + " again",
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
