package tenbin.desks.routes.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done by the watch's one thread, in the order in which it came. Where it is full
 * whoever brings more waits, so nothing is lost and every feed slows down.
 */
final class Turns {
  /** Some seconds of the liveliest hour of all collectors; 10 MB. */
  private static final int MOST = 65_536;

  private static final long LOOK_MILLIS = 100;

  private final ArrayBlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(MOST);
  private final AtomicLong waits = new AtomicLong();
  private volatile boolean open = true;

  /** Puts it behind all others; what comes after the end is dropped. */
  void put(Runnable turn) {
    if (!open || queue.offer(turn)) {
      return;
    }
    waits.incrementAndGet();
    try {
      boolean taken = false;
      while (open && !taken) {
        taken = queue.offer(turn, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next, or null where none came within a short time. */
  @Nullable Runnable next() throws InterruptedException {
    return queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What is left, after the end. */
  @Nullable Runnable left() {
    return queue.poll();
  }

  boolean isOpen() {
    return open;
  }

  /** Nothing more is taken. */
  void end() {
    open = false;
  }

  /** How often somebody had to wait. */
  long waits() {
    return waits.get();
  }

  int size() {
    return queue.size();
  }
}
