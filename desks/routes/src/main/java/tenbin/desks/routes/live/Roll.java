package tenbin.desks.routes.live;

import java.util.BitSet;
import tenbin.desks.routes.health.HealthState;
import tenbin.desks.routes.watch.RouteWatch;

/** Whose word counts, by their numbers in the table. One thread. */
final class Roll {
  private final BitSet counting = new BitSet();
  private final BitSet starting = new BitSet();

  /** So many vantage points were reviewed; later ones are starting. */
  private int known;

  boolean counts(int vantage) {
    return vantage >= 0 && counting.get(vantage);
  }

  /** Why the word of one that does not count is put aside. */
  RouteWatch.Aside aside(int vantage) {
    boolean isNew = vantage >= 0 && (starting.get(vantage) || vantage >= known);
    return isNew ? RouteWatch.Aside.STARTING : RouteWatch.Aside.DOUBTED;
  }

  void lost(int vantage) {
    if (vantage >= 0) {
      counting.clear(vantage);
      starting.set(vantage);
    }
  }

  /** It was reviewed; whether it counts now and did not, or the other way round. */
  boolean turns(int vantage, HealthState state) {
    starting.set(vantage, state == HealthState.STARTING || state == HealthState.DOWN);
    known = Math.max(known, vantage + 1);
    boolean turned = state.counts() != counting.get(vantage);
    counting.set(vantage, state.counts());
    return turned;
  }
}
