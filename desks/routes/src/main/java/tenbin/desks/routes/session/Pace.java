package tenbin.desks.routes.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts messages in stretches of ten seconds, and says when there are too many. */
final class Pace {
  private static final int SECONDS = 10;

  private final Limits limits;
  private Instant began;
  private long updates;
  private long others;

  Pace(Limits limits, Instant began) {
    this.limits = limits;
    this.began = began;
  }

  /** What is too much of it; empty while nothing is. */
  Optional<String> count(boolean update, Instant now) {
    if (!now.isBefore(began.plus(Duration.ofSeconds(SECONDS)))) {
      began = now;
      updates = 0;
      others = 0;
    }
    updates += update ? 1 : 0;
    others += update ? 0 : 1;
    if (updates > (long) limits.updatesPerSecond() * SECONDS) {
      return Optional.of(updates + " updates in ten seconds");
    }
    return others > (long) limits.othersPerSecond() * SECONDS
        ? Optional.of(others + " messages besides updates in ten seconds")
        : Optional.empty();
  }
}
