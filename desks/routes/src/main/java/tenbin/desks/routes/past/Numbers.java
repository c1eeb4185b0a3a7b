package tenbin.desks.routes.past;

import java.util.HashMap;
import java.util.Map;

/** Values by numbers from 0 on, in the order in which they were first met. One thread. */
final class Numbers<T> {
  private final Map<T, Integer> all = new HashMap<>();

  int of(T value) {
    Integer known = all.putIfAbsent(value, all.size());
    return known == null ? all.size() - 1 : known;
  }

  int size() {
    return all.size();
  }
}
