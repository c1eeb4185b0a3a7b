package tenbin.hub.page;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.mailbox.DeadMail;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.PutAside;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/**
 * What is done about deliveries that were given up, for page and programs the same way: a member's
 * own, the secretariat's of everybody.
 */
public final class DeadLetterDesk {
  private static final int MOST = 200;

  private final ChannelBook book;
  private final MailOffice mails;
  private final Roster roster;
  private final Standing standing;
  private final Audit audit;
  private final Clock clock;

  public DeadLetterDesk(
      ChannelBook book,
      MailOffice mails,
      Roster roster,
      Standing standing,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.mails = mails;
    this.roster = roster;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  List<Subscription> letters(Visitor visitor) {
    return isOffice(visitor)
        ? book.deadLetters(MOST)
        : book.subscriptionsOf(visitor.member()).stream()
            .filter(each -> each.state() == Subscription.State.DEAD)
            .toList();
  }

  List<PutAside> asides(Visitor visitor) {
    boolean office = isOffice(visitor);
    return book.putAside(MOST).stream()
        .filter(each -> office || each.letter().recipient().equals(visitor.member()))
        .toList();
  }

  /** Mails that came in for nobody; the secretariat's alone. */
  List<DeadMail> mails(Visitor visitor) {
    return isOffice(visitor) ? mails.deadMails(MOST) : List.of();
  }

  /** Retries, which decides anew what may be told; puts aside with a reason; brings back. */
  void act(Visitor visitor, String whose, UUID id, String act, String why) {
    MemberId member = reachable(visitor, whose);
    boolean done =
        switch (act) {
          case "retry" -> book.change(member, id, ChannelBook.Change.RETRY);
          case "put-aside" -> book.putAside(member, id, reason(why));
          case "bring-back" -> book.bringBack(member, id);
          default -> throw Problem.wrong("Say retry, put-aside or bring-back.");
        };
    if (!done) {
      throw Problem.absent();
    }
    audit.did(visitor, "dead-letter-" + act, member + "/" + id);
  }

  /** Puts a mail aside that came in for nobody. */
  void putAside(Visitor visitor, String mail, String why) {
    if (mails.putAside(mail, reason(why), clock.instant())) {
      audit.did(visitor, "dead-mail-put-aside", mail);
    }
  }

  /** The member of that id, where the visitor may act for it. */
  private MemberId reachable(Visitor visitor, String whose) {
    if (whose.equals(visitor.memberText())) {
      return visitor.member();
    }
    return roster.circle().members().stream()
        .map(Member::id)
        .filter(each -> each.text().equals(whose) && isOffice(visitor))
        .findFirst()
        .orElseThrow(Problem::absent);
  }

  private boolean isOffice(Visitor visitor) {
    return standing.of(visitor.member()) == Role.SECRETARIAT;
  }

  private static String reason(String why) {
    String told = why.strip();
    if (told.isEmpty() || told.length() > PutAside.MOST_WHY) {
      throw Problem.wrong("Say why, in 1 to " + PutAside.MOST_WHY + " characters.");
    }
    return told;
  }
}
