package tenbin.wire.mail;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;

/** Reads a mail and whatever it carries; one instance for each kind of mail that has a name. */
public final class MailReader implements Reader {
  /** The header fields that tell a mail from another text with colons. */
  private static final Set<String> FIELDS =
      Set.of(
          "received",
          "return-path",
          "delivered-to",
          "from",
          "to",
          "date",
          "subject",
          "message-id",
          "mime-version",
          "content-type",
          "dkim-signature");

  private static final int ENOUGH_FIELDS = 3;

  /** What a mail is named after. */
  private enum Named {
    /** RFC 5965. */
    ARF,
    XARF,
    ANY
  }

  private final Format format;
  private final Named named;

  private MailReader(String format, Named named) {
    this.format = new Format(format);
    this.named = named;
  }

  /** Feedback reports (RFC 5965). */
  public static MailReader arf() {
    return new MailReader("arf", Named.ARF);
  }

  /** X-ARF 0.1 and 0.2. */
  public static MailReader xarf() {
    return new MailReader("x-arf", Named.XARF);
  }

  /** All other mails. */
  public static MailReader any() {
    return new MailReader("mail", Named.ANY);
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    String header = header(sample.text());
    long known =
        header
            .lines()
            .map(MailReader::name)
            .filter(FIELDS::contains)
            .distinct()
            .limit(ENOUGH_FIELDS)
            .count();
    if (known < ENOUGH_FIELDS) {
      return Likeness.NONE;
    }
    String plain = header.toLowerCase(Locale.ROOT);
    boolean ours =
        switch (named) {
          case ARF -> plain.contains("feedback-report");
          case XARF -> plain.contains("\nx-xarf:") || plain.contains("\nx-arf:");
          case ANY -> true;
        };
    return !ours ? Likeness.NONE : named == Named.ANY ? Likeness.LIKELY : Likeness.CERTAIN;
  }

  /** The name of the field that a line begins, "" when it begins none. */
  private static String name(String line) {
    int colon = line.indexOf(':');
    boolean field = colon > 0 && line.charAt(0) > ' ' && line.indexOf(' ') != 0;
    return field ? line.substring(0, colon).strip().toLowerCase(Locale.ROOT) : "";
  }

  /** Up to the first blank line; blank lines before the header are forgiven. */
  private static String header(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) <= ' ') {
      from++;
    }
    int lf = text.indexOf("\n\n", from);
    int crlf = text.indexOf("\r\n\r\n", from);
    int end = Math.min(lf < 0 ? text.length() : lf, crlf < 0 ? text.length() : crlf);
    return "\n" + text.substring(from, Math.max(from, end));
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    new MailWalk(report, sink).walk();
  }
}
