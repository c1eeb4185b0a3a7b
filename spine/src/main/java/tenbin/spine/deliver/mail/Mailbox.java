package tenbin.spine.deliver.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle.Cause;

/** A bare mail address that can stand in a header without ending it. */
final class Mailbox {
  private static final int MOST = 254; // RFC 5321 section 4.5.3.1, as errata 1690 reads it

  private Mailbox() {}

  /** Reads local@domain in ASCII, without name, comment, quotes or route. */
  static InternetAddress parse(String text) throws NotSent {
    if (text.length() > MOST || !text.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")) {
      throw NotSent.never(Cause.NOT_A_MAIL_ADDRESS);
    }
    try {
      return new InternetAddress(text, true);
    } catch (AddressException wrong) {
      throw NotSent.never(Cause.NOT_A_MAIL_ADDRESS, ": " + wrong.getMessage());
    }
  }
}
