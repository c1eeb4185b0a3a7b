package tenbin.desks.routes.past;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/** Octets that grow, with numbers of as many octets as they need. One thread. */
final class Packing {
  private byte[] bytes = new byte[1 << 10];
  private int size;

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  Packing octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Seven bits an octet, the lowest first. */
  Packing number(long value) {
    room(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) (left & 0x7f | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
    return this;
  }

  /** Small ones of both signs are short. */
  Packing signed(long value) {
    return number(value << 1 ^ value >> 63);
  }

  Packing octets(byte[] some) {
    room(some.length);
    System.arraycopy(some, 0, bytes, size, some.length);
    size += some.length;
    return this;
  }

  /** Another's octets behind their number. */
  Packing part(Packing other) {
    number(other.size);
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
    return this;
  }

  Packing text(String text) {
    byte[] some = text.getBytes(StandardCharsets.UTF_8);
    return number(some.length).octets(some);
  }

  Packing prefix(Prefix prefix) {
    return octet(prefix.bits()).signed(prefix.first().high()).signed(prefix.first().low());
  }

  Packing vantage(Vantage from) {
    return text(from.feed())
        .number(from.asn().number())
        .signed(from.address().high())
        .signed(from.address().low());
  }

  int size() {
    return size;
  }

  byte[] done() {
    return Arrays.copyOf(bytes, size);
  }
}
