package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;

/**
 * One detector over its share of the keys: a table, timers, one writer. Readers of other threads go
 * through {@link #read}.
 *
 * @param <E> events
 * @param <F> findings
 */
final class Shard<E, F> implements Slot {
  /** What {@link #read} answers for a key that is not there. */
  static final int ABSENT = 0;

  private final Detector<E, F> detector;
  private final long[] start;
  private final KeyedTable table;
  private final TimerWheel wheel = new TimerWheel();
  private final StampedLock lock = new StampedLock();
  private int at;
  private long now;
  private int minute;
  private boolean forgotten;

  Shard(Detector<E, F> detector, int limit) {
    this.detector = detector;
    this.start = detector.start();
    this.table = new KeyedTable(start.length, limit);
  }

  KeyedTable table() {
    return table;
  }

  /** Lets time pass: every timer up to this second comes, minute by minute. */
  void advance(long second, Consumer<F> found) {
    if (second < now) {
      return;
    }
    int until = (int) (second / 60);
    if (now == 0) {
      minute = until;
    }
    minute = Math.max(minute, until - TimerWheel.FARTHEST_MINUTES - 60);
    for (; minute < until; minute++) {
      now = Math.max(now, minute * 60L + 59);
      fire(wheel.take(minute), found);
    }
    now = second;
  }

  private void fire(long[] keys, Consumer<F> found) {
    for (long key : keys) {
      at = table.find(key);
      if (at >= 0 && table.timer(at) == minute) {
        table.timer(at, 0);
        long stamp = lock.writeLock();
        try {
          forgotten = false;
          detector.onTimer(this, found);
          removeForgotten();
        } finally {
          lock.unlockWrite(stamp);
        }
      }
    }
  }

  /** The next event, at the time that {@link #advance} set. */
  void take(E event, Consumer<F> found) {
    long key = detector.key(event);
    long stamp = lock.writeLock();
    try {
      at = table.find(key);
      if (at < 0) {
        at = table.add(key, start, (int) (now / 60));
      } else {
        table.touch(at, (int) (now / 60));
      }
      forgotten = false;
      detector.on(event, this, found);
      removeForgotten();
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private void removeForgotten() {
    if (forgotten) {
      table.remove(at);
    }
  }

  /** Makes a number of a key's state. */
  interface Reading {
    int of(KeyedTable table, int place);
  }

  /** Reads a key's state from any thread; {@link #ABSENT} for a key that is not there. */
  int read(long key, Reading reading) {
    long stamp = lock.readLock();
    try {
      int place = table.find(key);
      return place < 0 ? ABSENT : reading.of(table, place);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public long key() {
    return table.key(at);
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public long get(int word) {
    return table.get(at, word);
  }

  @Override
  public void set(int word, long value) {
    table.set(at, word, value);
  }

  @Override
  public void timer(long atSecond) {
    long wanted = Math.max(atSecond / 60, minute + 1L);
    int due = (int) Math.min(wanted, minute + (long) TimerWheel.FARTHEST_MINUTES);
    if (table.timer(at) != due) {
      table.timer(at, due);
      wheel.set(due, table.key(at));
    }
  }

  @Override
  public void forget() {
    forgotten = true;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(now);
    out.writeInt(minute);
    table.write(out);
    wheel.write(out);
  }

  void read(DataInputStream in) throws IOException {
    long stamp = lock.writeLock();
    try {
      now = in.readLong();
      minute = in.readInt();
      table.read(in);
      wheel.read(in);
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
