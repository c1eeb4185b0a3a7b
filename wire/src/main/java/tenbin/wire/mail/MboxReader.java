package tenbin.wire.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Parts;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;

/**
 * Reads a mailbox in the mbox format (RFC 4155): every mail for itself, as a part named after its
 * number. A mail that cannot be read is noted with its reason, and the next one goes on.
 */
public final class MboxReader implements Reader {
  private static final Format FORMAT = new Format("mbox");
  private static final Pattern ANOTHER =
      Pattern.compile("\\n\\r?\\nFrom \\S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ");

  @Override
  public Format format() {
    return FORMAT;
  }

  /**
   * Certain of a first line that separates mails, unless what is seen is the whole of one mail:
   * that is named after what it carries.
   */
  @Override
  public Likeness looksAt(Sample sample) {
    String text = sample.text();
    if (!MboxMails.isSeparator(text.substring(0, Math.max(0, text.indexOf('\n'))))) {
      return Likeness.NONE;
    }
    return sample.whole() && !ANOTHER.matcher(text).find() ? Likeness.NONE : Likeness.CERTAIN;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    Parts parts = new Parts(report, sink);
    MboxMails mails = new MboxMails(report.bytes());
    int number = 0;
    for (Optional<InputStream> mail = mails.next(); mail.isPresent(); mail = mails.next()) {
      parts.read("mail-" + ++number + ".eml", mail.get());
    }
    parts.end();
  }
}
