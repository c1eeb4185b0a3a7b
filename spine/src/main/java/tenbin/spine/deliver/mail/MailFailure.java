package tenbin.spine.deliver.mail;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.post.LineTrouble;

/** What a mail server's refusal means: by its code's first digit (RFC 5321 section 4.2.1). */
final class MailFailure {
  /** "Message exceeds fixed maximum size" (RFC 5321 section 4.2.3, RFC 1870). */
  private static final int TOO_LARGE = 552;

  private static final int PERMANENT = 5;

  /** A chain of causes longer than that is a circle. */
  private static final int MOST_CAUSES = 10;

  private MailFailure() {}

  static NotSent judge(MailServer server, MessagingException failed) {
    OptionalInt code = code(failed);
    if (code.isEmpty()) {
      return NotSent.later(
          "the mail server "
              + server
              + " did not take it: "
              + LineTrouble.of(server.line(), failed));
    }
    String words = "the mail server answered " + code.getAsInt();
    if (code.getAsInt() == TOO_LARGE) {
      return NotSent.tooLarge(words);
    }
    return code.getAsInt() / 100 == PERMANENT ? NotSent.never(words) : NotSent.later(words);
  }

  /** The code that the message or its recipient got; none for a line or a sign-in that failed. */
  private static OptionalInt code(MessagingException failed) {
    Exception each = failed;
    for (int i = 0; i < MOST_CAUSES; i++) {
      if (each instanceof SMTPAddressFailedException address) {
        return OptionalInt.of(address.getReturnCode());
      }
      if (each instanceof SMTPSenderFailedException sender) {
        return OptionalInt.of(sender.getReturnCode());
      }
      Exception next = each instanceof MessagingException mail ? mail.getNextException() : null;
      if (next == null) {
        return each instanceof SMTPSendFailedException send
            ? OptionalInt.of(send.getReturnCode())
            : OptionalInt.empty();
      }
      each = next;
    }
    return OptionalInt.empty();
  }
}
