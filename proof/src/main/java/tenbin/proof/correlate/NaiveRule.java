package tenbin.proof.correlate;

import java.util.HashMap;
import java.util.Map;
import tenbin.proof.generator.Day;

/**
 * The rule that everybody starts with: one value that two members saw within an hour is a group.
 * Each such value is one claim; it is right when the value belongs to something planted.
 */
final class NaiveRule {
  private static final int HOUR = 3_600;

  /** Who saw a value last, and when. */
  private record Last(int member, int second) {}

  private final Map<Long, Last> last = new HashMap<>();
  private final Map<Long, Boolean> claims = new HashMap<>();
  private final java.util.BitSet found = new java.util.BitSet();

  NaiveRule(Day day) {
    for (int i = 0; i < day.size(); i++) {
      see(day, i, day.addressOf(i) & 0xffff_ffffL);
      if (day.artefactOf(i) >= 0) {
        see(day, i, 1L << 40 | day.artefactOf(i));
      }
    }
  }

  private void see(Day day, int event, long value) {
    int member = day.memberOf(event);
    int second = day.secondOf(event);
    Last before = last.put(value, new Last(member, second));
    if (before != null && before.member != member && second - before.second <= HOUR) {
      int planted = day.plantedOf(event);
      claims.put(value, planted >= 0);
      if (planted >= 0) {
        found.set(planted);
      }
    }
  }

  int claims() {
    return claims.size();
  }

  double precision() {
    return claims.values().stream().filter(right -> right).count() / (double) claims.size();
  }

  /** What part of the planted it touched at all. */
  double recall(int planted) {
    return found.cardinality() / (double) planted;
  }
}
