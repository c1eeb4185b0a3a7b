package tenbin.spine.deliver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers of groups while a hub runs. A group of rows about nobody in particular has the number
 * that {@link Groups#OF_ROW} gives its rows; one of rows about a customer's network has a negative
 * one. Any thread.
 */
final class GroupNumbers {
  /** Of rows that are decided like rows about nobody in particular. */
  static final int NO_NETWORK = 0;

  private final Map<Key, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Key> keys = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  /** A group of one network's rows. */
  private record Key(int base, int network) {}

  /**
   * A group's number.
   *
   * @param base of its holder and marking, as {@link Groups#OF_ROW} gives it
   * @param network the number of the customer's network, or {@link #NO_NETWORK}
   */
  int of(int base, int network) {
    return network == NO_NETWORK
        ? base
        : numbers.computeIfAbsent(new Key(base, network), this::next);
  }

  private int next(Key key) {
    int number = last.decrementAndGet();
    keys.put(number, key);
    return number;
  }

  int base(int group) {
    return group < 0 ? key(group).base : group;
  }

  int network(int group) {
    return group < 0 ? key(group).network : NO_NETWORK;
  }

  private Key key(int group) {
    Key key = keys.get(group);
    if (key == null) {
      throw new IllegalArgumentException("no group of this hub: " + group);
    }
    return key;
  }
}
