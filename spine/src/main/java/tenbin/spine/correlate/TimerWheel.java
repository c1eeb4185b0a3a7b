package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Timers by the minute: for each of the next minutes the keys to wake. A key may stand in several;
 * its table says which one counts. Not for several threads.
 */
final class TimerWheel {
  /** A day and an hour: no detector looks farther ahead than a day. */
  static final int FARTHEST_MINUTES = 25 * 60;

  private static final int PLACES = 2_048;
  private static final long[] NONE = new long[0];

  private final long[][] keys = new long[PLACES][];
  private final int[] sizes = new int[PLACES];

  TimerWheel() {
    Arrays.fill(keys, NONE);
  }

  void set(int minute, long key) {
    int place = minute & PLACES - 1;
    if (sizes[place] == keys[place].length) {
      keys[place] = Arrays.copyOf(keys[place], Math.max(16, sizes[place] * 2));
    }
    keys[place][sizes[place]++] = key;
  }

  /** The keys of a minute in the order in which they were set; the minute is empty afterwards. */
  long[] take(int minute) {
    int place = minute & PLACES - 1;
    if (sizes[place] == 0) {
      return NONE;
    }
    long[] due = Arrays.copyOf(keys[place], sizes[place]);
    keys[place] = NONE;
    sizes[place] = 0;
    return due;
  }

  void write(DataOutputStream out) throws IOException {
    for (int place = 0; place < PLACES; place++) {
      out.writeInt(sizes[place]);
      for (int i = 0; i < sizes[place]; i++) {
        out.writeLong(keys[place][i]);
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    for (int place = 0; place < PLACES; place++) {
      int size = in.readInt();
      keys[place] = NONE;
      sizes[place] = 0;
      for (int i = 0; i < size; i++) {
        set(place, in.readLong());
      }
    }
  }
}
