package tenbin.desks.routes.rislive;

import java.time.Duration;

/**
 * When a connection is asked, given up and made again.
 *
 * @param ping without a word for so long, the server is asked whether it is there
 * @param silence without a word for so long, the connection is given up
 * @param noRoutes without a route for so long, too, although it answers
 * @param mostPause between two connections
 * @param forget apart for so long, nothing is known any more of what peers have
 */
public record RisTiming(
    Duration ping, Duration silence, Duration noRoutes, Duration mostPause, Duration forget) {
  /** All collectors together tell thousands of routes a second: a minute without one is a fault. */
  public static final RisTiming USUAL =
      new RisTiming(
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10));
}
