package tenbin.nouns.net;

import java.util.Optional;

/**
 * An IP address, 128 bits in two halves. An IPv4 address is held as the IPv4-mapped IPv6 address
 * ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2), so that one value never has two forms. The unspecified
 * address "::" says that there is no address (RFC 4291 section 2.5.2) and is {@link #NONE}.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Address(long high, long low) implements Comparable<Address> {
  /** No address was told. */
  public static final Address NONE = new Address(0, 0);

  private static final long MAPPED = 0x0000_ffff_0000_0000L;

  /** An IPv4 address from its 32 bits. */
  public static Address ofV4(int bits) {
    return new Address(0, MAPPED | (bits & 0xffff_ffffL));
  }

  /**
   * Reads the text forms of RFC 4291 section 2.2 and dotted quads; no zone, no port, no leading
   * zeros in a quad (they are octal to some readers).
   *
   * @throws IllegalArgumentException with the text and what is wrong with it
   */
  public static Address parse(CharSequence text) {
    return AddressText.parse(text);
  }

  /** Reads as {@link #parse} does; empty where that throws. */
  public static Optional<Address> tryParse(CharSequence text) {
    return AddressText.tryParse(text);
  }

  /** Whether an address was told at all. */
  public boolean isPresent() {
    return (high | low) != 0;
  }

  public boolean isV4() {
    return high == 0 && (low >>> 32) == 0xffffL;
  }

  /** The 32 bits of an IPv4 address; meaningless for IPv6. */
  public int v4Bits() {
    return (int) low;
  }

  /** Where the address stands by the registries of special-purpose addresses. */
  public Scope scope() {
    return Scope.of(this);
  }

  /** Orders by the unsigned 128 bits, so all of IPv4 sorts inside ::ffff:0:0/96. */
  @Override
  public int compareTo(Address other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** The canonical text: dotted quad for IPv4, RFC 5952 for IPv6, empty when not told. */
  @Override
  public String toString() {
    return AddressText.format(this);
  }
}
