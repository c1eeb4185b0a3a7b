package tenbin.wire.bgp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values by the octets that they were read from. Each has one place, which the next that wants it
 * takes; what is found is compared octet by octet, so nobody who chooses octets can make it lie,
 * only forget. For one thread.
 */
final class OctetMemo<T> {
  private static final int FEWEST_PLACES = 1 << 4;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A key ends with the length, so that one's octets are never compared with another's front. */
  private static final int LENGTH_BITS = 10;

  private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
  private static final int PAIR = 2 * Long.BYTES;
  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

  private final int mostPlaces;
  private final int mostOctets;
  private int places;
  private long[] keys = new long[0];
  private byte[] octets = new byte[0];
  private @Nullable Object[] values = new Object[0];
  private int kept;

  /**
   * An empty one.
   *
   * @param mostPlaces a power of two, at least 16, or 0 to remember nothing
   * @param mostOctets of what is kept, at most 1,023; longer ones are read each time
   */
  OctetMemo(int mostPlaces, int mostOctets) {
    this.mostPlaces = mostPlaces;
    this.mostOctets = mostOctets;
  }

  /** How octets are read where they are not known. */
  interface Decoder<T> {
    T read(Octets in) throws Malformed;
  }

  /** What all that is left says, remembered or read now; nothing is left behind it. */
  T read(Octets in, Decoder<? extends T> decoder) throws Malformed {
    long key = key(in, 0);
    T known = known(key, in);
    if (known != null) {
      in.skip(in.left());
      return known;
    }
    int from = in.at();
    int length = in.left();
    T read = decoder.read(in);
    keep(key, in.bytes(), from, length, read);
    return read;
  }

  /** What all that is left and the kind of reading have in common: two lanes, then what is over. */
  long key(Octets in, int kind) {
    int length = in.left();
    byte[] bytes = in.bytes();
    int at = in.at();
    int end = at + length;
    long hash = (long) kind << 32 | length;
    long beside = MIX;
    for (int pairs = at + (length & -PAIR); at < pairs; at += PAIR) {
      hash = mixed(hash, (long) LONGS.get(bytes, at));
      beside = mixed(beside, (long) LONGS.get(bytes, at + Long.BYTES));
    }
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mixed(hash, (long) LONGS.get(bytes, at));
    }
    if (at < end && length >= Long.BYTES) {
      beside = mixed(beside, (long) LONGS.get(bytes, end - Long.BYTES));
      at = end;
    }
    for (; at < end; at++) {
      beside = (beside ^ bytes[at]) * MIX;
    }
    hash ^= Long.rotateLeft(beside, 31);
    return (hash ^ hash >>> 32) << LENGTH_BITS | length & LENGTH_MASK;
  }

  private static long mixed(long hash, long word) {
    long mixed = (hash ^ word) * MIX;
    return mixed ^ mixed >>> 29;
  }

  /** What these octets said when they were read that way; none where that is not known. */
  @SuppressWarnings("unchecked") // keep() put it there
  @Nullable T known(long key, Octets in) {
    int length = in.left();
    if (places == 0 || length > mostOctets) {
      return null;
    }
    int place = place(key);
    int from = place * mostOctets;
    boolean same =
        keys[place] == key
            && Arrays.equals(octets, from, from + length, in.bytes(), in.at(), in.at() + length);
    return same ? (T) values[place] : null;
  }

  private int place(long key) {
    return (int) (key >>> 48) & places - 1;
  }

  /** Keeps what octets said that stand there still. */
  void keep(long key, byte[] bytes, int from, int length, T value) {
    if (length > mostOctets || mostPlaces == 0) {
      return;
    }
    if (kept++ >= places && places < mostPlaces) {
      grow();
    }
    int place = place(key);
    keys[place] = key;
    values[place] = value;
    System.arraycopy(bytes, from, octets, place * mostOctets, length);
  }

  /** Forgets all: what comes again is soon there again. */
  private void grow() {
    kept = 0;
    places = Math.clamp(8L * places, FEWEST_PLACES, mostPlaces);
    keys = new long[places];
    octets = new byte[places * mostOctets];
    values = new Object[places];
  }
}
