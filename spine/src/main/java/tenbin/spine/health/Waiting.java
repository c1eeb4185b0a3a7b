package tenbin.spine.health;

import java.time.Duration;

/** How a runner lets time pass between two rounds; a test lets it pass at once. */
@FunctionalInterface
public interface Waiting {
  /** Sleeps on the calling thread. */
  Waiting REAL = pause -> Thread.sleep(pause);

  void await(Duration pause) throws InterruptedException;
}
