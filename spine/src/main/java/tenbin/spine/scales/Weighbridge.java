package tenbin.spine.scales;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tenbin.balance.ground.Basis;
import tenbin.nouns.member.MemberId;

/**
 * The picture of the balance as it stands, for one holder or for the whole circle. Any thread. Who
 * may look is asked by whoever calls it.
 */
public interface Weighbridge {
  /**
   * Weighs the rows of one holder, or of everybody.
   *
   * @param cases that the holder sees: what a ground would tip is counted in them too
   * @param clauses by id, of which the reader may be told; of others nothing is weighed
   */
  Reading read(Optional<MemberId> holder, List<CaseSpan> cases, Predicate<String> clauses);

  /** What one ground of a holder's own would tip. */
  Tipping tippedBy(Basis basis, MemberId holder, List<CaseSpan> cases);

  /**
   * What stands on the scales, with what each clause that the holder could adopt would tip.
   *
   * @param rows all that were weighed
   * @param picture what goes and what stays
   * @param offers each with its tipping, the heaviest first; empty for the whole circle
   * @param ladder the picture with fewer and with more of the holder's approvals
   */
  public record Reading(long rows, Picture picture, List<Offer> offers, Ladder ladder) {
    public Reading {
      offers = List.copyOf(offers);
    }
  }

  /** A ground that could be given, and what it would tip. */
  public record Offer(Basis basis, Tipping tipping) {}
}
