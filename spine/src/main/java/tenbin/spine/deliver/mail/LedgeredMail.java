package tenbin.spine.deliver.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Terms;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails a text in both languages. What it says is what the balance disclosed; the ledger has its
 * line before a byte leaves. Any thread.
 */
final class LedgeredMail {
  private final MailServer server;
  private final MailRules rules;
  private final AnswerTokens tokens;
  private final Deliveries ledger;
  private final Clock clock;

  LedgeredMail(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.server = server;
    this.rules = rules;
    this.tokens = tokens;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A text in both languages. */
  static final class Texts {
    private final byte[] ja;
    private final byte[] en;

    Texts(byte[] ja, byte[] en) {
      this.ja = ja;
      this.en = en;
    }
  }

  /**
   * What is sent.
   *
   * @param kind of thing, as the ledger calls its formats
   * @param about to whom, and where an answer is filed
   * @param delivery the same again gives the same Message-ID
   * @param subject of the mail, in both languages
   */
  record Sent(String kind, About about, UUID delivery, String subject, Texts texts) {}

  void send(Sent sent, Disclosure shown, String address) throws NotSent {
    send(sent, List.of(shown), Beside.NOTHING, address);
  }

  /** With what goes beside the texts; the first disclosure says to whom and what for. */
  void send(Sent sent, List<Disclosure> shown, Beside beside, String address) throws NotSent {
    InternetAddress to = Mailbox.parse(address);
    String token = token(sent.about);
    Receipt receipt = ledger.record(left(sent, shown, beside));
    DigestMail.Envelope envelope =
        new DigestMail.Envelope(
            rules.address(),
            rules.circle(),
            sent.about.member(),
            to,
            sent.delivery,
            receipt.id(),
            token,
            clock.instant());
    try {
      DigestMail mail = new DigestMail(Session.getInstance(server.properties()), envelope);
      mail.subject(sent.subject);
      mail.text(sent.texts.ja, "ja");
      mail.text(sent.texts.en, "en");
      beside.addTo(mail);
      mail.saveChanges();
      server.send(mail);
    } catch (MessagingException failed) {
      throw MailFailure.judge(server, failed);
    }
  }

  private static Deliveries.Left left(Sent sent, List<Disclosure> shown, Beside beside) {
    MessageDigest digest = Digest.start();
    digest.update(sent.texts.ja);
    digest.update(sent.texts.en);
    beside.addTo(digest);
    Terms terms = shown.getFirst().terms();
    return new Deliveries.Left(
        terms.recipient(),
        terms.purpose(),
        terms.outlet(),
        sent.kind + "-ja," + sent.kind + "-en" + beside.format(),
        Footing.of(shown),
        Digest.finish(digest));
  }

  private String token(About about) throws NotSent {
    try {
      return tokens.mint(about);
    } catch (SQLException failed) {
      throw NotSent.later(Cause.STORE, "");
    }
  }
}
