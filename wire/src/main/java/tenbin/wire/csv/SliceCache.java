package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The values of slices that come again and again in a column: one look instead of making them anew.
 * A slot holds the last value of its hash, so memory is bounded whatever the file holds. Not for
 * several threads.
 */
final class SliceCache<T> {
  /** Columns worth keeping repeat some hundred values; a power of two. */
  private static final int SLOTS = 1_024;

  /** Longer values hardly repeat, and keeping them would cost more than it saves. */
  private static final int MOST_LENGTH = 64;

  private static final class Slot<T> {
    final byte[] key;
    final T value;

    Slot(byte[] key, T value) {
      this.key = key;
      this.value = value;
    }
  }

  private final Function<String, T> make;
  private final List<Slot<T>> slots = new ArrayList<>(SLOTS);

  SliceCache(Function<String, T> make) {
    this.make = make;
    Slot<T> first = new Slot<>(new byte[0], make.apply(""));
    for (int i = 0; i < SLOTS; i++) {
      slots.add(first);
    }
  }

  T get(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > MOST_LENGTH) {
      return make.apply(new String(bytes, from, length, UTF_8));
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int at = (hash ^ hash >>> 10 ^ hash >>> 20) & SLOTS - 1;
    Slot<T> slot = slots.get(at);
    if (slot.key.length == length && Arrays.equals(slot.key, 0, length, bytes, from, to)) {
      return slot.value;
    }
    T value = make.apply(new String(bytes, from, length, UTF_8));
    slots.set(at, new Slot<>(Arrays.copyOfRange(bytes, from, to), value));
    return value;
  }
}
