package tenbin.spine.collect.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds and reads parts of a mail, within limits: nesting, number of parts, bytes of a text. */
final class MailText {
  /** People's mail programs nest three or four deep. */
  private static final int MOST_DEPTH = 10;

  private static final int MOST_PARTS = 100;
  private static final int MOST_BYTES = 64 << 10;

  private int parts;

  /** The first text: plain where there is one, else what an HTML part says. */
  static String first(Part mail) throws MessagingException, IOException {
    Optional<Part> plain = find(mail, "text/plain");
    if (plain.isPresent()) {
      return read(plain.get());
    }
    Optional<Part> html = find(mail, "text/html");
    return html.isPresent() ? withoutTags(read(html.get())) : "";
  }

  /** The first part of a type that is no attachment. */
  static Optional<Part> find(Part mail, String type) throws MessagingException, IOException {
    return new MailText().search(mail, part -> isOf(part, type), 0);
  }

  private Optional<Part> search(Part part, Predicate<Part> wanted, int depth)
      throws MessagingException, IOException {
    if (depth > MOST_DEPTH || ++parts > MOST_PARTS) {
      return Optional.empty();
    }
    if (isOf(part, "multipart/*") && part.getContent() instanceof MimeMultipart all) {
      for (int i = 0; i < all.getCount() && parts < MOST_PARTS; i++) {
        Optional<Part> found = search(all.getBodyPart(i), wanted, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    return !attached && wanted.test(part) ? Optional.of(part) : Optional.empty();
  }

  private static boolean isOf(Part part, String type) {
    try {
      return part.isMimeType(type);
    } catch (MessagingException unreadable) {
      return false;
    }
  }

  /** A part's text, as much as is allowed; bytes that fit no charset are replaced. */
  static String read(Part part) throws MessagingException, IOException {
    try (InputStream bytes = part.getInputStream()) {
      return new String(bytes.readNBytes(MOST_BYTES), charset(part));
    }
  }

  private static Charset charset(Part part) throws MessagingException {
    try {
      String name = new ContentType(part.getContentType()).getParameter("charset");
      return name == null ? UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (IllegalArgumentException | jakarta.mail.internet.ParseException unknown) {
      return UTF_8;
    }
  }

  /** Lines of an HTML text, without what it quotes: enough to find a word in it. */
  private static String withoutTags(String html) {
    return html.replaceAll("(?is)<(blockquote|style|script|head)\\b.*?(</\\1\\s*>|$)", "\n")
        .replaceAll("(?i)<(br|/p|/div|/tr|/li)\\b[^>]{0,200}>", "\n")
        .replaceAll("<[^>]{0,2000}>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
