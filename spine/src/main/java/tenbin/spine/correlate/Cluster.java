package tenbin.spine.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Some of a set's values, close in time.
 *
 * @param choice their places, as a bit set
 * @param core those of them that it is made of; the others only speak for it
 * @param addresses how many count
 * @param artefacts how many count
 * @param window seconds they were looked for in
 * @param leastOfWider a third member belongs to it when it saw so many of the values
 * @param score -log10 of how many a day chance would make in the circle
 */
record Cluster(
    int choice,
    int core,
    int addresses,
    int artefacts,
    int window,
    int leastOfWider,
    double score) {

  static final Cluster NONE = new Cluster(0, 0, 0, 0, 0, 0, Double.NEGATIVE_INFINITY);

  int size() {
    return addresses + artefacts;
  }

  double expectedPerDay() {
    return Math.pow(10, -score);
  }

  Joined joined(SetValues values, Ties ties, long since) {
    long first = Long.MAX_VALUE;
    long last = 0;
    long sightings = 0;
    List<Long> keys = new ArrayList<>();
    List<Long> listed = new ArrayList<>();
    for (int rest = core; rest != 0; rest &= rest - 1) {
      int value = Integer.numberOfTrailingZeros(rest);
      first = Math.min(first, values.first(value));
      last = Math.max(last, values.last(value));
      sightings += values.count(value);
      keys.add(values.key(value));
      if (values.isListed(value)) {
        listed.add(values.key(value));
      }
    }
    int[] members = MemberSet.members(ties.reach(members(values), keys));
    return new Joined(
        Campaigns.NAME,
        Arrays.stream(members).boxed().toList(),
        values.kind(Integer.numberOfTrailingZeros(choice)),
        listed,
        since,
        first,
        last,
        sightings,
        score,
        why(members.length));
  }

  private long members(SetValues values) {
    for (int rest = core; rest != 0; rest &= rest - 1) {
      long wider = values.all(Integer.numberOfTrailingZeros(rest));
      if (wider != values.set() && seenBy(wider, values) >= leastOfWider) {
        return wider;
      }
    }
    return values.set();
  }

  private int seenBy(long members, SetValues values) {
    int seen = 0;
    for (int rest = core; rest != 0; rest &= rest - 1) {
      seen += values.all(Integer.numberOfTrailingZeros(rest)) == members ? 1 : 0;
    }
    return seen;
  }

  private String why(int members) {
    return String.format(
        Locale.ROOT,
        "%d addresses and %d artefacts that only these %d members saw, within %d h; chance would"
            + " make %.2g such findings a day in the whole circle",
        addresses,
        artefacts,
        members,
        window / 3_600,
        expectedPerDay());
  }
}
