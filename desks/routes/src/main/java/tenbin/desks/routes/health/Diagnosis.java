package tenbin.desks.routes.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.table.RouteTable;

/** One round over all vantage points: how each is now, beside all others. */
final class Diagnosis {
  /** Whoever says nothing of an end of its table has told it after so long. */
  private static final long START = 10 * Pulse.MINUTE;

  /** Fewer vantage points cannot say what one does alone. */
  private static final int CIRCLE = 3;

  /** Who is quarantined comes back below this part of what put it there. */
  private static final double RECOVERED = 0.1;

  private final long micros;
  private final RouteTable table;
  private final Thresholds thresholds;
  private final List<Pulse> pulses;
  private final BeaconWatch beacons;
  private final int largest;
  private final boolean isStormOfFew;

  Diagnosis(
      long micros,
      RouteTable table,
      Thresholds thresholds,
      List<Pulse> pulses,
      BeaconWatch beacons) {
    this.micros = micros;
    this.table = table;
    this.thresholds = thresholds;
    this.pulses = pulses;
    this.beacons = beacons;
    this.largest = largest();
    this.isStormOfFew = isStormOfFew();
  }

  /** How many routes the largest table has, of those that tell no garbage. */
  private int largest() {
    int most = 0;
    for (int i = 0; i < pulses.size(); i++) {
      most = wrong(pulses.get(i)) == Reason.NONE ? Math.max(most, table.routes(i)) : most;
    }
    return most;
  }

  double share(int vantage) {
    return largest == 0 ? 1 : Math.min(1, (double) table.routes(vantage) / largest);
  }

  /** What happened to half of all vantage points happened to the world. */
  private boolean isStormOfFew() {
    int storms = 0;
    for (int i = 0; i < pulses.size(); i++) {
      storms += isStorm(i) ? 1 : 0;
    }
    return pulses.size() >= CIRCLE && storms * 2 < pulses.size();
  }

  private boolean isStorm(int vantage) {
    double gone = pulses.get(vantage).withdrawn.at(micros);
    double had = gone + table.routes(vantage);
    return gone >= thresholds.storm() && gone >= had * thresholds.stormShare();
  }

  /** Why it is not well; {@link Reason#NONE} where it is. */
  Reason reason(int vantage) {
    Pulse pulse = pulses.get(vantage);
    if (pulse.down) {
      return Reason.SESSION_ENDED;
    }
    if (pulse.quiet(micros) > pulse.patience(thresholds)) {
      return Reason.NO_WORD;
    }
    if (beacons.isMissed(micros, vantage)) {
      return Reason.BEACON_MISSED;
    }
    Reason wrong = wrong(pulse);
    if (wrong != Reason.NONE) {
      return wrong;
    }
    if (pulse.oldRoutes >= oldRoutes(pulse)) {
      return Reason.OLD_ROUTES;
    }
    if (isStormOfFew && isStorm(vantage)) {
      return Reason.WITHDRAWS_ALONE;
    }
    if (!pulse.complete && micros - pulse.began < START) {
      return Reason.NEW;
    }
    return share(vantage) < thresholds.fullShare() ? Reason.FEW_ROUTES : Reason.NONE;
  }

  /** Half of them are enough to stay so. */
  private int oldRoutes(Pulse pulse) {
    int most = thresholds.oldRoutes();
    return pulse.state == HealthState.STALE ? Math.max(1, most / 2) : most;
  }

  /** Who is in quarantine stays there until hardly anything of what put it there is left. */
  private Reason wrong(Pulse pulse) {
    boolean inside = pulse.state == HealthState.QUARANTINED;
    double garbage = pulse.garbage.at(micros);
    boolean isGarbage = garbage >= pulse.announced.at(micros) * thresholds.garbageShare();
    if (isBeyond(garbage, thresholds.garbage(), isGarbage, inside)) {
      return Reason.GARBAGE;
    }
    double alone = pulse.alone.at(micros);
    boolean isAlone =
        pulses.size() >= CIRCLE && alone >= pulse.suspect.at(micros) * thresholds.aloneShare();
    return isBeyond(alone, thresholds.alone(), isAlone, inside) ? Reason.ALONE : Reason.NONE;
  }

  private static boolean isBeyond(double count, int most, boolean isShare, boolean inside) {
    return inside ? count >= most * RECOVERED : count >= most && isShare;
  }

  /** Of feeds of several routers, those of which nobody says anything. */
  Map<String, Boolean> silentFeeds() {
    Map<String, Integer> all = new HashMap<>();
    Map<String, Integer> silent = new HashMap<>();
    for (int i = 0; i < pulses.size(); i++) {
      String feed = table.vantage(i).feed();
      all.merge(feed, 1, Integer::sum);
      boolean quiet =
          switch (reason(i)) {
            case NO_WORD, SESSION_ENDED, BEACON_MISSED -> true;
            default -> false;
          };
      silent.merge(feed, quiet ? 1 : 0, Integer::sum);
    }
    Map<String, Boolean> feeds = new HashMap<>();
    all.forEach((feed, count) -> feeds.put(feed, count > 1 && count.equals(silent.get(feed))));
    return feeds;
  }
}
