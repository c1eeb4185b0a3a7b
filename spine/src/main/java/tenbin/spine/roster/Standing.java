package tenbin.spine.roster;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Validity;

/**
 * A claim while its holder belongs to the circle: who has left answers for nothing any more.
 *
 * @param claim as the circle file has it
 * @param validity of the claim and of the membership together
 */
public record Standing(Claim claim, Validity validity) {
  /** The claim's standing; empty when it holds at no time of the membership. */
  static Optional<Standing> of(Claim claim, Validity membership) {
    Validity own = claim.validity();
    Instant from = own.from().isAfter(membership.from()) ? own.from() : membership.from();
    Instant to = own.to().isBefore(membership.to()) ? own.to() : membership.to();
    return from.isBefore(to)
        ? Optional.of(new Standing(claim, new Validity(from, to)))
        : Optional.empty();
  }

  public MemberId holder() {
    return claim.holder();
  }

  /**
   * Whether this claim and one that covers its network contradict each other while both hold. What
   * lies inside another member's network must be told to be a sub-allocation or a resale; of one
   * and the same network there can be one declaration, one sub-allocation, one resale.
   */
  public boolean contradicts(Standing covering) {
    if (holder().equals(covering.holder()) || !validity.overlaps(covering.validity)) {
      return false;
    }
    return claim.network().equals(covering.claim.network())
        ? claim.means() == covering.claim.means()
        : claim.means() == Claim.Means.DECLARED;
  }
}
