package tenbin.desks.routes.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.feed.Foresight;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.feed.WordBatch;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/**
 * What is to be done by the watch's one thread, in the order in which it came: words of feeds, and
 * between them whatever else. Words wait in batches and are handed over together. Where it is full
 * whoever brings more waits, so nothing is lost and every feed slows down. Any thread brings.
 */
final class Turns implements RouteSink {
  /**
   * A second of the liveliest hour of all collectors, and as much once more at work: what waits
   * longer has left the processor's cache when its turn comes.
   */
  private static final int MOST = 16_384;

  private static final long LOOK_MILLIS = 100;

  private final RouteSink sink;
  private final Foresight foresight;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition some = lock.newCondition();
  private final Condition room = lock.newCondition();
  private List<Runnable> coming = new ArrayList<>();

  /** The last of what comes, while more words may be put into it. */
  private @Nullable WordBatch last;

  private int size;
  private long waits;
  private volatile boolean open = true;

  /**
   * None yet.
   *
   * @param sink takes the words, in the watch's thread
   * @param foresight is told before which words come
   */
  Turns(RouteSink sink, Foresight foresight) {
    this.sink = sink;
    this.foresight = foresight;
  }

  /** Puts it behind all others; what comes after the end is dropped. */
  void put(Runnable turn) {
    bring(() -> {
      coming.add(turn);
      last = null;
    });
  }

  private interface Bringing {
    void bring();
  }

  private void bring(Bringing bringing) {
    lock.lock();
    try {
      if (awaitRoom()) {
        bringing.bring();
        if (size++ == 0) {
          some.signal();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is still open then. */
  private boolean awaitRoom() throws InterruptedException {
    if (open && size >= MOST) {
      waits++;
    }
    while (open && size >= MOST) {
      room.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
    return open;
  }

  private WordBatch batch() {
    WordBatch batch = last;
    if (batch == null || batch.isFull()) {
      WordBatch fresh = WordBatch.small();
      coming.add(() -> fresh.tell(sink, foresight));
      last = fresh;
      batch = fresh;
    }
    return batch;
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    bring(() -> batch().announced(micros, from, prefix, attributes));
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    bring(() -> batch().withdrawn(micros, from, prefix));
  }

  @Override
  public void lost(long micros, Vantage from) {
    bring(() -> batch().lost(micros, from));
  }

  @Override
  public void complete(long micros, Vantage from) {
    bring(() -> batch().complete(micros, from));
  }

  /** All that came, or nothing where nothing did within a short time. */
  List<Runnable> next() throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
      while (size == 0 && left > 0) {
        left = some.awaitNanos(left);
      }
      return taken();
    } finally {
      lock.unlock();
    }
  }

  /** What is left, after the end. */
  List<Runnable> left() {
    lock.lock();
    try {
      return taken();
    } finally {
      lock.unlock();
    }
  }

  private List<Runnable> taken() {
    List<Runnable> all = coming;
    coming = new ArrayList<>();
    last = null;
    size = 0;
    room.signalAll();
    return all;
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
    lock.lock();
    try {
      return waits;
    } finally {
      lock.unlock();
    }
  }
}
