package tenbin.wire.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import tenbin.nouns.net.Asn;

/** Decimal numbers straight from bytes: no sign, no blanks, no digits but ASCII's. */
public final class Numbers {
  /** Not a number, or outside the bounds. */
  public static final long NOT_ONE = -1;

  private static final int MOST_DIGITS = 18;
  private static final int MOST_PORT = 65_535;

  private Numbers() {}

  /** The number in a slice, {@link #NOT_ONE} where it is none or above {@code most}. */
  public static long read(byte[] bytes, int from, int to, long most) {
    int digits = to - from;
    if (digits < 1 || digits > MOST_DIGITS) {
      return NOT_ONE;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NOT_ONE;
      }
      value = value * 10 + digit;
    }
    return value <= most ? value : NOT_ONE;
  }

  /** The port in a slice, {@link #NOT_ONE} where there is none. */
  public static int port(byte[] bytes, int from, int to) {
    return (int) read(bytes, from, to, MOST_PORT);
  }

  /** The port in a text, {@link #NOT_ONE} where there is none. */
  public static int port(String text) {
    byte[] bytes = text.trim().getBytes(ISO_8859_1);
    return port(bytes, 0, bytes.length);
  }

  /** The AS number in a slice as {@link Asn#tryParse} reads it; 0 is "none told". */
  public static Optional<Asn> asn(byte[] bytes, int from, int to) {
    return Asn.tryParse(new String(bytes, from, to - from, ISO_8859_1).trim());
  }
}
