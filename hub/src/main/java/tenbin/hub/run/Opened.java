package tenbin.hub.run;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a start has opened so far. Closed in the opposite order: all of it, even when closing one of
 * them fails. For one thread.
 */
final class Opened implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** How the part that was just opened is closed. */
  void with(Runnable closing) {
    closings.push(closing);
  }

  /** Closes everything because the start failed; what fails now is told beside the reason. */
  void closeAfter(Exception reason) {
    try {
      close();
    } catch (RuntimeException too) {
      reason.addSuppressed(too);
    }
  }

  @Override
  public void close() {
    RuntimeException first = null;
    while (!closings.isEmpty()) {
      try {
        closings.pop().run();
      } catch (RuntimeException failed) {
        if (first == null) {
          first = failed;
        } else {
          first.addSuppressed(failed);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
