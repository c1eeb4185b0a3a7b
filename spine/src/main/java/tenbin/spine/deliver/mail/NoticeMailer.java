package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails one thing that the balance disclosed, in both languages, to one contact of the member that
 * it concerns; the ledger has its line before a byte leaves. Any thread.
 */
public final class NoticeMailer {
  private final MailServer server;
  private final MailRules rules;
  private final AnswerTokens tokens;
  private final Deliveries ledger;
  private final Clock clock;

  public NoticeMailer(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.server = server;
    this.rules = rules;
    this.tokens = tokens;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A notice.
   *
   * @param kind of thing, for its answers
   * @param subject of the mail, in both languages
   * @param ja the text in Japanese
   * @param en the text in English
   */
  public record Notice(String kind, String subject, String ja, String en) {}

  /** Sends it; the same thing sent again has the same Message-ID. */
  public void send(Disclosure shown, Notice notice, String address) throws NotSent {
    byte[] ja = notice.ja.getBytes(UTF_8);
    byte[] en = notice.en.getBytes(UTF_8);
    String token = token(shown, notice);
    Receipt receipt = ledger.record(left(shown, notice, ja, en));
    DigestMail.Envelope envelope =
        new DigestMail.Envelope(
            rules.address(),
            rules.circle(),
            shown.terms().recipient(),
            Mailbox.parse(address),
            shown.id(),
            receipt.id(),
            token,
            clock.instant());
    try {
      DigestMail mail = new DigestMail(Session.getInstance(server.properties()), envelope);
      mail.subject(notice.subject);
      mail.text(ja, "ja");
      mail.text(en, "en");
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

  private static Deliveries.Left left(Disclosure shown, Notice notice, byte[] ja, byte[] en) {
    MessageDigest digest = Digest.start();
    digest.update(ja);
    digest.update(en);
    return new Deliveries.Left(
        shown.terms().recipient(),
        shown.terms().purpose(),
        shown.terms().outlet(),
        notice.kind + "-ja," + notice.kind + "-en",
        Footing.of(List.of(shown)),
        Digest.finish(digest));
  }

  private String token(Disclosure shown, Notice notice) throws NotSent {
    try {
      About about = new About(shown.terms().recipient(), notice.kind, shown.id().toString());
      return tokens.mint(about);
    } catch (SQLException failed) {
      throw NotSent.later(Cause.STORE, "");
    }
  }
}
