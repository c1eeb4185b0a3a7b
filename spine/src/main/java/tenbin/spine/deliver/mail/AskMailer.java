package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails a question to the organisation that can answer it. To ask tells something, so what it says
 * is what the balance disclosed to the one asked, and the ledger has its line before a byte leaves.
 * Any thread.
 */
public final class AskMailer {
  /** The reminder is another mail than the question. */
  public enum Turn {
    FIRST,
    REMINDER
  }

  /**
   * A question in a mail.
   *
   * @param task its id
   * @param turn which mail it is
   * @param to who is asked
   * @param address where
   * @param part the word of the part that would be told: "method", "identity"
   * @param purpose the word of what for
   * @param recipients the class for which is asked
   * @param link that leads to the question
   * @param due until when
   */
  public record Question(
      UUID task,
      Turn turn,
      MemberId to,
      String address,
      String part,
      String purpose,
      String recipients,
      String link,
      ZonedDateTime due) {}

  private final MailServer server;
  private final MailRules rules;
  private final AnswerTokens tokens;
  private final Deliveries ledger;
  private final Clock clock;

  public AskMailer(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.server = server;
    this.rules = rules;
    this.tokens = tokens;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Sends it; the same question sent again has the same Message-ID.
   *
   * @param shown what it is about, as far as the one asked may know it
   */
  public void send(Question question, Disclosure shown) throws NotSent {
    InternetAddress to = Mailbox.parse(question.address());
    byte[] ja = AskWords.JA.text(question, shown).getBytes(UTF_8);
    byte[] en = AskWords.EN.text(question, shown).getBytes(UTF_8);
    String token = token(question);
    Receipt receipt = ledger.record(left(shown, ja, en));
    String name = question.task() + " " + question.turn();
    DigestMail.Envelope envelope =
        new DigestMail.Envelope(
            rules.address(),
            rules.circle(),
            question.to(),
            to,
            UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
            receipt.id(),
            token,
            clock.instant());
    try {
      DigestMail mail = new DigestMail(Session.getInstance(server.properties()), envelope);
      mail.subject(AskWords.subject(rules.circle(), question));
      mail.text(ja, AskWords.JA.tag());
      mail.text(en, AskWords.EN.tag());
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

  private static Deliveries.Left left(Disclosure shown, byte[] ja, byte[] en) {
    MessageDigest digest = Digest.start();
    digest.update(ja);
    digest.update(en);
    return new Deliveries.Left(
        shown.terms().recipient(),
        shown.terms().purpose(),
        shown.terms().outlet(),
        "ask-ja,ask-en",
        1,
        Set.of(shown.terms()),
        Digest.finish(digest));
  }

  private String token(Question question) throws NotSent {
    try {
      return tokens.mint(new About(question.to(), "ask", question.task().toString()));
    } catch (SQLException failed) {
      throw NotSent.later(Cause.STORE, "");
    }
  }
}
