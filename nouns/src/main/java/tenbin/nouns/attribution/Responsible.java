package tenbin.nouns.attribution;

import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;

/** Who answers for a network at a time. */
public sealed interface Responsible {
  /** A member of the circle. */
  record OfMember(MemberId member) implements Responsible {}

  /**
   * A party outside the circle, for display.
   *
   * @param asn the origin, {@link Asn#NONE} when only the registry's country is known
   * @param country ISO 3166 two letters, empty when not known
   * @param abuseContact a mail address from a registry's file, empty when not known
   */
  record Outside(Asn asn, String country, String abuseContact) implements Responsible {}

  /** Two members claim it: people must resolve that, nobody gets the row meanwhile. */
  record Disputed(java.util.List<MemberId> claimants) implements Responsible {
    public Disputed {
      claimants = java.util.List.copyOf(claimants);
    }
  }

  /** Nobody known. Unknown stays unknown. */
  record Unknown() implements Responsible {}

  Unknown UNKNOWN = new Unknown();
}
