package tenbin.desks.routes.declare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Values by AS number, found without making an object; a few thousand. */
final class ByNumber<T> {
  private final long[] numbers;
  private final List<T> values;

  ByNumber(Map<Long, T> from) {
    numbers = from.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    values = new ArrayList<>(numbers.length);
    for (long number : numbers) {
      T value = from.get(number);
      if (value != null) {
        values.add(value);
      }
    }
  }

  T get(long number, T otherwise) {
    int at = Arrays.binarySearch(numbers, number);
    return at < 0 ? otherwise : values.get(at);
  }
}
