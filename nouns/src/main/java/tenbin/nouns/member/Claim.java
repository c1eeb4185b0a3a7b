package tenbin.nouns.member;

import tenbin.nouns.time.Validity;

/**
 * A network that a member answers for, from when to when, and how that was verified.
 *
 * @param holder who answers for it
 * @param network what
 * @param means by itself, as a sub-allocation from, or as a resale of another member's network
 * @param validity when
 * @param verifiedBy how it was verified: "whois", "route object", "dns", "letter"; never blank
 * @param sector what it is for; the member's own where it is not known
 */
public record Claim(
    MemberId holder,
    Network network,
    Means means,
    Validity validity,
    String verifiedBy,
    Sector sector) {

  /** By what means a network came to its holder. */
  public enum Means {
    /** Declared by the member as its own. */
    DECLARED,
    /** Sub-allocated: lies inside another member's declaration and goes before it. */
    SUB_ALLOCATION,
    /** Resold: another member's network that this one sells to its own customers. */
    RESALE
  }

  /** A network of which nobody says what it is for. */
  public Claim(
      MemberId holder, Network network, Means means, Validity validity, String verifiedBy) {
    this(holder, network, means, validity, verifiedBy, Sector.UNKNOWN);
  }

  public Claim {
    if (verifiedBy.isBlank()) {
      throw new IllegalArgumentException(
          "a claim says how it was verified: " + holder + " " + network);
    }
  }
}
