package tenbin.spine.attribute;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.Standing;

/** Who answers among the claims that cover a network and hold at one time. */
final class Holders {
  private Holders() {}

  /**
   * The member whose claim is the most specific, a sub-allocation or a resale before the
   * declaration of the same network; or a dispute where that claim contradicts another one.
   *
   * @param holding the claims, those of wider networks first
   */
  static Attribution decide(List<Standing> holding) {
    if (holding.isEmpty()) {
      return Attribution.NOT_COVERED;
    }
    Standing best = best(holding);
    Set<Standing> against = new LinkedHashSet<>();
    for (Standing each : holding) {
      if (best.contradicts(each)) {
        against.add(each);
      }
    }
    if (against.isEmpty()) {
      return new Attribution(
          new Responsible.OfMember(best.holder()), new Evidence.ByClaim(best.claim()));
    }
    against.add(best);
    return disputed(against);
  }

  private static Standing best(List<Standing> holding) {
    Standing best = holding.getFirst();
    for (Standing each : holding) {
      boolean same = each.claim().network().equals(best.claim().network());
      if (!same || each.claim().means().compareTo(best.claim().means()) > 0) {
        best = each;
      }
    }
    return best;
  }

  private static Attribution disputed(Set<Standing> claimants) {
    List<MemberId> members = claimants.stream().map(Standing::holder).distinct().sorted().toList();
    String reason =
        claimants.stream()
            .map(each -> each.holder() + " claims " + each.claim().network())
            .collect(Collectors.joining("; ", "disputed: ", ""));
    return new Attribution(new Responsible.Disputed(members), new Evidence.None(reason));
  }
}
