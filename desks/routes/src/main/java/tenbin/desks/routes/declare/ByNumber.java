package tenbin.desks.routes.declare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Values by AS number, found without making an object and mostly with one look: open addressing, at
 * most a quarter full. A few thousand.
 */
final class ByNumber<T> {
  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L; // 2^64 by the golden ratio
  private static final long FREE = -1;

  private final long[] numbers;
  private final int[] places;
  private final List<T> values;
  private final int shift;

  ByNumber(Map<Long, T> from) {
    int bits = 34 - Integer.numberOfLeadingZeros(Math.max(1, from.size()));
    shift = Long.SIZE - bits;
    numbers = new long[1 << bits];
    places = new int[1 << bits];
    values = List.copyOf(from.values());
    Arrays.fill(numbers, FREE);
    int next = 0;
    for (long number : from.keySet()) {
      int at = find(number);
      numbers[at] = number;
      places[at] = next++;
    }
  }

  /** Where a number is, or would be. */
  private int find(long number) {
    int at = (int) (number * SPREAD >>> shift);
    while (numbers[at] != FREE && numbers[at] != number) {
      at = at + 1 & numbers.length - 1;
    }
    return at;
  }

  T get(long number, T otherwise) {
    int at = find(number);
    return numbers[at] == FREE ? otherwise : values.get(places[at]);
  }
}
