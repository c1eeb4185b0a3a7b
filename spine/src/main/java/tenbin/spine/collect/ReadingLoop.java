package tenbin.spine.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.health.HealthBook;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.RowDecoder;
import tenbin.wire.Formats;
import tenbin.wire.Limits;

/**
 * The one thread that reads what waits, oldest first, and so gives the hub its order. After a
 * failure of the database it begins again from what is committed.
 */
public final class ReadingLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingLoop.class);

  /** As the health of the hub calls it. */
  public static final String NAME = "reading";

  /** What a replay after kill -9 has to go through at most: seconds. */
  private static final long SNAPSHOT_ROWS = 1_000_000;

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration STOP = Duration.ofMinutes(1);

  /** An idle hub knows within this that it lost its place. */
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Database database;
  private final OneWriter only;
  private final ReportQueue queue;
  private final RawStore store;
  private final SetAside aside;
  private final ReportReading reading;
  private final HealthBook health;
  private final Way way;
  private final Replay replay;
  private final long foldBytes;
  private final Thread thread = Thread.ofPlatform().name("report-reader").unstarted(this::run);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closing;
  private long arrivals;
  private long emptiedAt = -1;

  /**
   * What a loop reads with.
   *
   * @param data the hub's folder
   * @param formats that are read
   * @param limits of one report
   * @param foldBytes memory for knowing duplicates
   * @param clock for the limit of time
   * @param health where people see what stops it
   */
  public record Means(
      Path data,
      Formats formats,
      Limits limits,
      long foldBytes,
      InstantSource clock,
      HealthBook health) {}

  /** A loop that stands still until {@link #start}. */
  public ReadingLoop(Means means, Database database, OneWriter only, Parties parties, Way way)
      throws IOException {
    this.database = database;
    this.only = only;
    this.queue = new ReportQueue(database);
    this.store = RawStore.in(means.data());
    this.aside = new SetAside(store, System::nanoTime);
    this.reading = new ReportReading(means, store, aside, parties);
    this.health = means.health();
    this.way = way;
    this.replay = new Replay(means.data(), database, new RowDecoder(parties), way);
    this.foldBytes = means.foldBytes();
  }

  public void start() {
    thread.start();
  }

  /** A report was acknowledged. */
  public void arrived() {
    lock.lock();
    try {
      arrivals++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until everything acknowledged before this call is read, or set aside because its bytes
   * are away; false when it takes longer.
   */
  public boolean awaitCaughtUp(Duration most) throws InterruptedException {
    lock.lock();
    try {
      arrivals++;
      changed.signalAll();
      long wanted = arrivals;
      long left = most.toNanos();
      while (emptiedAt < wanted && left > 0) {
        left = changed.awaitNanos(left);
      }
      return emptiedAt >= wanted;
    } finally {
      lock.unlock();
    }
  }

  /** A unit of work is everything from one failure to the next. */
  private void run() {
    while (!isClosing()) {
      try (Line line = new Line(database, only, way.findings(), foldBytes, this::isClosing)) {
        replay.run(line.nextPosition());
        readAll(line);
      } catch (RuntimeException | IOException | OutOfMemoryError failed) {
        if (!isClosing()) {
          LOG.error("Reading stopped and begins again: {}", failed.toString());
          health.failed(NAME, String.valueOf(failed.getMessage()));
          pause(PAUSE_AFTER_FAILURE);
        }
      }
    }
  }

  private void readAll(Line line) throws IOException {
    long snapshotAt = way.correlator().position();
    while (!isClosing()) {
      long seen = arrivalsSoFar();
      Optional<WaitingReport> next = queue.oldest(aside.notNow());
      if (next.isPresent() && !store.isThere()) {
        health.failed(NAME, "the store of raw reports is not there; reading waits for it");
        pause(PAUSE_AFTER_FAILURE);
        only.check();
      } else if (next.isPresent()) {
        reading.read(next.get(), line, way);
        tellHealth();
      } else {
        tellHealth();
        awaitArrival(seen);
        only.check();
      }
      if (way.correlator().position() - snapshotAt > SNAPSHOT_ROWS) {
        replay.snapshot();
        snapshotAt = way.correlator().position();
      }
    }
    line.await();
    replay.snapshot();
  }

  private void tellHealth() {
    Optional<String> words = aside.words();
    if (words.isPresent()) {
      health.failed(NAME, words.get());
    } else {
      health.succeeded(NAME);
    }
  }

  private long arrivalsSoFar() {
    lock.lock();
    try {
      return arrivals;
    } finally {
      lock.unlock();
    }
  }

  /** The queue was empty when so many had arrived: waits for the next one, or a while. */
  private void awaitArrival(long seen) {
    lock.lock();
    try {
      emptiedAt = seen;
      changed.signalAll();
      long left = LOOK.toNanos();
      while (arrivals == seen && !closing && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void pause(Duration time) {
    lock.lock();
    try {
      long left = time.toNanos();
      while (!closing && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the report in hand has come to a chunk's end. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(STOP.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("The report in hand is read on after the next start");
    }
  }
}
