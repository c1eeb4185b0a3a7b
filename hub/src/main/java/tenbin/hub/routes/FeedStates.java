package tenbin.hub.routes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.desks.routes.book.Owner;

/** How the feeds of routes are doing, as whoever runs them knows. Any thread. */
public interface FeedStates {
  /** All of them, in the order of names. */
  List<FeedState> all();

  /** There are no feeds. */
  FeedStates NONE = List::of;

  /**
   * One feed.
   *
   * @param name as its configuration has it: "rrc06", "member:aozora"
   * @param way "folder", "ris-live", "bmp", "bgp"
   * @param health how it is doing
   * @param last when it told something last
   * @param vantages how many routers it has
   * @param told how many routes it told since the start
   * @param refused what could not be read of it since the start
   * @param words what is wrong, in a few words; "" for nothing
   */
  record FeedState(
      String name,
      String way,
      Health health,
      Optional<Instant> last,
      int vantages,
      long told,
      long refused,
      String words) {
    public Owner owner() {
      return Owner.of(name);
    }
  }

  /** How a feed is doing. */
  enum Health {
    GOOD,
    /** Nothing for too long. */
    SILENT,
    /** What it tells is old. */
    STALE,
    /** Some of its routers are missing. */
    PARTIAL,
    /** Not used: what it told cannot be right. */
    QUARANTINED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
