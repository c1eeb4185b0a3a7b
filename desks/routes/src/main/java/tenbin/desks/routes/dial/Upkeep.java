package tenbin.desks.routes.dial;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What keeps a connection up: a thread that does what is due, sleeps until the next thing is, and
 * goes on until it is closed. All of it is done with one lock held, which other threads take for
 * what they have to say; what takes long is done apart from it. A turn that fails is told to
 * whoever takes what threads fail of, and the next one comes a second later.
 *
 * <p>The thread is a platform thread: looking a name up would hold up one of the few that carry all
 * virtual ones.
 */
public final class Upkeep implements AutoCloseable {
  /** Clocks may jump: nobody sleeps longer without a look. */
  private static final Duration MOST_NAP = Duration.ofSeconds(60);

  private static final Duration NAP_AFTER_FAILURE = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final Work work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Instant until = Instant.MIN;
  private boolean closed;

  /** What is kept up; called with the lock held. */
  public interface Work {
    /** Does what is due. */
    void turn();

    /** When the next thing is due. */
    Instant wake();
  }

  /** One that has not started. */
  public Upkeep(Work work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  /** Begins; once. */
  public void start(String name) {
    Thread.ofPlatform().daemon(true).name(name).start(this::run);
  }

  private void run() {
    lock.lock();
    try {
      while (!closed) {
        sleepUntil(turn());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  private Supplier<Instant> turn() {
    try {
      work.turn();
      return work::wake;
    } catch (RuntimeException failed) {
      Thread own = Thread.currentThread();
      own.getUncaughtExceptionHandler().uncaughtException(own, failed);
      Instant next = clock.instant().plus(NAP_AFTER_FAILURE);
      return () -> next;
    }
  }

  /** Whatever comes meanwhile may move the time. */
  private void sleepUntil(Supplier<Instant> when) throws InterruptedException {
    until = when.get();
    Duration left = Duration.between(clock.instant(), until);
    while (!closed && left.isPositive()) {
      Duration nap = left.compareTo(MOST_NAP) < 0 ? left : MOST_NAP;
      boolean ignored = changed.await(nap.toNanos(), TimeUnit.NANOSECONDS);
      until = when.get();
      left = Duration.between(clock.instant(), until);
    }
    until = Instant.MIN;
  }

  /** With the lock held, by any thread. */
  public <T> T held(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  /** With the lock held, by any thread; whoever sleeps for longer than that leaves is woken. */
  public void told(Runnable what) {
    lock.lock();
    try {
      what.run();
      if (closed || work.wake().isBefore(until)) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What takes long, in a turn: meanwhile others have the lock. */
  public <T> T apart(Supplier<T> what) {
    lock.unlock();
    try {
      return what.get();
    } finally {
      lock.lock();
    }
  }

  /** Whether it is over; with the lock held. */
  public boolean isClosed() {
    return closed;
  }

  /** No turn begins any more. */
  @Override
  public void close() {
    told(() -> closed = true);
  }
}
