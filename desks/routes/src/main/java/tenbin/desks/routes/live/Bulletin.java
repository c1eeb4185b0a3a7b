package tenbin.desks.routes.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/** How things are, for whoever asks: put up by the watch's thread, read by any. */
final class Bulletin {
  private volatile Map<Vantage, Health> healths = Map.of();
  private volatile Map<Prefix, Integer> seen = Map.of();

  /** Puts up how it is now. */
  void publish(List<Health> all, Declarations declarations, RouteTable table) {
    Map<Vantage, Health> by = new HashMap<>();
    all.forEach(each -> by.put(each.vantage(), each));
    healths = by;
    Map<Prefix, Integer> counts = new HashMap<>();
    for (Declaration declaration : declarations.ofMembers()) {
      for (Watched each : declaration.prefixes()) {
        counts.put(each.prefix(), table.seenBy(each.prefix()));
      }
    }
    seen = counts;
  }

  /** How many vantage points have a declared prefix; empty for one that nobody declares. */
  Optional<Integer> seenBy(Prefix declared) {
    return Optional.ofNullable(seen.get(declared));
  }

  /**
   * How a feed is doing.
   *
   * @param session what its session says; empty where it has none
   * @param broken what could not be read of its files
   */
  FeedLook look(Ear ear, Optional<Sessions.Look> session, long broken) {
    List<Health> of = ear.vantages().stream().map(healths::get).filter(Objects::nonNull).toList();
    return new FeedLook(
        ear.line().name(),
        ear.line().way(),
        ear.last(),
        of,
        ear.told(),
        broken + session.map(Sessions.Look::refused).orElse(0L),
        session.map(Sessions.Look::connected),
        session
            .map(Sessions.Look::words)
            .filter(words -> !words.isEmpty())
            .orElseGet(() -> HealthWords.of(of)));
  }
}
