package tenbin.hub.run;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.Spine;
import tenbin.spine.health.HealthBook;

/** Removes once a day what the circle keeps no longer, on a thread of its own. */
final class DailyRemoval implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyRemoval.class);
  private static final String NAME = "retention";

  /** A start is for the reports that wait; what is a year old waits a little longer. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofDays(1);

  private final Spine spine;
  private final HealthBook health;
  private final Thread thread = Thread.ofVirtual().name(NAME).unstarted(this::run);

  DailyRemoval(Spine spine, HealthBook health) {
    this.spine = spine;
    this.health = health;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      Thread.sleep(FIRST);
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A round is the unit of work: what it did not reach, the next one does. */
  private void round() {
    try {
      spine.removeOverdue();
      health.succeeded(NAME);
    } catch (RuntimeException failed) {
      LOG.warn("retention stopped half way and goes on tomorrow", failed);
      health.failed(NAME, String.valueOf(failed.getMessage()));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
