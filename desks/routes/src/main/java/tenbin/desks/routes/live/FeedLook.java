package tenbin.desks.routes.live;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.health.Health;

/**
 * How a feed is doing.
 *
 * @param name of its line
 * @param way how it comes
 * @param last when it told a route last, by the feed's own time
 * @param vantages how each of its routers is
 * @param told how many routes it told since the start
 * @param refused what could not be read of it since the start
 * @param connected whether there is a connection; empty where the way has none
 * @param words what its session says is wrong; "" for nothing
 */
public record FeedLook(
    String name,
    String way,
    Optional<Instant> last,
    List<Health> vantages,
    long told,
    long refused,
    Optional<Boolean> connected,
    String words) {
  public FeedLook {
    vantages = List.copyOf(vantages);
  }
}
