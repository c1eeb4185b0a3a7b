package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.Written;
import tenbin.spine.post.HubAddress;
import tenbin.wire.mail.MailLoops;

/**
 * A digest as a message (RFC 5322). It says of itself that a machine sent it (RFC 3834 section 5),
 * so that no machine answers it, and both its answers and its bounces go to an address that is
 * bound to this delivery.
 */
final class DigestMail extends SMTPMessage {
  private final String id;
  private final MimeMultipart parts;

  /**
   * The parts with a border that is made of this delivery alone: the library's own counts every
   * part that the process ever made, so a recipient would learn how many mails left for others.
   * Neither base64 nor quoted-printable can contain it (RFC 2045 section 6.7).
   */
  private static final class Parts extends MimeMultipart {
    Parts(UUID delivery) {
      contentType = "multipart/mixed; \r\n\tboundary=\"=_" + delivery + "\"";
    }
  }

  /**
   * Who writes to whom about what.
   *
   * @param token for the answer's address
   */
  record Envelope(
      HubAddress hub,
      String circle,
      MemberId recipient,
      InternetAddress to,
      UUID delivery,
      UUID receipt,
      String token,
      Instant at) {}

  DigestMail(Session session, Envelope envelope) throws MessagingException {
    super(session);
    HubAddress hub = envelope.hub();
    this.id = hub.messageId(envelope.delivery());
    this.parts = new Parts(envelope.delivery());
    String answers = hub.answer(envelope.token());
    setEnvelopeFrom(answers);
    setFrom(from(hub, envelope.circle()));
    setReplyTo(new InternetAddress[] {new InternetAddress(answers, true)});
    setRecipient(Message.RecipientType.TO, envelope.to());
    setSentDate(Date.from(envelope.at()));
    setHeader("List-Id", "<digest." + envelope.recipient() + "." + hub.domain() + ">");
    setHeader("Precedence", "list");
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("X-Auto-Response-Suppress", "All");
    setHeader("X-Loop", MailLoops.OUR_MARK + " " + hub.domain());
    setHeader("Tenbin-Delivery", envelope.delivery().toString());
    setHeader("Tenbin-Receipt", envelope.receipt().toString());
    setContent(parts);
  }

  private static InternetAddress from(HubAddress hub, String circle) throws MessagingException {
    try {
      return new InternetAddress(hub.sender(), circle, UTF_8.name());
    } catch (UnsupportedEncodingException impossible) {
      throw new AssertionError("every Java has UTF-8", impossible);
    }
  }

  /** Where a reader says in one step that it wants no more (RFC 8058 section 3.1). */
  void stopAt(URI address) throws MessagingException {
    setHeader("List-Unsubscribe", "<" + address.toASCIIString() + ">");
    setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }

  void about(String circle, long rows, LocalDate day) throws MessagingException {
    setSubject(DigestWords.subject(circle, rows, day), UTF_8.name());
  }

  /** What a mail that is no digest is about. */
  void subject(String subject) throws MessagingException {
    setSubject(subject, UTF_8.name());
  }

  void text(Written text, DigestWords language) throws MessagingException {
    text(text.bytes(), language.tag());
  }

  /** A text that has its line in the ledger. */
  void text(byte[] released, String language) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(new String(released, UTF_8), UTF_8.name(), "plain");
    part.setDisposition(Part.INLINE);
    part.setContentLanguage(new String[] {language});
    parts.addBodyPart(part);
  }

  void attach(Written rows, String fileName) throws MessagingException {
    attach(rows.bytes(), rows.mediaType(), fileName);
  }

  /** A file that has its line in the ledger. */
  void attach(byte[] released, String mediaType, String fileName) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(released, mediaType)));
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(fileName);
    part.setHeader("Content-Transfer-Encoding", "base64"); // else line ends change, and the digest
    parts.addBodyPart(part);
  }

  /** The same for the same delivery: who gets it twice sees that it is one. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
