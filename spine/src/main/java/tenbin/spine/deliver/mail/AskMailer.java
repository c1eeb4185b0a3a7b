package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails a question to the organisation that can answer it. To ask tells something, so what it says
 * is what the balance disclosed to the one asked, and the ledger has its line before a byte leaves.
 * Any thread.
 */
public final class AskMailer {
  /** The part of a question about rows: all that can be asked of them. */
  public static final String ROWS = "rows";

  private static final String KIND = "ask";

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

  private final LedgeredMail mail;
  private final MailRules rules;

  public AskMailer(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.mail = new LedgeredMail(server, rules, tokens, ledger, clock);
    this.rules = rules;
  }

  /**
   * Sends it; the same question sent again has the same Message-ID.
   *
   * @param shown what it is about, as far as the one asked may know it
   */
  public void send(Question question, Disclosure shown) throws NotSent {
    String name = question.task() + " " + question.turn();
    LedgeredMail.Texts texts =
        new LedgeredMail.Texts(
            AskWords.JA.text(question, shown).getBytes(UTF_8),
            AskWords.EN.text(question, shown).getBytes(UTF_8));
    mail.send(
        new LedgeredMail.Sent(
            KIND,
            new About(question.to(), KIND, question.task().toString()),
            UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
            AskWords.subject(rules.circle(), question),
            texts),
        shown,
        question.address());
  }
}
