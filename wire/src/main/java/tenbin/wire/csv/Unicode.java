package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Turns a stream into UTF-8 without a byte order mark, by the mark it begins with. */
final class Unicode {
  private Unicode() {}

  static InputStream asUtf8(InputStream in) throws IOException {
    byte[] head = in.readNBytes(3);
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return in;
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return new FromUtf16(from(head, 2, in), UTF_16LE);
    }
    if (startsWith(head, 0xfe, 0xff)) {
      return new FromUtf16(from(head, 2, in), UTF_16BE);
    }
    return from(head, 0, in);
  }

  private static InputStream from(byte[] head, int skip, InputStream in) {
    byte[] rest = Arrays.copyOfRange(head, Math.min(skip, head.length), head.length);
    return new SequenceInputStream(new ByteArrayInputStream(rest), in);
  }

  private static boolean startsWith(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (head.length <= i || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 (RFC 2781) read as UTF-8; halves of pairs become U+FFFD. */
  private static final class FromUtf16 extends InputStream {
    private static final int CHARS = 8_192;

    private final InputStream in;
    private final Reader reader;
    private final char[] chars = new char[CHARS];
    private int kept;
    private byte[] ready = new byte[0];
    private int at;

    FromUtf16(InputStream in, Charset charset) {
      this.in = in;
      this.reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      while (at == ready.length) {
        if (!decode()) {
          return -1;
        }
      }
      int size = Math.min(length, ready.length - at);
      System.arraycopy(ready, at, to, offset, size);
      at += size;
      return size;
    }

    /** Keeps the first half of a pair for the next turn. */
    private boolean decode() throws IOException {
      int read = reader.read(chars, kept, CHARS - kept);
      int size = Math.max(read, 0) + kept;
      if (size == 0) {
        return false;
      }
      kept = read > 0 && Character.isHighSurrogate(chars[size - 1]) ? 1 : 0;
      ready = new String(chars, 0, size - kept).getBytes(UTF_8);
      at = 0;
      if (kept == 1) {
        chars[0] = chars[size - 1];
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
