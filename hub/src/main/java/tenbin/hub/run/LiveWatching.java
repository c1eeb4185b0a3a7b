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
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveTiming;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.watch.Pace;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.PrefixStates;

/** The routes desk's own watch, as a hub runs it. */
final class LiveWatching implements RouteWatching {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWatching.class);

  private static final String MAINTAINERS = "maintainers";

  /** The keys that say what routes are held against and what is kept, in order. */
  static final SortedSet<String> KEYS =
      new TreeSet<>(
          List.of(
              "as-rel",
              "exchanges",
              "irr",
              MAINTAINERS,
              KeptPast.DAYS,
              KeptPast.MEGABYTES,
              "quiet",
              "rtr",
              "settle",
              "state",
              "tables",
              "vrps"));

  private final LiveSettings settings;
  private final KeptPast kept;

  LiveWatching(LiveSettings settings) {
    this(settings, KeptPast.NOTHING);
  }

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
    List<FeedLine> lines = RouteLines.feeds(feeds, told);
    ReferencePlaces places =
        new ReferencePlaces(
            path(told, "vrps"),
            text(told, "rtr").map(FeedLine::at),
            text(told, "irr").stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .map(Path::of)
                .toList(),
            path(told, "as-rel"),
            path(told, "exchanges"),
            maintainers(told));
    LiveTiming timing =
        LiveTiming.USUAL
            .settling(seconds(told, "settle", LiveTiming.USUAL.settle()))
            .quietFor(seconds(told, "quiet", LiveTiming.USUAL.quiet()));
    KeptPlaces kept = new KeptPlaces(path(told, "state"), path(told, "tables"));
    return new LiveWatching(
        new LiveSettings(lines, places, kept, RouteLines.beacons(told), timing, Pace.USUAL),
        KeptPast.of(lines, kept.state(), told));
  }

  private static Duration seconds(Properties told, String key, Duration usual) {
    return text(told, key).map(each -> Duration.ofSeconds(Integer.parseInt(each))).orElse(usual);
  }

  /** Whether maintainers outside the circle are told; nothing said is no. */
  static Listening maintainers(Properties told) {
    return text(told, MAINTAINERS).map(Listening::parse).orElse(Listening.OFF);
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
      public OptIns optIns() {
        return watch.optIns();
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
