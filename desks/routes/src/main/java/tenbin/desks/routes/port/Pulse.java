package tenbin.desks.routes.port;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Something that is done again and again, on a virtual thread of its own. One time that fails is
 * told to whoever takes what threads fail of; the next time comes all the same.
 */
public final class Pulse {
  private Pulse() {}

  /** Begins, and goes on while it may; ends within one pause. */
  public static void start(String name, Duration pause, BooleanSupplier on, Runnable beat) {
    Thread.ofVirtual().name(name).start(() -> beat(pause, on, beat));
  }

  private static void beat(Duration pause, BooleanSupplier on, Runnable beat) {
    try {
      while (on.getAsBoolean()) {
        once(beat);
        Thread.sleep(pause);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void once(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException failed) {
      Thread own = Thread.currentThread();
      own.getUncaughtExceptionHandler().uncaughtException(own, failed);
    }
  }
}
