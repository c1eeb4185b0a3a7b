package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.past.PastRoutes;
import tenbin.desks.routes.past.PastSettings;

/**
 * Whether and how the routes of the past are kept, as the routes file says: beside the watch's own
 * state, {@code past.days} long and {@code past.megabytes} at most; 0 days keeps nothing.
 *
 * @param settings empty: nothing is kept
 * @param files feeds that a stop does not make silent
 */
record KeptPast(Optional<PastSettings> settings, Set<String> files) {
  /** Nothing is kept. */
  static final KeptPast NOTHING = new KeptPast(Optional.empty(), Set.of());

  static final String DAYS = "past.days";
  static final String MEGABYTES = "past.megabytes";
  private static final String FOLDER = "past";
  private static final long MEGABYTE = 1 << 20;

  /**
   * Reads both keys.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static KeptPast of(List<FeedLine> lines, Optional<Path> state, Properties told) {
    long days = number(told, DAYS, PastSettings.USUAL_KEEP.toDays());
    long megabytes = number(told, MEGABYTES, PastSettings.USUAL_OCTETS / MEGABYTE);
    Set<String> files =
        lines.stream()
            .filter(each -> each instanceof FeedLine.Folder || each instanceof FeedLine.File)
            .map(FeedLine::name)
            .collect(Collectors.toUnmodifiableSet());
    if (days == 0 || state.isEmpty()) {
      return new KeptPast(Optional.empty(), files);
    }
    Path folder = state.get().resolve(FOLDER);
    return new KeptPast(
        Optional.of(PastSettings.of(folder, Duration.ofDays(days), megabytes * MEGABYTE)), files);
  }

  private static long number(Properties told, String key, long usual) {
    String text = told.getProperty(key, Long.toString(usual)).strip();
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= Integer.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(key + " is a whole number: " + text, wrong);
    }
    throw new IllegalArgumentException(key + " is too large or too small: " + text);
  }

  /** What is kept, while it is. */
  record Open(Past past, Optional<PastRoutes> routes, Consumer<String> words) {
    RouteSink before(RouteSink inner) {
      return routes.map(each -> each.before(inner)).orElse(inner);
    }

    void close() {
      try {
        if (routes.isPresent()) {
          routes.get().close();
        }
      } catch (IOException failed) {
        words.accept("past routes: " + failed.getMessage());
      }
    }
  }

  /** Begins to keep them. */
  Open open(Clock clock, Consumer<String> words) throws IOException {
    if (settings.isEmpty()) {
      return new Open(Past.NOTHING, Optional.empty(), words);
    }
    PastRoutes routes =
        PastRoutes.open(settings.get(), clock, each -> files.contains(each.feed()), words);
    return new Open(routes, Optional.of(routes), words);
  }
}
