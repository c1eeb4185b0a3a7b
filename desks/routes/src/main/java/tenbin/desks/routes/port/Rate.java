package tenbin.desks.routes.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many messages come: so many a second, averaged over ten seconds, and of such lively stretches
 * no more than some in ten minutes. A table may come as fast as it can; what goes on like that is
 * no table. For one thread.
 */
public final class Rate {
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final long most;
  private final long mostLong;
  private Instant shortEnd = Instant.MIN;
  private Instant longEnd = Instant.MIN;
  private long inShort;
  private long inLong;

  /**
   * Nothing came yet.
   *
   * @param perSecond averaged over ten seconds
   * @param lively how many stretches of ten seconds may be as lively as that in ten minutes
   */
  public Rate(int perSecond, int lively) {
    this.most = perSecond * SHORT.toSeconds();
    this.mostLong = most * lively;
  }

  /** Counts one more; what is too much, in words, empty while nothing is. */
  public Optional<String> count(Instant now) {
    if (!now.isBefore(shortEnd)) {
      shortEnd = now.plus(SHORT);
      inShort = 0;
    }
    if (!now.isBefore(longEnd)) {
      longEnd = now.plus(LONG);
      inLong = 0;
    }
    inShort++;
    inLong++;
    if (inShort > most) {
      return Optional.of(inShort + " in ten seconds");
    }
    return inLong > mostLong ? Optional.of(inLong + " in ten minutes") : Optional.empty();
  }
}
