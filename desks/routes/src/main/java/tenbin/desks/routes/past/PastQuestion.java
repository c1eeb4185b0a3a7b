package tenbin.desks.routes.past;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/**
 * Who had which paths at a time, and what changed until another.
 *
 * @param asked to what
 * @param from the time
 * @param until the end of what changed; the same where that is not asked
 * @param whose of which vantage points: whatever others said shows nowhere in the answer, not in
 *     its limits either
 * @param behind only prefixes behind this one
 * @param most prefixes of one answer
 */
public record PastQuestion(
    Asked asked,
    Instant from,
    Instant until,
    Predicate<Vantage> whose,
    Optional<Prefix> behind,
    int most) {
  /** What an answer holds in memory. */
  public static final int MOST = 5_000;

  public PastQuestion {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("it ends before it begins: " + from + " " + until);
    }
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " prefixes, not " + most);
    }
  }

  /** Of all vantage points, from the first prefix on. */
  public static PastQuestion at(Asked asked, Instant time) {
    return new PastQuestion(asked, time, time, any -> true, Optional.empty(), MOST);
  }

  public PastQuestion until(Instant time) {
    return new PastQuestion(asked, from, time, whose, behind, most);
  }

  public PastQuestion of(Predicate<Vantage> some) {
    return new PastQuestion(asked, from, until, some, behind, most);
  }

  public PastQuestion behind(Optional<Prefix> prefix, int number) {
    return new PastQuestion(asked, from, until, whose, prefix, number);
  }
}
