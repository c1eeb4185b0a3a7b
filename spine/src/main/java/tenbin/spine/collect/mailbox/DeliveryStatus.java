package tenbin.spine.collect.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A delivery status notification (RFC 3464).
 *
 * @param failed whether it will never arrive
 * @param address the final recipient as the notification says
 * @param status the enhanced status code (RFC 3463)
 */
record DeliveryStatus(boolean failed, String address, String status) {
  private static final int MOST = 254;

  /** The status that a mail notifies of, where it is such a mail. */
  static Optional<DeliveryStatus> of(MimeMessage mail) throws MessagingException, IOException {
    Optional<Part> part = MailText.find(mail, "message/delivery-status");
    return part.isEmpty() ? Optional.empty() : Optional.of(parse(MailText.read(part.get())));
  }

  private static DeliveryStatus parse(String fields) {
    String address = value(fields, "final-recipient");
    String bare = address.substring(address.indexOf(';') + 1).strip();
    String action = value(fields, "action").toLowerCase(Locale.ROOT);
    return new DeliveryStatus(action.startsWith("failed"), bare, value(fields, "status"));
  }

  private static String value(String fields, String name) {
    return fields
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).replaceAll("\\p{Cntrl}", " ").strip())
        .map(value -> value.length() > MOST ? value.substring(0, MOST) : value)
        .findFirst()
        .orElse("");
  }
}
