package tenbin.wire.bgp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of attributes that were read, by their octets: in tables and in bursts the same block
 * comes again and again, and what it says depends on its octets alone. Each has one place, which
 * the next that wants it takes; what is found is compared octet by octet. Broken blocks are not
 * kept. For one thread.
 */
public final class AttributeMemo {
  /** Longer blocks are rare (many communities) and read each time. */
  private static final int MOST_OCTETS = 256;

  private static final int FEWEST_PLACES = 1 << 6;

  /**
   * Of a table of 10.5 million entries by twelve peers this finds nearly as many as twice the
   * places; its octets take 8 MiB.
   */
  private static final int MOST_PLACES = 1 << 15;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

  private int places = FEWEST_PLACES;
  private long[] keys = new long[places];
  private byte[] octets = new byte[places * MOST_OCTETS];
  private @Nullable Attributes[] values = new Attributes[places];
  private int kept;

  /** What a block says, out of the memo or read now. */
  Attributes read(Octets in, AsWidth width, PathIds ids, MultiForm form) throws Malformed {
    int length = in.left();
    if (length > MOST_OCTETS) {
      return new AttributeReader(width, ids).all(in, form);
    }
    int kind = (width.ordinal() << 1 | ids.ordinal()) << 1 | form.ordinal();
    long key = hash(in.bytes(), in.at(), length) + (kind << 9 | length) * MIX;
    int place = (int) (key >>> 40) & places - 1;
    Attributes known = values[place];
    if (known != null && keys[place] == key && isSame(in, length, place)) {
      return known;
    }
    int from = in.at();
    Attributes read = new AttributeReader(width, ids).all(in, form);
    keep(key, in.bytes(), from, length, read);
    return read;
  }

  private boolean isSame(Octets in, int length, int place) {
    int kept = place * MOST_OCTETS;
    return Arrays.equals(octets, kept, kept + length, in.bytes(), in.at(), in.at() + length);
  }

  private void keep(long key, byte[] bytes, int from, int length, Attributes read) {
    if (kept++ >= places && places < MOST_PLACES) {
      grow();
    }
    int place = (int) (key >>> 40) & places - 1;
    keys[place] = key;
    values[place] = read;
    System.arraycopy(bytes, from, octets, place * MOST_OCTETS, length);
  }

  /** Forgets all: what comes again is soon there again. */
  private void grow() {
    kept = 0;
    places *= 8;
    keys = new long[places];
    octets = new byte[places * MOST_OCTETS];
    values = new Attributes[places];
  }

  private static long hash(byte[] bytes, int from, int length) {
    long hash = length;
    int at = from;
    int whole = from + (length & -8);
    for (; at < whole; at += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
      hash ^= hash >>> 29;
    }
    for (; at < from + length; at++) {
      hash = (hash ^ bytes[at]) * MIX;
    }
    return hash ^ hash >>> 32;
  }
}
