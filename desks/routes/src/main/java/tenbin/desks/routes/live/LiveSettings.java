package tenbin.desks.routes.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.session.Limits;
import tenbin.desks.routes.watch.Pace;

/**
 * What a watch runs with.
 *
 * @param feeds where routes come from
 * @param references what routes are held against
 * @param state a folder for snapshots; empty: the watch begins anew each time
 * @param tables a folder for tables of origins, for attribution; empty: none are written
 * @param settle so long after the last table is whole the watch begins
 * @param pace how much there has to be, and how often people are told
 * @param quiet one that sends no End-of-RIB has told all when nothing came for so long
 */
public record LiveSettings(
    List<FeedLine> feeds,
    ReferencePlaces references,
    Optional<Path> state,
    Optional<Path> tables,
    Duration settle,
    Pace pace,
    Duration quiet) {
  /** Routers that came up at one time tell their tables within it. */
  public static final Duration USUAL_SETTLE = Duration.ofSeconds(60);

  /** With the usual time of quiet. */
  public LiveSettings(
      List<FeedLine> feeds,
      ReferencePlaces references,
      Optional<Path> state,
      Optional<Path> tables,
      Duration settle,
      Pace pace) {
    this(feeds, references, state, tables, settle, pace, Limits.USUAL.quietFor());
  }

  public LiveSettings {
    feeds = List.copyOf(feeds);
    long names = feeds.stream().map(FeedLine::name).distinct().count();
    if (names != feeds.size()) {
      throw new IllegalArgumentException("two feeds of one name");
    }
    if (settle.isNegative()) {
      throw new IllegalArgumentException("settle is a number of seconds: " + settle);
    }
  }
}
