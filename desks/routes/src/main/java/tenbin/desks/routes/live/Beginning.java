package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import tenbin.desks.routes.feed.Vantage;

/**
 * When the watch begins: everybody who began to tell a table has told it, and nobody came for a
 * while; or that took too long. One thread; times are microseconds of the epoch by the clock.
 */
final class Beginning {
  /** So many times the settling time, and one that does not come to its end waits no longer. */
  private static final int PATIENCE = 10;

  private static final long NEVER = -1;

  private final long settle;
  private final Predicate<Vantage> hasTable;
  private final Set<Vantage> telling = new HashSet<>();
  private final Set<Vantage> told = new HashSet<>();
  private long first = NEVER;
  private long last = NEVER;
  private long now;
  private boolean held;

  /**
   * Nobody has told anything.
   *
   * @param hasTable whether one says when its table is whole
   */
  Beginning(Duration settle, Predicate<Vantage> hasTable) {
    this.settle = settle.toNanos() / 1_000;
    this.hasTable = hasTable;
  }

  /** The clock. */
  void now(long micros) {
    now = micros;
  }

  /** Files are read: nothing begins before that is done. */
  void hold() {
    held = true;
  }

  void free() {
    held = false;
    last = first == NEVER ? NEVER : now;
  }

  void heard(Vantage from) {
    if (first == NEVER) {
      first = now;
      last = now;
    }
    if (!told.contains(from) && hasTable.test(from) && telling.add(from)) {
      last = now;
    }
  }

  void complete(Vantage from) {
    telling.remove(from);
    told.add(from);
    first = first == NEVER ? now : first;
    last = now;
  }

  void lost(Vantage from) {
    telling.remove(from);
    told.remove(from);
  }

  boolean isDue() {
    if (first == NEVER || held) {
      return false;
    }
    return telling.isEmpty() && now - last >= settle || now - first >= PATIENCE * settle;
  }
}
