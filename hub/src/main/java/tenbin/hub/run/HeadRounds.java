package tenbin.hub.run;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.Spine;
import tenbin.spine.health.HealthBook;

/** Cuts the ledger's heads at the ticks of the hub's clock, on a thread of its own. */
final class HeadRounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HeadRounds.class);
  private static final String NAME = "ledger-heads";

  /** A tenth of a tick: a look that finds nothing due compares two numbers. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Spine spine;
  private final HealthBook health;
  private final Thread thread = Thread.ofVirtual().name(NAME).unstarted(this::run);

  HeadRounds(Spine spine, HealthBook health) {
    this.spine = spine;
    this.health = health;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A round is the unit of work: heads that it could not cut, the next one does. */
  private void round() {
    try {
      if (spine.heads().cutDue()) {
        health.succeeded(NAME);
      }
    } catch (RuntimeException failed) {
      LOG.warn("the ledger's head was not cut and will be made up for: {}", failed.toString());
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
