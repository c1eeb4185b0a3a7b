package tenbin.proof.routes.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveTiming;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.watch.Pace;
import tenbin.hub.routes.PrefixStates;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RouteFile;
import tenbin.hub.run.RouteSettings;
import tenbin.hub.run.RouteWatching;
import tenbin.spine.roster.CircleFile;

/**
 * A hub as its files say.
 *
 * @param folder for its files
 * @param patience how long its watch waits
 * @param states what its watch knows of declared prefixes, once it runs
 */
record StoryHub(Path folder, Patience patience, AtomicReference<PrefixStates> states) {
  /** How long a watch waits for routers, and until what is gone is over. */
  enum Patience {
    /** As the file says, and as it is usual: about a minute. */
    USUAL,
    /** Seconds. */
    LITTLE
  }

  /** How to start one whose sessions are at two ports. */
  HubStart with(int bgp, int bmp) throws IOException {
    Path relations =
        Files.writeString(folder.resolve("as-rel.txt"), "64503|64511|-1\n64504|64511|-1\n");
    Path routes =
        Files.writeString(
            folder.resolve("routes.properties"),
            """
            feed.member.aozora = bgp 127.0.0.1:%1$d 64500 10.0.0.1 127.0.0.2 64502
            feed.member.tsubame = bgp 127.0.0.1:%1$d 64500 10.0.0.1 127.0.0.3 64503
            feed.exchange = bgp 127.0.0.1:%1$d 64500 10.0.0.1 127.0.0.4 64504
            feed.monitor = bmp 127.0.0.1:%2$d 127.0.0.1
            as-rel = %3$s
            state = %4$s
            settle = 2
            """
                .formatted(bgp, bmp, relations, folder.resolve("state")));
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    return new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(circle),
            "127.0.0.1",
            0,
            true,
            false,
            Clock.systemUTC())
        .withRoutes(routes(RouteFile.read(routes), relations));
  }

  private RouteSettings routes(RouteSettings read, Path relations) {
    RouteSettings chosen = patience == Patience.USUAL ? read : quick(read, relations);
    return chosen.watchedBy((desk, feeds, clock) -> {
      RouteWatching.Running running = chosen.watching().start(desk, feeds, clock);
      states.set(running.prefixes());
      return running;
    });
  }

  /**
   * What the file says, with less patience: a router that sends no End-of-RIB is waited for a
   * minute, and what is gone is over after one; here it is seconds.
   */
  private RouteSettings quick(RouteSettings read, Path relations) {
    Pace usual = Pace.USUAL;
    Pace pace =
        new Pace(
            Duration.ofSeconds(1),
            usual.alone(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            usual.fold(),
            usual.score(),
            usual.massPrefixes(),
            usual.massNetworks(),
            usual.massWithin());
    LiveSettings settings =
        new LiveSettings(
            read.feeds().stream()
                .map(each -> FeedLine.parse(each.name(), each.way(), each.where()))
                .toList(),
            new ReferencePlaces(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(relations),
                Optional.empty()),
            new KeptPlaces(Optional.of(folder.resolve("state")), Optional.empty()),
            List.of(),
            LiveTiming.USUAL.settling(Duration.ofSeconds(1)).quietFor(Duration.ofSeconds(2)),
            pace);
    return read.watchedBy(RouteWatching.live(settings));
  }
}
