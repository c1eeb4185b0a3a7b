package tenbin.desks.routes.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.net.Scope;

/**
 * The health of every vantage point, by its number in the {@link RouteTable}. What is said is told
 * here word by word and costs next to nothing; what it means is decided by {@link #review}, once a
 * minute or so. Times are microseconds of the epoch, UTC. One thread.
 */
public final class FeedHealth {
  /** Nobody holds more than a /8 (IPv4) or a /12 (IPv6) that he announces as a whole. */
  private static final int SHORTEST_V4 = 8;

  private static final int SHORTEST_V6 = 12;

  private final Thresholds thresholds;
  private final BeaconWatch beacons;
  private final LeftRoutes left = new LeftRoutes();
  private final List<Pulse> pulses = new ArrayList<>();
  private int counting;

  public FeedHealth(Thresholds thresholds, List<Beacon> beacons) {
    this.thresholds = thresholds;
    this.beacons = new BeaconWatch(beacons);
  }

  private Pulse pulse(long micros, int vantage) {
    while (vantage >= pulses.size()) {
      pulses.add(new Pulse(micros));
    }
    return pulses.get(vantage);
  }

  /** It announced a prefix. A number below zero is nobody's and says nothing. */
  public void announced(long micros, int vantage, Prefix prefix) {
    if (vantage >= 0) {
      pulse(micros, vantage).announced(micros, isGarbage(prefix));
      beacons.heard(micros, vantage, prefix);
    }
  }

  /** Space that is not announced (RFC 6890), and blocks larger than anybody's. */
  static boolean isGarbage(Prefix prefix) {
    Scope scope = prefix.first().scope();
    int shortest = prefix.isV4() ? SHORTEST_V4 : SHORTEST_V6;
    return scope != Scope.GLOBAL && scope != Scope.DOCUMENTATION || prefix.length() < shortest;
  }

  /** What it announced just now cannot be: its own AS behind another, an AS of no network. */
  public void garbage(long micros, int vantage) {
    if (vantage >= 0) {
      pulse(micros, vantage).garbage.add(micros, 1);
    }
  }

  /**
   * It withdrew a prefix.
   *
   * @param had the origin that it had until now, as {@link RouteTable#withdraw} said
   */
  public void withdrawn(long micros, int vantage, Prefix prefix, long had) {
    if (vantage < 0) {
      return;
    }
    pulse(micros, vantage).withdrawn(micros);
    beacons.heard(micros, vantage, prefix);
    if (had != RouteTable.NONE) {
      left.withdrawn(micros, vantage, prefix);
    }
  }

  /** Its session ended. */
  public void lost(long micros, int vantage) {
    if (vantage >= 0) {
      pulse(micros, vantage).lost(micros);
    }
  }

  /** It told its whole table. */
  public void complete(long micros, int vantage) {
    if (vantage >= 0) {
      pulse(micros, vantage).complete = true;
    }
  }

  /** Something that it shows looks wrong. */
  public void suspect(long micros, int vantage, Witness witness) {
    if (vantage >= 0) {
      Pulse pulse = pulse(micros, vantage);
      pulse.suspect.add(micros, 1);
      pulse.alone.add(micros, witness == Witness.ALONE ? 1 : 0);
    }
  }

  /** Whether its word counts, for a route and against one. */
  public boolean counts(int vantage) {
    return vantage >= 0 && vantage < pulses.size() && pulses.get(vantage).state.counts();
  }

  /** How many vantage points there are whose word counts. */
  public int counting() {
    return counting;
  }

  /**
   * Decides anew how each vantage point is.
   *
   * @return those that are in another state than before
   */
  public List<Health> review(long micros, RouteTable table) {
    for (Pulse each : pulses) {
      each.settle(micros);
      each.oldRoutes = 0;
    }
    long before = micros - thresholds.stale().toMillis() * 1_000;
    left.review(before, table, vantage -> pulse(micros, vantage).oldRoutes++);
    Diagnosis diagnosis = new Diagnosis(micros, table, thresholds, pulses, beacons);
    Map<String, Boolean> silentFeeds = diagnosis.silentFeeds();
    List<Health> changed = new ArrayList<>();
    counting = 0;
    for (int i = 0; i < pulses.size(); i++) {
      Reason reason = diagnosis.reason(i);
      HealthState state = state(reason);
      boolean whole =
          state == HealthState.SILENT && silentFeeds.getOrDefault(feed(table, i), false);
      Pulse pulse = pulses.get(i);
      if (pulse.becomes(state, whole ? Reason.WHOLE_FEED : reason, micros)) {
        changed.add(health(micros, i, table, diagnosis));
      }
      counting += state.counts() ? 1 : 0;
    }
    return changed;
  }

  private static String feed(RouteTable table, int vantage) {
    return table.vantage(vantage).feed();
  }

  private static HealthState state(Reason reason) {
    return switch (reason) {
      case NONE -> HealthState.HEALTHY;
      case SESSION_ENDED -> HealthState.DOWN;
      case NO_WORD, WHOLE_FEED, BEACON_MISSED -> HealthState.SILENT;
      case GARBAGE, ALONE -> HealthState.QUARANTINED;
      case OLD_ROUTES -> HealthState.STALE;
      case WITHDRAWS_ALONE -> HealthState.STORMING;
      case NEW -> HealthState.STARTING;
      case FEW_ROUTES -> HealthState.PARTIAL;
    };
  }

  /** How every vantage point was at the last review, by number. */
  public List<Health> all(long micros, RouteTable table) {
    Diagnosis diagnosis = new Diagnosis(micros, table, thresholds, pulses, beacons);
    List<Health> all = new ArrayList<>();
    for (int i = 0; i < pulses.size(); i++) {
      all.add(health(micros, i, table, diagnosis));
    }
    return all;
  }

  private Health health(long micros, int vantage, RouteTable table, Diagnosis diagnosis) {
    Pulse pulse = pulses.get(vantage);
    Figures figures =
        new Figures(
            pulse.words,
            table.routes(vantage),
            diagnosis.share(vantage),
            duration(pulse.quiet(micros)),
            duration(pulse.usual),
            pulse.oldRoutes,
            Math.round(pulse.garbage.at(micros)),
            Math.round(pulse.alone.at(micros)));
    Instant since = Instant.EPOCH.plus(pulse.since, ChronoUnit.MICROS);
    return new Health(table.vantage(vantage), pulse.state, since, pulse.reason, figures);
  }

  private static Duration duration(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }
}
