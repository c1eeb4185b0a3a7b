package tenbin.hub.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.spine.Spine;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.Reminder;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.mail.CaseMailer;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.HubMail;
import tenbin.spine.health.HealthBook;
import tenbin.web.exit.Viewers;

/** Reminds members by mail of cases that wait for their answer, round after round. */
final class CaseReminders {
  private static final Logger LOG = LoggerFactory.getLogger(CaseReminders.class);
  private static final String NAME = "reminders";

  /** Deadlines are whole hours: a quarter of one is soon enough, and spares a broken server. */
  private static final Duration PAUSE = Duration.ofMinutes(15);

  private final CaseBook cases;
  private final Viewers viewers;
  private final Supplier<Circle> circle;
  private final CaseMailer mailer;
  private final HealthBook health;
  private final Clock clock;
  private final Set<Refusal> refused = new HashSet<>();

  /** A reminder that an address would not take, until the hub starts again. */
  private record Refusal(Reminder reminder, String address) {}

  private CaseReminders(
      CaseBook cases,
      Viewers viewers,
      Supplier<Circle> circle,
      CaseMailer mailer,
      HealthBook health,
      Clock clock) {
    this.cases = cases;
    this.viewers = viewers;
    this.circle = circle;
    this.mailer = mailer;
    this.health = health;
    this.clock = clock;
  }

  /** The reminders of a hub that sends mail. */
  static CaseReminders of(
      Spine spine, Doors doors, CaseBook cases, Viewers viewers, HubMail mail, Clock clock) {
    String name = spine.roster().circle().name();
    MailRules rules = MailRules.of(mail.address(), name, mail.page(), mail.zone());
    CaseMailer mailer =
        new CaseMailer(mail.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
    return new CaseReminders(
        cases, viewers, () -> spine.roster().circle(), mailer, doors.health(), clock);
  }

  /** The reminders as a round of their own, which tells how many left at each turn. */
  Round round(IntConsumer left) {
    Round.Rhythm rhythm = new Round.Rhythm(Duration.ZERO, PAUSE);
    return new Round(NAME, rhythm, () -> left.accept(send()), health);
  }

  /** Sends what is due; returns how many left. A server that does not answer ends the turn. */
  private int send() throws NotSent {
    int sent = 0;
    for (Reminder reminder : cases.due(clock.instant())) {
      sent += remind(reminder) ? 1 : 0;
    }
    return sent;
  }

  private boolean remind(Reminder reminder) throws NotSent {
    Optional<String> address = Desk.addressOf(reminder.member(), circle.get());
    Optional<Disclosure> shown =
        cases.one(
            viewers.plan(reminder.member(), Purpose.INFORM_AND_DEFEND, Outlet.MAIL),
            reminder.caseId());
    if (address.isEmpty() || shown.isEmpty()) {
      return false;
    }
    Refusal refusal = new Refusal(reminder, address.get());
    if (refused.contains(refusal)) {
      return false;
    }
    Instant now = clock.instant();
    try {
      mailer.send(reminder, shown.get(), address.get());
    } catch (NotSent notSent) {
      if (notSent.kind() == NotSent.Kind.LATER) {
        throw notSent;
      }
      LOG.warn("a reminder to {} was refused: {}", reminder.member(), notSent.words());
      refused.add(refusal);
      return false;
    }
    cases.reminded(reminder, now);
    return true;
  }
}
