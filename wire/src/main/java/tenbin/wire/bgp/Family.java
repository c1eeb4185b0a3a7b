package tenbin.wire.bgp;

import java.util.Optional;

/** A family of addresses, by its number (RFC 4760 section 7). */
public enum Family {
  IPV4(1, 32),
  IPV6(2, 128);

  private final int afi;
  private final int bits;

  Family(int afi, int bits) {
    this.afi = afi;
    this.bits = bits;
  }

  /** How long an address is. */
  public int bits() {
    return bits;
  }

  /** The family of a number; none where we know no prefixes of it. */
  public static Optional<Family> of(int afi) {
    return afi == IPV4.afi
        ? Optional.of(IPV4)
        : afi == IPV6.afi ? Optional.of(IPV6) : Optional.empty();
  }

  /** The family of a number. */
  public static Family require(Octets in, int afi) throws Malformed {
    Optional<Family> family = of(afi);
    if (family.isEmpty()) {
      throw new Malformed(in.at(), "address family " + afi);
    }
    return family.get();
  }
}
