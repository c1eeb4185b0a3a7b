package tenbin.nouns.net;

import java.util.Optional;

/**
 * An address block in CIDR form (RFC 4632). Bits behind the length are zero: a prefix that exists
 * is canonical.
 *
 * @param first the lowest address of the block
 * @param bits the length as 128-bit space counts it: an IPv4 /24 is 120 here; see {@link #length}
 */
public record Prefix(Address first, int bits) implements Comparable<Prefix> {
  private static final int V4_OFFSET = 96;

  public Prefix {
    if (bits < 0 || bits > 128) {
      throw new IllegalArgumentException("no such prefix length: " + bits);
    }
    if (!first.equals(masked(first, bits))) {
      throw new IllegalArgumentException("bits set behind the length: " + first + " " + bits);
    }
  }

  /** The block of {@code length} around an address, host bits cleared; length as written (/24). */
  public static Prefix around(Address address, int length) {
    int bits = address.isV4() ? length + V4_OFFSET : length;
    if (length < 0 || bits > 128) {
      throw new IllegalArgumentException("no such prefix length: /" + length);
    }
    return new Prefix(masked(address, bits), bits);
  }

  /**
   * Reads "192.0.2.0/24" or "2001:db8::/32"; a bare address is its host prefix. Host bits must be
   * zero.
   *
   * @throws IllegalArgumentException with the text and what is wrong with it
   */
  public static Prefix parse(String text) {
    int slash = text.indexOf('/');
    Address address = AddressText.parse(slash < 0 ? text : text.substring(0, slash));
    int most = address.isV4() ? 32 : 128;
    int length = slash < 0 ? most : readLength(text, slash + 1, most);
    Prefix prefix = around(address, length);
    if (!prefix.first.equals(address)) {
      throw new IllegalArgumentException(
          "host bits are set in \"" + text + "\"; did you mean " + prefix + "?");
    }
    return prefix;
  }

  /** Reads as {@link #parse} does; empty where that throws. */
  public static Optional<Prefix> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private static int readLength(String text, int from, int most) {
    int digits = text.length() - from;
    int length = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || digits > 3) {
        throw new IllegalArgumentException("not a prefix length in \"" + text + "\"");
      }
      length = length * 10 + (c - '0');
    }
    if (digits == 0 || length > most) {
      throw new IllegalArgumentException("not a prefix length in \"" + text + "\"");
    }
    return length;
  }

  private static Address masked(Address address, int bits) {
    long highMask = bits >= 64 ? -1L : bits == 0 ? 0 : -1L << (64 - bits);
    long lowMask = bits <= 64 ? 0 : bits == 128 ? -1L : -1L << (128 - bits);
    return new Address(address.high() & highMask, address.low() & lowMask);
  }

  public boolean isV4() {
    return bits >= V4_OFFSET && first.isV4();
  }

  /** The length as people write it: 0-32 for IPv4, 0-128 for IPv6. */
  public int length() {
    return isV4() ? bits - V4_OFFSET : bits;
  }

  /** The highest address of the block. */
  public Address last() {
    long highRest = bits >= 64 ? 0 : bits == 0 ? -1L : -1L >>> bits;
    long lowRest = bits <= 64 ? -1L : bits == 128 ? 0 : -1L >>> (bits - 64);
    return new Address(first.high() | highRest, first.low() | lowRest);
  }

  public boolean contains(Address address) {
    return masked(address, bits).equals(first);
  }

  /** Whether the other block lies inside this one or is the same. */
  public boolean contains(Prefix other) {
    return other.bits >= bits && contains(other.first);
  }

  public boolean overlaps(Prefix other) {
    return contains(other) || other.contains(this);
  }

  @Override
  public int compareTo(Prefix other) {
    int byFirst = first.compareTo(other.first);
    return byFirst != 0 ? byFirst : Integer.compare(bits, other.bits);
  }

  @Override
  public String toString() {
    return (first.isPresent() ? first.toString() : "::") + "/" + length();
  }
}
