package tenbin.desks.routes.live;

import java.util.List;
import java.util.function.Predicate;
import tenbin.desks.routes.health.Beacon;
import tenbin.nouns.net.Prefix;

/**
 * What is worked out beside the watch, out of the same words. One thread.
 *
 * @param declared whether paths to a prefix are kept
 * @param beacons prefixes that come and go by the clock
 * @param beginning when the watch begins
 * @param untabled who has no table to tell
 * @param witnesses who shows alone what looks wrong
 */
record Beside(
    Predicate<Prefix> declared,
    List<Beacon> beacons,
    Beginning beginning,
    Untabled untabled,
    Witnesses witnesses) {
  Beside {
    beacons = List.copyOf(beacons);
  }
}
