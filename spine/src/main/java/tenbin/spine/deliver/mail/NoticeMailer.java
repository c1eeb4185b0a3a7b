package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
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

  /**
   * Sends one that tells several things, or has something beside it.
   *
   * @param shown all that its texts and its table tell; the first names the mail
   */
  public void send(List<Disclosure> shown, Notice notice, Beside beside, String address)
      throws NotSent {
    mail.send(sent(shown.getFirst(), notice), shown, beside, address);
  }

  /** Sends it; the same thing sent again has the same Message-ID. */
  public void send(Disclosure shown, Notice notice, String address) throws NotSent {
    mail.send(sent(shown, notice), shown, address);
  }

  private static LedgeredMail.Sent sent(Disclosure shown, Notice notice) {
    LedgeredMail.Texts texts =
        new LedgeredMail.Texts(notice.ja.getBytes(UTF_8), notice.en.getBytes(UTF_8));
    return new LedgeredMail.Sent(
        notice.kind,
        new About(shown.terms().recipient(), notice.kind, shown.id().toString()),
        shown.id(),
        notice.subject,
        texts);
  }
}
