package tenbin.nouns.attribution;

import tenbin.nouns.member.Claim;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** How we know whose network it was. Every word of it can be shown to the responsible party. */
public sealed interface Evidence {
  /** A member's claim of a block or a domain covers it, most specific first. */
  record ByClaim(Claim claim) implements Evidence {}

  /**
   * The prefix was originated by an autonomous system.
   *
   * @param prefix the most specific one that covers the address
   * @param origin who originated it
   * @param source which table, with its date: "pfx2as 2026-03-24"
   */
  record ByOrigin(Prefix prefix, Asn origin, String source) implements Evidence {}

  /**
   * A registry delegated it.
   *
   * @param prefix what was delegated
   * @param registry "apnic"
   * @param country ISO 3166 two letters
   * @param source which file, with its date
   */
  record ByRegistry(Prefix prefix, String registry, String country, String source)
      implements Evidence {}

  /** Nothing known covers it. */
  record None(String reason) implements Evidence {}
}
