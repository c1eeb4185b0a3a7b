package tenbin.desks.routes.past;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Reads what {@link Packing} wrote, never behind its end. One thread. */
final class Unpacking {
  private static final int MOST_TEXT = 4_096;

  private final byte[] bytes;
  private final int end;
  private int at;

  Unpacking(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Unpacking(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  private int take(int count) throws Damaged {
    if (count < 0 || count > end - at) {
      throw new Damaged("ends after " + (end - at) + " of " + count + " octets");
    }
    int from = at;
    at += count;
    return from;
  }

  boolean hasMore() {
    return at < end;
  }

  int octet() throws Damaged {
    return bytes[take(1)] & 0xff;
  }

  long number() throws Damaged {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int octet = octet();
      value |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return value;
      }
    }
    throw new Damaged("a number that does not end");
  }

  long signed() throws Damaged {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  /** A number that is an index or a count. */
  int count(int most) throws Damaged {
    long value = number();
    if (value < 0 || value > most) {
      throw new Damaged(value + " where at most " + most + " may be");
    }
    return (int) value;
  }

  byte[] octets(int count) throws Damaged {
    int from = take(count);
    return Arrays.copyOfRange(bytes, from, from + count);
  }

  Unpacking part() throws Damaged {
    int length = count(end - at);
    int from = take(length);
    return new Unpacking(bytes, from, from + length);
  }

  String text() throws Damaged {
    return new String(octets(count(MOST_TEXT)), StandardCharsets.UTF_8);
  }

  Prefix prefix() throws Damaged {
    int bits = octet();
    return prefix(new Address(signed(), signed()), bits);
  }

  static Prefix prefix(Address first, int bits) throws Damaged {
    try {
      return new Prefix(first, bits);
    } catch (IllegalArgumentException wrong) {
      throw new Damaged("no prefix: " + wrong.getMessage());
    }
  }

  Vantage vantage() throws Damaged {
    String feed = text();
    long asn = number();
    if (asn < 0 || asn > 0xffff_ffffL) {
      throw new Damaged("no AS number: " + asn);
    }
    return new Vantage(feed, new Asn(asn), new Address(signed(), signed()));
  }
}
