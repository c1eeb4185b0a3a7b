package tenbin.hub.run;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.spine.health.HealthBook;

/**
 * Work that comes round again and again, on a thread of its own, until it is closed. One turn is
 * the unit of work: one that fails is told to the book of health, and the next one comes all the
 * same.
 */
final class Round implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);

  private final String name;
  private final Rhythm rhythm;
  private final Work work;
  private final HealthBook health;
  private final Thread thread;

  /** The failure that the log has already: the same one is not said at every turn. */
  private String said = "";

  /**
   * When turns come.
   *
   * @param first how long the first one waits
   * @param pause between the end of one and the next
   */
  record Rhythm(Duration first, Duration pause) {
    /** The first turn waits as long as every other. */
    static Rhythm every(Duration pause) {
      return new Rhythm(pause, pause);
    }
  }

  /** One turn. */
  @FunctionalInterface
  interface Work {
    /** Does it; what it throws is told in its own words. */
    void turn() throws Exception;
  }

  Round(String name, Rhythm rhythm, Work work, HealthBook health) {
    this.name = name;
    this.rhythm = rhythm;
    this.work = work;
    this.health = health;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  /** As the book of health and the log call it. */
  String name() {
    return name;
  }

  Round start() {
    thread.start();
    return this;
  }

  private void run() {
    try {
      Thread.sleep(rhythm.first);
      while (!Thread.currentThread().isInterrupted()) {
        turn();
        Thread.sleep(rhythm.pause);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One turn, with what it came to in the book of health. */
  void turn() {
    try {
      work.turn();
      health.succeeded(name);
      said = "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      String words = String.valueOf(failed.getMessage());
      if (!words.equals(said)) {
        LOG.warn("{} failed; the next turn comes", name, failed);
        said = words;
      }
      health.failed(name, words);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      if (thread.getState() != Thread.State.NEW) {
        thread.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
