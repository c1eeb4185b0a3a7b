package tenbin.desks.routes.live;

import java.util.List;
import tenbin.desks.routes.health.Beacon;
import tenbin.desks.routes.watch.Pace;

/**
 * What a watch runs with.
 *
 * @param feeds where routes come from
 * @param references what routes are held against
 * @param kept where its state is written
 * @param beacons prefixes that come and go by the clock, to hear whether feeds live
 * @param timing how often it looks at what
 * @param pace how much there has to be, and how often people are told
 */
public record LiveSettings(
    List<FeedLine> feeds,
    ReferencePlaces references,
    KeptPlaces kept,
    List<Beacon> beacons,
    LiveTiming timing,
    Pace pace) {
  public LiveSettings {
    feeds = List.copyOf(feeds);
    beacons = List.copyOf(beacons);
    long names = feeds.stream().map(FeedLine::name).distinct().count();
    if (names != feeds.size()) {
      throw new IllegalArgumentException("two feeds of one name");
    }
    Guards.check(feeds);
  }
}
