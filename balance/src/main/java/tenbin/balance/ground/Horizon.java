package tenbin.balance.ground;

import java.time.Instant;

/**
 * The moments between which a decision stays as it is, found while it is made: from the last moment
 * that it compared its time with and that had come, to before the first that had not. For one
 * decision and one thread.
 */
public final class Horizon {
  /** Notes nothing. */
  static final Horizon UNWATCHED = new Horizon(false);

  private final boolean watches;
  private Instant from = Instant.MIN;
  private Instant to = Instant.MAX;

  public Horizon() {
    this(true);
  }

  private Horizon(boolean watches) {
    this.watches = watches;
  }

  boolean noted(Instant moment, boolean come) {
    if (watches) {
      if (come && moment.isAfter(from)) {
        from = moment;
      } else if (!come && moment.isBefore(to)) {
        to = moment;
      }
    }
    return come;
  }

  /** Whether the decision is the same at a time. */
  public boolean holds(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
