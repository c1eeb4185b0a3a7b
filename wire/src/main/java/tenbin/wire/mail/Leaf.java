package tenbin.wire.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptor;

/**
 * One part of a mail that has no parts itself.
 *
 * @param type media type, lower case
 * @param name file name with RFC 2047 and RFC 2231 undone, "" when there is none
 * @param form of S/MIME (RFC 8551 section 3.2.2), "" when none is told
 * @param charset as declared, "" when none is
 * @param bytes its content with the transfer encoding undone
 */
record Leaf(String type, String name, String form, String charset, InputStream bytes) {
  private static final int LONGEST_NAME = 255;

  /** What a reader of mails would show as text, no report would be longer. */
  static final int MOST_TEXT = 1 << 20;

  static Leaf of(BodyDescriptor descriptor, InputStream bytes) {
    String type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
    String charset = descriptor.getCharset() == null ? "" : descriptor.getCharset();
    return new Leaf(type, fileName(descriptor), form(descriptor), charset, bytes);
  }

  private static String form(BodyDescriptor descriptor) {
    return descriptor instanceof MaximalBodyDescriptor full
        ? full.getContentTypeParameters().getOrDefault("smime-type", "").toLowerCase(Locale.ROOT)
        : "";
  }

  private static String fileName(BodyDescriptor descriptor) {
    if (!(descriptor instanceof MaximalBodyDescriptor full)) {
      return "";
    }
    String disposition = full.getContentDispositionFilename();
    String name =
        disposition == null
            ? full.getContentTypeParameters().getOrDefault("name", "")
            : disposition;
    String decoded = decoded(name);
    int slash = Math.max(decoded.lastIndexOf('/'), decoded.lastIndexOf('\\'));
    String last = decoded.substring(slash + 1).strip();
    return last.substring(0, Math.min(last.length(), LONGEST_NAME));
  }

  /** Encoded words stand in file names although RFC 2047 section 5 forbids it. */
  static String decoded(String text) {
    return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
  }

  boolean isText() {
    return type.startsWith("text/plain");
  }

  /** A body that a person reads, no data. */
  boolean isBody() {
    return name.isEmpty() && (type.equals("text/plain") || type.equals("text/html"));
  }

  /** Signatures and pictures: there is nothing to read in them. */
  boolean isOrnament() {
    return type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("application/pgp-signature")
        || type.equals("application/pgp-keys")
        || type.equals("application/pkcs7-signature")
        || type.equals("application/x-pkcs7-signature")
        || type.equals("text/calendar")
        || type.equals("text/vcard");
  }

  boolean isFeedbackReport() {
    return type.equals("message/feedback-report");
  }

  boolean isMailOrHeader() {
    return type.equals("message/rfc822")
        || type.equals("text/rfc822-headers")
        || type.equals("message/global");
  }

  /** What the sealed part of an encrypted mail is, "" when it is not sealed. */
  String sealed() {
    return switch (type) {
      case "application/pgp-encrypted" -> Armour.OPENPGP;
      case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
          form.equals("signed-data")
              ? "s-mime-signed-message: send it with its signature beside it (multipart/signed)"
              : "s-mime-message: decrypt it first";
      default -> "";
    };
  }

  /** The first megabyte as text; a wrong or unknown charset is repaired, which the caller notes. */
  Decoded text() throws IOException {
    byte[] content = bytes.readNBytes(MOST_TEXT);
    Optional<Charset> declared = declared();
    return Decoded.of(content, declared, charset);
  }

  private Optional<Charset> declared() {
    if (charset.isEmpty()) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      Charset named = Charset.forName(charset);
      return Optional.of(named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }
}
