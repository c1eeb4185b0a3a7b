package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Keys with a fixed number of words each, in flat arrays: open addressing, linear probing, load at
 * most one half. It doubles up to its limit; then the oldest quarter goes, and is counted. Nothing
 * here depends on anything but the order of calls, so equal histories give equal bytes. One writer.
 */
final class KeyedTable {
  private static final int FIRST_CAPACITY = 1 << 10;
  private static final int SHARE_THAT_GOES = 4;
  private static final int AGES = 4_096;

  private final int words;
  private final int limit;
  private long[] keys = new long[FIRST_CAPACITY];
  private long[] states;
  private int[] touched = new int[FIRST_CAPACITY];
  private int[] timers = new int[FIRST_CAPACITY];
  private int size;
  private long evicted;

  /**
   * An empty table.
   *
   * @param words of each key's state
   * @param limit keys held at once
   */
  KeyedTable(int words, int limit) {
    this.words = words;
    this.limit = limit;
    this.states = new long[FIRST_CAPACITY * words];
  }

  int size() {
    return size;
  }

  int capacity() {
    return keys.length;
  }

  /** How many keys had to go because the table was full. */
  long evicted() {
    return evicted;
  }

  /**
   * The place of a key, -1 when there is none. Key 0 stands for an empty place and never occurs.
   */
  int find(long key) {
    int mask = keys.length - 1;
    int at = home(key, mask);
    while (keys[at] != 0) {
      if (keys[at] == key) {
        return at;
      }
      at = at + 1 & mask;
    }
    return -1;
  }

  /** Adds a key that is not there, with its first state; makes room before. */
  int add(long key, long[] start, int minute) {
    if (size >= limit) {
      evictOldest();
    } else if (size >= keys.length / 2) {
      rebuild(keys.length * 2, Integer.MIN_VALUE);
    }
    int at = place(key);
    System.arraycopy(start, 0, states, at * words, words);
    touched[at] = minute;
    timers[at] = 0;
    size++;
    return at;
  }

  private int place(long key) {
    int mask = keys.length - 1;
    int at = home(key, mask);
    while (keys[at] != 0) {
      at = at + 1 & mask;
    }
    keys[at] = key;
    return at;
  }

  long key(int at) {
    return keys[at];
  }

  long get(int at, int word) {
    return states[at * words + word];
  }

  void set(int at, int word, long value) {
    states[at * words + word] = value;
  }

  void touch(int at, int minute) {
    touched[at] = minute;
  }

  /** The minute of the key's timer, 0 when none is set. */
  int timer(int at) {
    return timers[at];
  }

  void timer(int at, int minute) {
    timers[at] = minute;
  }

  void put(int at, long[] state) {
    System.arraycopy(state, 0, states, at * words, words);
  }

  /** Takes a key out and closes the gap behind it. */
  void remove(int at) {
    int mask = keys.length - 1;
    int hole = at;
    for (int next = hole + 1 & mask; keys[next] != 0; next = next + 1 & mask) {
      int home = home(keys[next], mask);
      if ((next - home & mask) >= (next - hole & mask)) {
        copy(next, hole);
        hole = next;
      }
    }
    keys[hole] = 0;
    size--;
  }

  private void copy(int from, int to) {
    keys[to] = keys[from];
    touched[to] = touched[from];
    timers[to] = timers[from];
    System.arraycopy(states, from * words, states, to * words, words);
  }

  /** Drops the keys longest untouched: at least one of {@link #SHARE_THAT_GOES}. */
  private void evictOldest() {
    int oldest = Integer.MAX_VALUE;
    int newest = Integer.MIN_VALUE;
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != 0) {
        oldest = Math.min(oldest, touched[at]);
        newest = Math.max(newest, touched[at]);
      }
    }
    long span = (long) newest - oldest + 1;
    int[] ages = new int[AGES];
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != 0) {
        ages[(int) (((long) touched[at] - oldest) * AGES / span)]++;
      }
    }
    int gone = 0;
    int age = 0;
    while (gone < size / SHARE_THAT_GOES) {
      gone += ages[age++];
    }
    rebuild(keys.length, (int) (oldest + (span * age + AGES - 1) / AGES));
  }

  /** Copies all that was touched at or after a time into arrays of a capacity. */
  private void rebuild(int capacity, int since) {
    KeyedTable old = new KeyedTable(words, limit, this);
    keys = new long[capacity];
    states = new long[capacity * words];
    touched = new int[capacity];
    timers = new int[capacity];
    size = 0;
    for (int from = 0; from < old.keys.length; from++) {
      if (old.keys[from] != 0) {
        if (old.touched[from] < since) {
          evicted++;
          continue;
        }
        int at = place(old.keys[from]);
        System.arraycopy(old.states, from * words, states, at * words, words);
        touched[at] = old.touched[from];
        timers[at] = old.timers[from];
        size++;
      }
    }
  }

  private KeyedTable(int words, int limit, KeyedTable same) {
    this.words = words;
    this.limit = limit;
    this.keys = same.keys;
    this.states = same.states;
    this.touched = same.touched;
    this.timers = same.timers;
  }

  private static int home(long key, int mask) {
    return (int) (key ^ key >>> 32) & mask;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(words);
    out.writeInt(keys.length);
    out.writeInt(size);
    out.writeLong(evicted);
    for (int at = 0; at < keys.length; at++) {
      if (keys[at] != 0) {
        out.writeInt(at);
        out.writeLong(keys[at]);
        out.writeInt(touched[at]);
        out.writeInt(timers[at]);
        for (int word = 0; word < words; word++) {
          out.writeLong(get(at, word));
        }
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    int wordsThen = in.readInt();
    int capacity = in.readInt();
    int sizeThen = in.readInt();
    boolean plausible = Integer.bitCount(capacity) == 1 && sizeThen >= 0 && sizeThen <= capacity;
    if (wordsThen != words || !plausible || sizeThen > limit) {
      throw new IOException("the snapshot's table is not one of this correlator's");
    }
    evicted = in.readLong();
    keys = new long[capacity];
    states = new long[capacity * words];
    touched = new int[capacity];
    timers = new int[capacity];
    size = sizeThen;
    for (int i = 0; i < sizeThen; i++) {
      int at = java.util.Objects.checkIndex(in.readInt(), capacity);
      keys[at] = in.readLong();
      touched[at] = in.readInt();
      timers[at] = in.readInt();
      for (int word = 0; word < words; word++) {
        set(at, word, in.readLong());
      }
    }
  }
}
