package tenbin.hub.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.past.Past;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.PrefixStates;

/** Watches feeds of routes and tells the desk what it finds. */
@FunctionalInterface
public interface RouteWatching {
  /**
   * Begins.
   *
   * @param desk whose sink takes what is found, and whose declarations it goes by
   * @throws IOException when a port does not open, or a folder cannot be made
   */
  Running start(RoutesDesk desk, List<RouteSettings.Feed> feeds, Clock clock) throws IOException;

  /** The routes desk's own watch. */
  static RouteWatching live(LiveSettings settings) {
    return new LiveWatching(settings);
  }

  /** A watch that runs until it is closed. */
  interface Running extends AutoCloseable {
    /** How its feeds are doing. */
    FeedStates feeds();

    /** What its tables and registries say of prefixes. */
    PrefixStates prefixes();

    /** Who outside the circle asked in its registry to be told. */
    default OptIns optIns() {
      return OptIns.NONE;
    }

    /** Routes as they were; nothing where they are not kept. */
    default Past past() {
      return Past.NOTHING;
    }

    @Override
    void close();
  }

  /** Nobody watches. */
  RouteWatching NOBODY =
      (desk, feeds, clock) ->
          new Running() {
            @Override
            public FeedStates feeds() {
              return FeedStates.NONE;
            }

            @Override
            public PrefixStates prefixes() {
              return PrefixStates.NONE;
            }

            @Override
            public void close() {}
          };
}
