package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.watch.Pace;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.PrefixStates;

/** The routes desk's own watch, as a hub runs it. */
final class LiveWatching implements RouteWatching {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWatching.class);

  /** The keys that say what routes are held against and what is kept, in order. */
  static final SortedSet<String> KEYS =
      new TreeSet<>(
          List.of(
              "as-rel",
              "exchanges",
              "irr",
              KeptPast.DAYS,
              KeptPast.MEGABYTES,
              "rtr",
              "settle",
              "state",
              "tables",
              "vrps"));

  private final LiveSettings settings;
  private final KeptPast kept;

  private LiveWatching(LiveSettings settings, KeptPast kept) {
    this.settings = settings;
    this.kept = kept;
  }

  /**
   * As a file of settings says.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static RouteWatching of(List<RouteSettings.Feed> feeds, Properties told) {
    List<FeedLine> lines =
        feeds.stream().map(each -> FeedLine.parse(each.name(), each.way(), each.where())).toList();
    ReferencePlaces places =
        new ReferencePlaces(
            path(told, "vrps"),
            text(told, "rtr").map(FeedLine::at),
            text(told, "irr").stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .map(Path::of)
                .toList(),
            path(told, "as-rel"),
            path(told, "exchanges"));
    Duration settle =
        text(told, "settle")
            .map(each -> Duration.ofSeconds(Integer.parseInt(each)))
            .orElse(LiveSettings.USUAL_SETTLE);
    return new LiveWatching(
        new LiveSettings(
            lines, places, path(told, "state"), path(told, "tables"), settle, Pace.USUAL),
        KeptPast.of(lines, path(told, "state"), told));
  }

  private static Optional<String> text(Properties told, String key) {
    return Optional.ofNullable(told.getProperty(key))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Optional<Path> path(Properties told, String key) {
    return text(told, key).map(Path::of);
  }

  @Override
  public Running start(RoutesDesk desk, List<RouteSettings.Feed> feeds, Clock clock)
      throws IOException {
    KeptPast.Open past = kept.open(clock, LOG::info);
    try {
      return running(LiveWatch.start(desk, settings, clock, LOG::info, past::before), past);
    } catch (IOException | RuntimeException failed) {
      past.close();
      throw failed;
    }
  }

  private static Running running(LiveWatch watch, KeptPast.Open past) {
    return new Running() {
      @Override
      public FeedStates feeds() {
        return new LiveFeeds(watch);
      }

      @Override
      public PrefixStates prefixes() {
        return new LivePrefixes(watch);
      }

      @Override
      public Past past() {
        return past.past();
      }

      @Override
      public void close() {
        watch.close();
        past.close();
      }
    };
  }
}
