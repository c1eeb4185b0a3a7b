package tenbin.desks.routes.live;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tenbin.desks.routes.rtr.RtrClient;
import tenbin.desks.routes.rtr.RtrHealth;

/**
 * The threads beside the watch's own: they look at files, at the cache, at the book, again and
 * again until they are closed.
 */
final class Lookouts implements AutoCloseable {
  private static final Duration LOOK_AT_FILES = Duration.ofMillis(500);

  private final Consumer<String> words;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<RtrClient> caches = new CopyOnWriteArrayList<>();

  Lookouts(Consumer<String> words) {
    this.words = words;
  }

  /** Asks the cache of ROAs, if there is one. */
  void cache(ReferencePlaces places, LiveReferences references, Clock clock) {
    places
        .rtr()
        .ifPresent(at -> {
          RtrClient.Cache cache = new RtrClient.Cache(at.getHostString(), at.getPort());
          RtrClient client = new RtrClient(cache, references, clock).start();
          caches.add(client);
          open.add(client);
        });
  }

  /** How it stands with the cache; empty where none is asked. */
  Optional<RtrHealth> cache() {
    return caches.stream().findFirst().map(RtrClient::health);
  }

  void references(Duration pause, Runnable look) {
    open.add(new Repeat("routes-references", pause, look, words));
  }

  void files(FileFeeds files) {
    open.add(new Repeat("routes-files", LOOK_AT_FILES, files::look, words));
  }

  /** Closes something; what does not close is said. */
  void quietlyClose(AutoCloseable each) {
    try {
      each.close();
    } catch (Exception failed) {
      words.accept("something of a feed does not close: " + failed);
    }
  }

  @Override
  public void close() {
    open.forEach(this::quietlyClose);
  }
}
