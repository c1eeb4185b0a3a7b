package tenbin.desks.routes.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.wire.bgp.AsPath;

/** Paths under numbers, each kept once, for as long as somebody holds it. */
final class PathPool {
  private final Map<AsPath, Integer> numbers = new HashMap<>();
  private final List<AsPath> paths = new ArrayList<>();
  private int[] holders = new int[64];
  private int[] free = new int[64];
  private int frees;

  /** The number of a path, held once more. */
  int hold(AsPath path) {
    Integer known = numbers.get(path);
    int number = known == null ? add(path) : known;
    holders[number]++;
    return number;
  }

  private int add(AsPath path) {
    int number = frees > 0 ? free[--frees] : paths.size();
    if (number == paths.size()) {
      paths.add(path);
      if (number == holders.length) {
        holders = Arrays.copyOf(holders, number * 2);
        free = Arrays.copyOf(free, number * 2);
      }
    } else {
      paths.set(number, path);
    }
    numbers.put(path, number);
    return number;
  }

  /** Held once less; gone where nobody holds it. */
  void release(int number) {
    if (--holders[number] == 0) {
      numbers.remove(paths.get(number));
      paths.set(number, AsPath.EMPTY);
      free[frees++] = number;
    }
  }

  AsPath path(int number) {
    return paths.get(number);
  }

  /** How many different paths are held. */
  int size() {
    return numbers.size();
  }
}
