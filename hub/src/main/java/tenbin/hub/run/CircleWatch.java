package tenbin.hub.run;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.Spine;
import tenbin.spine.health.HealthBook;

/** Takes a circle that the command line put into a running hub's database. */
final class CircleWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CircleWatch.class);
  private static final String NAME = "circle";

  /** What somebody who typed the command waits; a look reads one line. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Spine spine;
  private final HealthBook health;
  private final Thread thread = Thread.ofVirtual().name(NAME).unstarted(this::run);

  CircleWatch(Spine spine, HealthBook health) {
    this.spine = spine;
    this.health = health;
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(PAUSE);
        look();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A look is the unit of work: a circle that cannot be taken leaves the old one. */
  private void look() {
    try {
      spine.lookForCircle();
      health.succeeded(NAME);
    } catch (RuntimeException failed) {
      LOG.warn("the circle in the database was not taken: {}", failed.toString());
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
