package tenbin.desks.routes.incident;

import java.util.Locale;

/**
 * What kind of thing happened to routes, with its code in the field's vocabulary: prefix (S more
 * specific, E exact, L less specific, Q held back), path (0 origin, 1 first hop, N farther, P
 * prepended, U unchanged), data plane, policy (L leak); ARTEMIS' taxonomy (IEEE/ACM ToN 2018) and
 * its letters, with L and V of our own for what it does not have.
 */
public enum Kind {
  /** Somebody else originates exactly a member's prefix. */
  ORIGIN_HIJACK("E|0|-|-"),
  /** Somebody else originates a part of a member's prefix. */
  SUBPREFIX_HIJACK("S|0|-|-"),
  /** Somebody else originates a block around a member's prefix that nobody did before. */
  LESS_SPECIFIC("L|0|-|-"),
  /** The origin is a set of ASes with a stranger in it (RFC 9774). */
  AS_SET_ORIGIN("E|0|-|-"),
  /** The origin is the member's; the AS before it is none of its neighbours and carries nobody. */
  FAKE_FIRST_HOP("E|1|-|-"),
  /** A more specific with the member's origin behind a stranger. */
  SUBPREFIX_FORGED("S|1|-|-"),
  /** A link farther up in the path that does not exist. */
  FORGED_PATH("E|N|-|-"),
  /** The origin repeats itself more often than it says it does. */
  PREPEND("E|P|-|-"),
  /** An AS stands behind one that it never stands behind. */
  PEERLOCK("E|U|-|L"),
  /** A path that goes down and up again (RFC 7908). */
  ROUTE_LEAK("E|U|-|L"),
  /** Many prefixes of many networks through one AS at once. */
  MASS_LEAK("S|U|-|L"),
  /** One AS originates many prefixes of many networks at once. */
  MASS_HIJACK("E|0|-|-"),
  /** Validation says invalid (RFC 6811). */
  RPKI_INVALID("E|0|-|-"),
  /** Announcements became invalid because of changed ROAs, many at once. */
  RPKI_MASS_INVALID("E|0|-|-"),
  /** ROAs of a member's prefix end soon, or are gone. */
  RPKI_EXPIRY("E|-|-|-"),
  /** Valid only by a ROA that came just before. */
  ROA_JUST_CHANGED("E|0|-|-"),
  /** The path is no path by the providers that its ASes declared (ASPA). */
  ASPA_INVALID("E|U|-|L"),
  /** The origin is not that of the registry's route object: the ancestor's rule. */
  IRR_MISMATCH("E|0|-|-"),
  /** A member's prefix is not seen any more by those who saw it. */
  VISIBILITY_LOSS("E|V|-|-"),
  /** A member's AS announces a prefix that it did not declare. */
  NEW_PREFIX("E|U|-|-"),
  /** A transit network carries a member that does not name it. */
  NEW_UPSTREAM("E|1|-|-"),
  /** An AS stands behind a member that does not name it. */
  NEW_DOWNSTREAM("E|U|-|-"),
  /** Somebody announces space that its holder holds back, or that nobody holds. */
  SQUATTING("Q|0|-|-"),
  /** Space that is never announced: reserved, private, too long, everything. */
  BOGON_PREFIX("E|U|-|-"),
  /** An AS number that never stands in a path. */
  BOGON_ASN("E|N|-|-"),
  /** The network of an exchange point is announced. */
  IXP_LAN("E|U|-|L");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  /** "E|0|-|-". */
  public String code() {
    return code;
  }

  /** "origin-hijack", as lines and addresses of pages have it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
