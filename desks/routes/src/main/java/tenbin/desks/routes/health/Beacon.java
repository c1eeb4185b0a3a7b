package tenbin.desks.routes.health;

import java.time.Duration;
import tenbin.nouns.net.Prefix;

/**
 * A prefix that is announced and withdrawn by the clock, so that one hears whether a feed lives
 * (RIPE RIS announces and withdraws each of its beacons every two hours in turn).
 *
 * @param prefix which
 * @param every so often something about it should be heard
 */
public record Beacon(Prefix prefix, Duration every) {
  public Beacon {
    if (every.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("a beacon every " + every);
    }
  }
}
