package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A row whose bytes are not all ASCII: fields that are UTF-8 (RFC 3629) stay, others are read as
 * windows-1252, which is what they nearly always are; NUL, which no text holds, becomes U+FFFD.
 */
final class Charset8 {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private byte[] bytes;
  private boolean repaired;

  /** Checks a row; the places of repaired fields are changed to those in {@link #bytes}. */
  Charset8(byte[] row, int[] starts, int[] ends, int count) {
    bytes = row;
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (isGood(row, starts[i], ends[i])) {
        continue;
      }
      byte[] good = repair(row, starts[i], ends[i]);
      if (!repaired) {
        size = ends[count - 1];
        bytes = Arrays.copyOf(row, size + good.length);
        repaired = true;
      } else if (size + good.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(size + good.length, bytes.length * 2));
      }
      System.arraycopy(good, 0, bytes, size, good.length);
      starts[i] = size;
      size += good.length;
      ends[i] = size;
    }
  }

  byte[] bytes() {
    return bytes;
  }

  boolean repaired() {
    return repaired;
  }

  private static byte[] repair(byte[] row, int from, int to) {
    Charset charset = isUtf8(row, from, to) ? UTF_8 : WINDOWS_1252;
    return new String(row, from, to - from, charset).replace('\0', '\ufffd').getBytes(UTF_8);
  }

  private static boolean isGood(byte[] row, int from, int to) {
    for (int i = from; i < to; i++) {
      if (row[i] == 0) {
        return false;
      }
    }
    return isUtf8(row, from, to);
  }

  /** Well-formed by RFC 3629 section 4: no overlong form, no surrogate, none above U+10FFFF. */
  static boolean isUtf8(byte[] b, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = b[at++];
      if (lead >= 0) {
        continue;
      }
      int more =
          lead >= -62 && lead < -32 ? 1 : lead >= -32 && lead < -16 ? 2 : lead <= -12 ? 3 : 0;
      if (lead < -62 || more == 0 || at + more > to) {
        return false;
      }
      int second = b[at] & 0xff;
      boolean badSecond =
          lead == -32 && second < 0xa0
              || lead == -19 && second > 0x9f
              || lead == -16 && second < 0x90
              || lead == -12 && second > 0x8f;
      if (badSecond) {
        return false;
      }
      for (int end = at + more; at < end; at++) {
        if (b[at] >= -64) {
          return false;
        }
      }
    }
    return true;
  }
}
