package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.Reminder;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;

/**
 * Mails a case's reminder to one contact of the member that it concerns. What it says is what the
 * balance disclosed; the ledger has its line before a byte leaves. Any thread.
 */
public final class CaseMailer {
  private final LedgeredMail mail;
  private final MailRules rules;

  public CaseMailer(
      MailServer server, MailRules rules, AnswerTokens tokens, Deliveries ledger, Clock clock) {
    this.mail = new LedgeredMail(server, rules, tokens, ledger, clock);
    this.rules = rules;
  }

  /** Sends it; the same reminder sent again has the same Message-ID. */
  public void send(Reminder reminder, Disclosure shown, String address) throws NotSent {
    LedgeredMail.Texts texts =
        new LedgeredMail.Texts(
            text(CaseWords.JA, reminder, shown), text(CaseWords.EN, reminder, shown));
    mail.send(
        new LedgeredMail.Sent(
            About.CASE,
            new About(reminder.member(), About.CASE, reminder.caseId()),
            delivery(reminder, shown),
            CaseWords.subject(rules.circle(), shown),
            texts),
        shown,
        address);
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
}
