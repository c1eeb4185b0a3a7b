package tenbin.wire.bgp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import tenbin.nouns.net.Address;

/** Octets in network order, read from the front and never behind their end. For one thread. */
public final class Octets {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int end;
  private int at;

  private Octets(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Octets of a buffer that stays as it is while they are read. */
  public static Octets of(byte[] bytes, int from, int length) {
    java.util.Objects.checkFromIndexSize(from, length, bytes.length);
    return new Octets(bytes, from, from + length);
  }

  /** Where the next one stands in the buffer. */
  public int at() {
    return at;
  }

  public int left() {
    return end - at;
  }

  public boolean hasMore() {
    return at < end;
  }

  private void need(int count) throws Malformed {
    if (count < 0 || count > end - at) {
      throw new Malformed(at, "ends after " + left() + " of " + count + " octets");
    }
  }

  public int u8() throws Malformed {
    need(1);
    return bytes[at++] & 0xff;
  }

  public int u16() throws Malformed {
    need(2);
    int value = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    at += 2;
    return value;
  }

  /** 32 bits as they are. */
  public int i32() throws Malformed {
    need(Integer.BYTES);
    int value = (int) INTS.get(bytes, at);
    at += Integer.BYTES;
    return value;
  }

  /** Numbers of 32 bits each, from an index to the end. */
  void fill(int[] words, int from) throws Malformed {
    int count = words.length - from;
    need(Integer.BYTES * count);
    for (int i = 0; i < count; i++) {
      words[from + i] = (int) INTS.get(bytes, at + Integer.BYTES * i);
    }
    at += Integer.BYTES * count;
  }

  public long u32() throws Malformed {
    return i32() & 0xffff_ffffL;
  }

  private long i64() throws Malformed {
    return u32() << 32 | u32();
  }

  /** The next octets by themselves; reading goes on behind them. */
  public Octets take(int length) throws Malformed {
    need(length);
    Octets part = new Octets(bytes, at, at + length);
    at += length;
    return part;
  }

  /** Lets no more than so many be read until {@link #widen}; gives what that needs. */
  int narrow(int length) throws Malformed {
    need(length);
    int before = end;
    end = at + length;
    return before;
  }

  /** Goes on behind what was narrow. */
  void widen(int before) {
    at = end;
    end = before;
  }

  public void skip(int length) throws Malformed {
    need(length);
    at += length;
  }

  /** The same octets, to be read by themselves; here nothing goes on. */
  public Octets copy() {
    return new Octets(bytes, at, end);
  }

  /** A copy of all that is left. */
  public byte[] rest() {
    byte[] copy = Arrays.copyOfRange(bytes, at, end);
    at = end;
    return copy;
  }

  /** The buffer itself, for who looks at the octets as they are. */
  byte[] bytes() {
    return bytes;
  }

  /** What comes next, without going on; 0 where nothing does. */
  int peek() {
    return at < end ? bytes[at] & 0xff : 0;
  }

  /** What comes so many octets behind that. */
  int peek(int behind) {
    return behind < end - at ? bytes[at + behind] & 0xff : 0;
  }

  /** A whole address of a family. */
  public Address address(Family family) throws Malformed {
    return family == Family.IPV4 ? Address.ofV4(i32()) : new Address(i64(), i64());
  }

  /** The first bits of an address, in as many octets as they need; the others are zero. */
  Address start(Family family, int bits) throws Malformed {
    int octets = (bits + 7) / 8;
    need(octets);
    long high = 0;
    long low = 0;
    for (int i = 0; i < octets; i++) {
      long octet = bytes[at + i] & 0xffL;
      if (i < 8) {
        high |= octet << 56 - 8 * i;
      } else {
        low |= octet << 120 - 8 * i;
      }
    }
    at += octets;
    return family == Family.IPV4 ? Address.ofV4((int) (high >>> 32)) : new Address(high, low);
  }
}
