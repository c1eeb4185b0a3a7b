package tenbin.hub.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.hub.page.RecallPapers;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.Spine;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.mail.NoticeMailer;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.HubMail;
import tenbin.spine.recall.Recall;
import tenbin.web.exit.Viewers;

/**
 * Works out what follows from grounds that ended, tells recipients by mail where the hub sends
 * mail, and fails, so that the secretariat sees it, while a recall waits beyond its time.
 */
final class RecallRound {
  private static final String NAME = "recalls";

  /** Recipients have days; the secretariat, which waits for the page, has a breath. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Spine spine;
  private final Viewers viewers;
  private final Optional<NoticeMailer> mailer;
  private final Optional<HubMail> mail;
  private final Clock clock;

  private RecallRound(
      Spine spine, Optional<NoticeMailer> mailer, Optional<HubMail> mail, Clock clock) {
    this.spine = spine;
    this.viewers = HubParts.viewers(spine, clock);
    this.mailer = mailer;
    this.mail = mail;
    this.clock = clock;
  }

  /** The round of a hub. */
  static Round of(Spine spine, Doors doors, Optional<HubMail> mail, Clock clock) {
    Optional<NoticeMailer> mailer =
        mail.map(line -> {
          String name = spine.roster().circle().name();
          MailRules rules = MailRules.of(line.address(), name, line.page(), line.zone());
          return new NoticeMailer(
              line.out(), rules, doors.answerTokens(), spine.deliveries(), clock);
        });
    RecallRound round = new RecallRound(spine, mailer, mail, clock);
    return new Round(NAME, Round.Rhythm.every(PAUSE), round::turn, doors.health());
  }

  private void turn() throws NotSent {
    spine.recalls().turn();
    for (Recall recall : spine.recalls().book().untold()) {
      if (mailer.isPresent()) {
        tell(recall, mailer.get());
      }
    }
    requireAnswers(spine.recalls().book().all(), clock.instant());
  }

  /** A member without an address finds the recall on its page. */
  private void tell(Recall recall, NoticeMailer by) throws NotSent {
    RecallPapers papers =
        new RecallPapers(viewers.plan(recall.recipient(), Purpose.RUN_THE_CIRCLE, Outlet.MAIL));
    Optional<Disclosure> shown = papers.tell(recall);
    Optional<String> address = Desk.addressOf(recall.recipient(), spine.roster().circle());
    if (shown.isPresent() && address.isPresent()) {
      RecallWords words = new RecallWords(shown.get(), mail.orElseThrow());
      by.send(shown.get(), words.notice(spine.roster().circle().name()), address.get());
      spine.recalls().book().told(recall, clock.instant());
    }
  }

  /** Tells, as a failure, who has not answered in time. */
  static void requireAnswers(List<Recall> recalls, Instant now) {
    TreeSet<String> late = new TreeSet<>();
    recalls.stream()
        .filter(recall -> recall.isOverdue(now))
        .forEach(recall -> late.add(recall.recipient().text()));
    if (!late.isEmpty()) {
      throw new IllegalStateException(
          "recalls wait beyond their time for " + String.join(", ", late));
    }
  }
}
