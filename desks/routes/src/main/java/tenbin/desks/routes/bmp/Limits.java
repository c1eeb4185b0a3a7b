package tenbin.desks.routes.bmp;

import java.time.Duration;

/**
 * What a router may cost.
 *
 * @param peers that it monitors at one time
 * @param routes of all its peers and tables together
 * @param messagesPerSecond averaged over ten seconds
 * @param damaged messages in one connection; more end it
 * @param wholeWithin a message that began is whole within this time
 * @param quietFor a peer whose table has no End-of-RIB is complete when nothing came for so long
 */
public record Limits(
    int peers,
    int routes,
    int messagesPerSecond,
    int damaged,
    Duration wholeWithin,
    Duration quietFor) {
  /** A large exchange's route server has about a thousand peers; ten of them tell full tables. */
  public static final Limits USUAL =
      new Limits(2_000, 20_000_000, 200_000, 1_000, Duration.ofSeconds(60), Duration.ofSeconds(60));

  public Limits {
    if (peers < 1 || routes < 1 || messagesPerSecond < 1 || damaged < 0) {
      throw new IllegalArgumentException("a limit of less than one");
    }
  }

  /** The same, but complete after another time of quiet. */
  public Limits withQuiet(Duration most) {
    return new Limits(peers, routes, messagesPerSecond, damaged, wholeWithin, most);
  }
}
