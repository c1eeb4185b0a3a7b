package tenbin.desks.routes.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;

/**
 * Writes what the watch finds into the book, in its order, by a thread of its own: a database that
 * is slow or away for a moment stops no watch. What it does not take in many tries is told and
 * left.
 */
final class Scribe implements IncidentSink, AutoCloseable {
  private static final int MOST = 10_000;
  private static final int TRIES = 30;
  private static final long PAUSE_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 100;

  private final IncidentSink book;
  private final Consumer<String> words;
  private final ArrayBlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(MOST);
  private final Thread thread;
  private final Map<UUID, Incident> going = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  Scribe(IncidentSink book, Consumer<String> words) {
    this.book = book;
    this.words = words;
    this.thread = Thread.ofPlatform().name("routes-book").daemon(true).start(this::run);
  }

  private void run() {
    try {
      while (open || !queue.isEmpty()) {
        @Nullable Runnable next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          write(next);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Runnable line) throws InterruptedException {
    for (int tried = 1; ; tried++) {
      try {
        line.run();
        return;
      } catch (RuntimeException failed) {
        words.accept("an incident is not written yet: " + failed);
        if (tried == TRIES || !open) {
          words.accept("given up: something of an incident is missing in the book");
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private void put(Runnable line) {
    try {
      queue.put(line);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void notice(Notice notice) {
    put(() -> book.notice(notice));
  }

  /** Those that go on, as they stand. */
  Collection<Incident> going() {
    return List.copyOf(going.values());
  }

  /** One that goes on since before the start. */
  void goesOn(Incident incident) {
    if (incident.state().isOver()) {
      going.remove(incident.id());
    } else if (going.size() < MOST) {
      going.put(incident.id(), incident);
    }
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {
    goesOn(incident);
    put(() -> book.stands(incident, changed));
  }

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {
    put(() -> book.seen(incident, steps));
  }

  /** Writes what is left. */
  @Override
  public void close() {
    open = false;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(TRIES));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
