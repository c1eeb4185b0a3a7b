package tenbin.desks.routes.live;

import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AsPath;

/**
 * Paths that no working router tells: through its own AS, away, and through it again (RFC 4271
 * section 9.1.2), or through a number that is no network's. What some networks use inside or for
 * examples is none of these. One thread: the last path is remembered, because an UPDATE has many
 * prefixes of one.
 */
final class Impossible {
  private static final long AS_TRANS = 23_456; // RFC 6793 section 9
  private static final long LAST_OF_TWO_OCTETS = 65_535; // RFC 7300
  private static final long FIRST_RESERVED = 65_552; // IANA, "Autonomous System (AS) Numbers"
  private static final long LAST_RESERVED = 131_071;
  private static final long LAST = 4_294_967_295L; // RFC 7300

  private AsPath path = AsPath.EMPTY;
  private long asn = -1;
  private boolean impossible;

  /** Whether a router of an AS cannot have such a path. */
  boolean is(Asn of, AsPath told) {
    if (!told.equals(path) || of.number() != asn) {
      path = told;
      asn = of.number();
      impossible = isImpossible(of.number(), told.hops());
    }
    return impossible;
  }

  private static boolean isImpossible(long own, int[] hops) {
    boolean left = false;
    boolean been = false;
    for (int each : hops) {
      long hop = Integer.toUnsignedLong(each);
      if (isNoNetwork(hop) || hop == own && left) {
        return true;
      }
      been |= hop == own;
      left |= been && hop != own;
    }
    return false;
  }

  private static boolean isNoNetwork(long asn) {
    return asn == 0 // RFC 7607
        || asn == AS_TRANS
        || asn == LAST_OF_TWO_OCTETS
        || asn == LAST
        || asn >= FIRST_RESERVED && asn <= LAST_RESERVED;
  }
}
