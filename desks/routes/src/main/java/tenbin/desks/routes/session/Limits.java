package tenbin.desks.routes.session;

import java.time.Duration;

/**
 * What a neighbour may cost.
 *
 * @param routes prefixes, or paths where it tells several; more end the session (RFC 4486)
 * @param updatesPerSecond UPDATEs, averaged over ten seconds
 * @param othersPerSecond all other messages, averaged over ten seconds
 * @param wholeWithin a message that began is whole within this time
 * @param takenWithin a message of ours is taken within this time (RFC 9687)
 * @param openWithin an OPEN comes within this time
 * @param staleFor routes of a restarting neighbour stay no longer than this (RFC 4724 section 4.2)
 * @param quietFor one that sends no End-of-RIB has told all when no route came for so long
 */
public record Limits(
    int routes,
    int updatesPerSecond,
    int othersPerSecond,
    Duration wholeWithin,
    Duration takenWithin,
    Duration openWithin,
    Duration staleFor,
    Duration quietFor) {
  /**
   * Twice the table of today (1.3 million prefixes of both families); updates as fast as a full
   * table comes; a message as slow as 4,096 octets over a bad line.
   */
  public static final Limits USUAL =
      new Limits(
          2_600_000,
          200_000,
          20,
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          Duration.ofSeconds(60),
          Duration.ofMinutes(6),
          Duration.ofSeconds(60));

  public Limits {
    if (routes < 1 || updatesPerSecond < 1 || othersPerSecond < 1) {
      throw new IllegalArgumentException("a limit of less than one");
    }
  }

  /** The same, but complete after another time of quiet. */
  public Limits withQuiet(Duration most) {
    return new Limits(
        routes,
        updatesPerSecond,
        othersPerSecond,
        wholeWithin,
        takenWithin,
        openWithin,
        staleFor,
        most);
  }

  /** The same with another number of routes. */
  public Limits withRoutes(int most) {
    return new Limits(
        most,
        updatesPerSecond,
        othersPerSecond,
        wholeWithin,
        takenWithin,
        openWithin,
        staleFor,
        quietFor);
  }
}
