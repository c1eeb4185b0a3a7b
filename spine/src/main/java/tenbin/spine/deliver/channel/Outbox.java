package tenbin.spine.deliver.channel;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.health.HealthBook;
import tenbin.spine.post.Tokens;

/**
 * Drives all subscriptions: serves each that is due on its own virtual thread, so that a receiver
 * that hangs holds up nobody else. Sleeps until the next one is due or {@link #wake} is called.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final String NAME = "outbox";

  /** Deliveries under way at once: each holds a parcel in memory. */
  private static final int MOST_AT_ONCE = 16;

  /** A subscription that nobody announced is looked at within this. */
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

  /** A store that fails is asked again after this. */
  private static final Duration SHORTEST_SLEEP = Duration.ofMillis(200);

  private final OutboxStore store;
  private final Courier courier;
  private final HealthBook health;
  private final Clock clock;
  private final Semaphore room = new Semaphore(MOST_AT_ONCE);
  private final Semaphore bell = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;

  public Outbox(
      DataSource database,
      Deliveries deliveries,
      Channels channels,
      Tokens tokens,
      Backoff backoff,
      HealthBook health,
      Clock clock,
      RandomGenerator random) {
    this.store = new OutboxStore(database);
    this.health = health;
    this.clock = clock;
    this.courier = new Courier(deliveries, channels, store, tokens, backoff, health, clock, random);
  }

  /** Begins to drive, until closed. */
  public void start() {
    threads.execute(this::run);
  }

  /** There may be something new to send. */
  public void wake() {
    bell.release();
  }

  /** Serves everything that is due and waits for it. Returns how many parcels arrived. */
  public int turn() throws SQLException, InterruptedException {
    int arrived = 0;
    try {
      for (Future<Integer> each : dispatch()) {
        arrived += each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return arrived;
  }

  private List<Future<Integer>> dispatch() throws SQLException {
    List<Future<Integer>> under = new ArrayList<>();
    int free = room.drainPermits();
    int used = 0;
    try {
      List<OutboxStore.Standing> due =
          free == 0 ? List.of() : store.claim(clock.instant(), Courier.LEASE, free);
      for (OutboxStore.Standing each : due) {
        under.add(threads.submit(() -> serve(each)));
        used++;
      }
    } finally {
      room.release(free - used);
    }
    return under;
  }

  private int serve(OutboxStore.Standing standing) {
    try {
      return courier.serve(standing);
    } catch (SQLException | RuntimeException failed) {
      LOG.error("subscription {}", standing.subscription().id(), failed);
      health.failed(NAME, String.valueOf(failed.getMessage()));
      return 0;
    } finally {
      room.release();
      bell.release();
    }
  }

  private void run() {
    while (open) {
      Duration sleep = LONGEST_SLEEP;
      try {
        dispatch();
        sleep = untilNext();
        health.succeeded(NAME);
      } catch (SQLException | RuntimeException failed) {
        LOG.error("the outbox cannot reach its store", failed);
        health.failed(NAME, String.valueOf(failed.getMessage()));
      }
      if (!sleep(sleep)) {
        return;
      }
    }
  }

  private Duration untilNext() throws SQLException {
    Instant now = clock.instant();
    Duration until = store.nextDue().map(due -> Duration.between(now, due)).orElse(LONGEST_SLEEP);
    Duration capped = until.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : until;
    return capped.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : capped;
  }

  private boolean sleep(Duration pause) {
    try {
      if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        bell.drainPermits();
      }
      return open;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Stops; what is under way is cut off and tried again after the lease. */
  @Override
  public void close() {
    open = false;
    threads.shutdownNow();
    threads.close();
  }
}
