package tenbin.wire.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The mails of an mbox, one after the other, without ever holding one. A separator counts at the
 * file's beginning and behind an empty line (RFC 4155 appendix A); one level of ">" before "From "
 * is taken away again, as those who write the format put it there. Not for several threads.
 */
final class MboxMails {
  /** A mail address of 254 letters, a date of 24, and some. */
  static final int LONGEST_SEPARATOR = 400;

  private static final int BUFFER = 64 << 10;

  private static final Pattern SEPARATOR =
      Pattern.compile("From \\S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) .*", Pattern.DOTALL);

  private static final Pattern QUOTED = Pattern.compile(">+From .*", Pattern.DOTALL);

  private final BufferedInputStream in;
  private Optional<Mail> current = Optional.empty();

  MboxMails(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER);
  }

  static boolean isSeparator(String line) {
    return SEPARATOR.matcher(line).matches();
  }

  /** The next mail, whatever was left of the one before; empty behind the last one. */
  Optional<InputStream> next() throws IOException {
    if (current.isPresent()) {
      current.get().toItsEnd();
    }
    if (!isAnotherLine()) {
      return Optional.empty();
    }
    skipLine();
    Mail mail = new Mail();
    current = Optional.of(mail);
    return Optional.of(mail);
  }

  private boolean isAnotherLine() throws IOException {
    in.mark(1);
    int first = in.read();
    in.reset();
    return first >= 0;
  }

  private void skipLine() throws IOException {
    int b = in.read();
    while (b >= 0 && b != '\n') {
      b = in.read();
    }
  }

  /** The line that begins here, as far as a separator would go; nothing is taken. */
  private String lookAhead() throws IOException {
    in.mark(LONGEST_SEPARATOR);
    byte[] line = new byte[LONGEST_SEPARATOR];
    int length = 0;
    for (int b = in.read(); b >= 0 && b != '\n' && length < line.length - 1; b = in.read()) {
      line[length++] = (byte) b;
    }
    in.reset();
    return new String(line, 0, length, ISO_8859_1);
  }

  /** One mail's bytes, up to the next separator. */
  private final class Mail extends InputStream {
    private boolean beginsLine = true;
    private boolean behindEmpty;
    private boolean blank = true;
    private boolean ended;

    @Override
    public int read() throws IOException {
      if (ended || beginsLine && endsHere()) {
        return -1;
      }
      int b = in.read();
      ended = b < 0;
      if (b == '\n') {
        beginsLine = true;
        behindEmpty = blank;
        blank = true;
      } else {
        beginsLine = false;
        blank &= b == '\r';
      }
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int taken = 0;
      while (taken < length) {
        int b = read();
        if (b < 0) {
          return taken == 0 ? -1 : taken;
        }
        into[from + taken++] = (byte) b;
      }
      return taken;
    }

    /** Whether a separator stands here; a quoted one loses its quote. */
    private boolean endsHere() throws IOException {
      in.mark(1);
      int first = in.read();
      in.reset();
      if (first == 'F' && behindEmpty) {
        ended = isSeparator(lookAhead());
      } else if (first == '>' && QUOTED.matcher(lookAhead()).matches()) {
        in.skipNBytes(1);
        beginsLine = false;
        blank = false;
      }
      return ended;
    }

    void toItsEnd() throws IOException {
      transferTo(OutputStream.nullOutputStream());
    }
  }
}
