package tenbin.spine.deliver.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.balance.Outlet;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.Channel;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.deliver.channel.Parcel;
import tenbin.spine.deliver.channel.Written;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails each parcel as one digest. It writes only to addresses that the circle's roster has as a
 * contact of the recipient, asked again for every mail: nobody subscribes a stranger.
 */
public final class MailChannel implements Channel {
  private static final int MOST_TEXT = 1 << 20;

  /** What is written before zipping, as a multiple of what may be sent: CSV deflates tenfold. */
  private static final int PLAIN_TO_ZIPPED = 10;

  private final MailServer server;
  private final MailRules rules;
  private final AnswerTokens tokens;
  private final Supplier<Circle> circle;
  private final Clock clock;

  public MailChannel(
      MailServer server,
      MailRules rules,
      AnswerTokens tokens,
      Supplier<Circle> circle,
      Clock clock) {
    this.server = server;
    this.rules = rules;
    this.tokens = tokens;
    this.circle = circle;
    this.clock = clock;
  }

  @Override
  public Outlet outlet() {
    return Outlet.MAIL;
  }

  @Override
  public int mostRows() {
    return rules.mostRows();
  }

  @Override
  public void check(MemberId recipient, String address) throws NotSent {
    Mailbox.parse(address);
    boolean known =
        circle.get().member(recipient).stream()
            .flatMap(member -> member.contacts().stream())
            .anyMatch(contact -> contact.mail().equalsIgnoreCase(address));
    if (!known) {
      throw NotSent.never(Cause.NO_CONTACT, recipient.text());
    }
  }

  @Override
  public void send(Parcel parcel) throws NotSent {
    Instant now = clock.instant();
    InternetAddress to = Mailbox.parse(parcel.subscription().order().address());
    Optional<Attachment> attachment = attachment(parcel, now);
    Letter letter =
        new Letter(
            rules.circle(),
            now.plus(rules.answerWithin()).atZone(rules.zone()),
            rules.page(),
            attachment.isPresent() ? Letter.Rows.ATTACHED : Letter.Rows.ON_THE_PAGE);
    Written ja = parcel.write(new DigestText(DigestWords.JA, letter), MOST_TEXT);
    Written en = parcel.write(new DigestText(DigestWords.EN, letter), MOST_TEXT);
    String token = token(parcel);
    List<Written> parts = new ArrayList<>(List.of(ja, en));
    attachment.ifPresent(each -> parts.add(each.written()));
    Receipt receipt = parcel.release(parts.toArray(Written[]::new));
    DigestMail.Envelope envelope =
        new DigestMail.Envelope(
            rules.address(),
            rules.circle(),
            parcel.subscription().recipient(),
            to,
            parcel.delivery(),
            receipt.id(),
            token,
            now);
    try {
      DigestMail mail = new DigestMail(Session.getInstance(server.properties()), envelope);
      mail.about(rules.circle(), parcel.rows(), LocalDate.ofInstant(now, rules.zone()));
      mail.text(ja, DigestWords.JA);
      mail.text(en, DigestWords.EN);
      if (attachment.isPresent()) {
        mail.attach(attachment.get().written(), attachment.get().fileName());
      }
      mail.saveChanges();
      server.send(mail);
    } catch (MessagingException failed) {
      throw MailFailure.judge(server, failed);
    }
  }

  /** The rows as they are attached. */
  private record Attachment(Written written, String fileName) {}

  /** Empty when a mail cannot carry them. */
  private Optional<Attachment> attachment(Parcel parcel, Instant now) {
    Written plain;
    try {
      plain = parcel.write(parcel.format(), rules.mostBytes() * PLAIN_TO_ZIPPED);
    } catch (NotSent tooLarge) {
      return Optional.empty();
    }
    String name = "tenbin-" + LocalDate.ofInstant(now, rules.zone()) + "." + plain.fileEnding();
    boolean zips = plain.size() > rules.zipAbove();
    Attachment attachment =
        zips ? new Attachment(plain.zip(name), name + ".zip") : new Attachment(plain, name);
    return Optional.of(attachment).filter(each -> each.written().size() <= rules.mostBytes());
  }

  private String token(Parcel parcel) throws NotSent {
    MemberId recipient = parcel.subscription().recipient();
    try {
      return tokens.mint(new About(recipient, About.DELIVERY, parcel.delivery().toString()));
    } catch (SQLException failed) {
      throw NotSent.later(Cause.STORE, "");
    }
  }
}
