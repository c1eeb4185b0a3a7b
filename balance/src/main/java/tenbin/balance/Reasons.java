package tenbin.balance;

import java.util.HashSet;
import java.util.Set;
import tenbin.balance.weigh.Code;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;

/** The one reason for which people first look at a refusal, of all that a weighing gives. */
final class Reasons {
  private Reasons() {}

  static Reason mainOf(Weighing weighing) {
    Set<Code> codes = new HashSet<>();
    for (Weight weight : weighing.weights()) {
      weight.whys().forEach(why -> codes.add(why.code()));
    }
    if (codes.contains(Code.STANDING_UNMET) || codes.contains(Code.RECIPIENT_UNKNOWN)) {
      return Reason.RECIPIENT_NOT_A_MEMBER;
    }
    if (codes.contains(Code.MARKED)) {
      return Reason.MARKED_FOR_NAMED_PERSONS;
    }
    return ofGrounds(weighing, codes);
  }

  private static Reason ofGrounds(Weighing weighing, Set<Code> codes) {
    boolean noneNeeded =
        weighing.weights().stream()
            .allMatch(weight -> weight.whys().stream().anyMatch(Reasons::isNotNeeded));
    if (noneNeeded) {
      return Reason.NOT_NEEDED_FOR_PURPOSE;
    }
    if (codes.contains(Code.NOT_ADOPTED)) {
      return Reason.CLAUSE_NOT_ADOPTED;
    }
    if (codes.contains(Code.OTHER_PURPOSE)) {
      return Reason.PURPOSE_NOT_AGREED;
    }
    // A field that would have gone but for what the purpose requires beside it.
    boolean someOpen = codes.contains(Code.REQUIRED_MISSING);
    return someOpen || codes.contains(Code.NOT_JOINTLY)
        ? Reason.CATEGORY_NOT_AGREED
        : Reason.NO_AGREEMENT;
  }

  private static boolean isNotNeeded(tenbin.balance.weigh.Why why) {
    return why.code() == Code.NOT_NEEDED;
  }
}
