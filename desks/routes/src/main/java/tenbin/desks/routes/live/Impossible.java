package tenbin.desks.routes.live;

import java.util.function.IntPredicate;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AsPath;

/**
 * Paths that no working router tells: through its own AS, away, and through it again (RFC 4271
 * section 9.1.2), or through a number that is no network's. What some networks use inside or for
 * examples is none of these. One thread: the last path is remembered, because an UPDATE has many
 * prefixes of one.
 */
final class Impossible implements IntPredicate {
  private static final long AS_TRANS = 23_456; // RFC 6793 section 9
  private static final long LAST_OF_TWO_OCTETS = 65_535; // RFC 7300
  private static final long FIRST_RESERVED = 65_552; // IANA, "Autonomous System (AS) Numbers"
  private static final long LAST_RESERVED = 131_071;
  private static final long LAST = 4_294_967_295L; // RFC 7300

  private AsPath path = AsPath.EMPTY;
  private long own = -1;
  private boolean impossible;
  private boolean been;
  private boolean left;

  /** Whether a router of an AS cannot have such a path. */
  boolean is(Asn of, AsPath told) {
    if (!told.equals(path) || of.number() != own) {
      path = told;
      own = of.number();
      been = false;
      left = false;
      impossible = told.anyMatch(this);
    }
    return impossible;
  }

  /** The next AS of the path. */
  @Override
  public boolean test(int asn) {
    long hop = Integer.toUnsignedLong(asn);
    boolean again = hop == own && left;
    been |= hop == own;
    left |= been && hop != own;
    return again || isNoNetwork(hop);
  }

  private static boolean isNoNetwork(long asn) {
    return asn == 0 // RFC 7607
        || asn == AS_TRANS
        || asn == LAST_OF_TWO_OCTETS
        || asn == LAST
        || asn >= FIRST_RESERVED && asn <= LAST_RESERVED;
  }
}
