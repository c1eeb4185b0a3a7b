package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.nouns.report.Digest;
import tenbin.spine.casework.Reminder;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails a case's reminder to one contact of the member that it concerns. What it says is what the
 * balance disclosed; the ledger has its line before a byte leaves. Any thread.
 */
public final class CaseMailer {
  private final MailServer server;
  private final MailRules rules;
  private final AnswerTokens tokens;
  private final Deliveries ledger;
  private final Clock clock;

  public CaseMailer(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.server = server;
    this.rules = rules;
    this.tokens = tokens;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Sends it; the same reminder sent again has the same Message-ID. */
  public void send(Reminder reminder, Disclosure shown, String address) throws NotSent {
    InternetAddress to = Mailbox.parse(address);
    byte[] ja = text(CaseWords.JA, reminder, shown);
    byte[] en = text(CaseWords.EN, reminder, shown);
    String token = token(reminder);
    Receipt receipt = ledger.record(left(shown, ja, en));
    DigestMail.Envelope envelope =
        new DigestMail.Envelope(
            rules.address(),
            rules.circle(),
            reminder.member(),
            to,
            delivery(reminder, shown),
            receipt.id(),
            token,
            clock.instant());
    try {
      DigestMail mail = new DigestMail(Session.getInstance(server.properties()), envelope);
      mail.subject(CaseWords.subject(rules.circle(), shown));
      mail.text(ja, CaseWords.JA.tag());
      mail.text(en, CaseWords.EN.tag());
      mail.saveChanges();
      if (server.user().isEmpty()) {
        Transport.send(mail);
      } else {
        Transport.send(mail, server.user(), server.password());
      }
    } catch (MessagingException failed) {
      throw MailFailure.judge(server, failed);
    }
  }

  /** Of the id that the recipient knows the case by, which is keyed to it. */
  private static UUID delivery(Reminder reminder, Disclosure shown) {
    return UUID.nameUUIDFromBytes((shown.id() + " " + reminder.step()).getBytes(UTF_8));
  }

  private byte[] text(CaseWords words, Reminder reminder, Disclosure shown) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new CaseText(words, reminder.step(), rules.page()).write(List.of(shown).iterator(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory does not fail to be written", impossible);
    }
    return out.toByteArray();
  }

  private static Deliveries.Left left(Disclosure shown, byte[] ja, byte[] en) {
    MessageDigest digest = Digest.start();
    digest.update(ja);
    digest.update(en);
    return new Deliveries.Left(
        shown.terms().recipient(),
        shown.terms().purpose(),
        shown.terms().outlet(),
        "case-ja,case-en",
        Footing.of(List.of(shown)),
        Digest.finish(digest));
  }

  private String token(Reminder reminder) throws NotSent {
    try {
      return tokens.mint(new About(reminder.member(), About.CASE, reminder.caseId()));
    } catch (SQLException failed) {
      throw NotSent.later(Cause.STORE, "");
    }
  }
}
