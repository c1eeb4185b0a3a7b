package tenbin.hub.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tenbin.desks.routes.health.HealthState;
import tenbin.desks.routes.live.FeedLook;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.rtr.RpkiVersion;
import tenbin.desks.routes.rtr.RtrHealth;
import tenbin.hub.routes.FeedStates;

/** How the feeds of a running watch are, as the pages show it. */
public record LiveFeeds(LiveWatch watch) implements FeedStates {
  private static final String RTR = "rtr";

  @Override
  public List<FeedState> all() {
    return Stream.concat(
            watch.feeds().stream().map(LiveFeeds::state),
            watch.cache().stream().map(LiveFeeds::cache))
        .toList();
  }

  /** The cache of ROAs, told as a feed: how many it told, and whether they count. */
  private static FeedState cache(RtrHealth cache) {
    long told = cache.last().map(each -> (long) each.vrps().size()).orElse(0L);
    boolean counts = cache.last().isPresent() && !cache.expired();
    Health health = !counts ? Health.SILENT : cache.connected() ? Health.GOOD : Health.STALE;
    String words =
        switch (health) {
          case GOOD -> "";
          case STALE -> "not connected, its ROAs count until they expire: " + cache.trouble();
          default -> "its ROAs do not count, a file's do: " + cache.trouble();
        };
    return new FeedState(RTR, RTR, health, cache.last().map(RpkiVersion::at), 0, told, 0, words);
  }

  private static FeedState state(FeedLook look) {
    return new FeedState(
        look.name(),
        look.way(),
        health(look),
        look.last(),
        look.vantages().size(),
        look.told(),
        look.refused(),
        words(look));
  }

  private static Map<HealthState, Integer> counts(FeedLook look) {
    Map<HealthState, Integer> counts = new EnumMap<>(HealthState.class);
    look.vantages().forEach(each -> counts.merge(each.state(), 1, Integer::sum));
    return counts;
  }

  /** A feed is as all of its routers are; where some are otherwise it is a part of itself. */
  private static Health health(FeedLook look) {
    Map<HealthState, Integer> counts = counts(look);
    int away =
        counts.getOrDefault(HealthState.DOWN, 0) + counts.getOrDefault(HealthState.SILENT, 0);
    int all = look.vantages().size();
    if (all == away || !look.connected().orElse(true)) {
      return Health.SILENT;
    }
    if (counts.containsKey(HealthState.QUARANTINED)) {
      return Health.QUARANTINED;
    }
    if (counts.containsKey(HealthState.STALE)) {
      return Health.STALE;
    }
    boolean partial = away > 0 || counts.containsKey(HealthState.STORMING);
    return partial ? Health.PARTIAL : Health.GOOD;
  }

  private static String words(FeedLook look) {
    if (!look.words().isEmpty()) {
      return look.words();
    }
    if (look.told() == 0) {
      return "nothing came yet";
    }
    int starting = counts(look).getOrDefault(HealthState.STARTING, 0);
    return starting > 0 ? starting + " routers tell their tables" : "";
  }
}
