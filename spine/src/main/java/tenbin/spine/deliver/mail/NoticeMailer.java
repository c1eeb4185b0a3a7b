package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import tenbin.balance.Disclosure;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails one thing that the balance disclosed, in both languages, to one contact of the member that
 * it concerns; the ledger has its line before a byte leaves. Any thread.
 */
public final class NoticeMailer {
  private final LedgeredMail mail;

  public NoticeMailer(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.mail = new LedgeredMail(server, rules, tokens, ledger, clock);
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
    LedgeredMail.Texts texts =
        new LedgeredMail.Texts(notice.ja.getBytes(UTF_8), notice.en.getBytes(UTF_8));
    mail.send(
        new LedgeredMail.Sent(
            notice.kind,
            new About(shown.terms().recipient(), notice.kind, shown.id().toString()),
            shown.id(),
            notice.subject,
            texts),
        shown,
        address);
  }
}
