package tenbin.balance.level;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A partial order of levels, from telling nothing to telling all: a meet-semilattice with a least
 * element, checked when it is made (DISCLOSURE section 5). Levels are small numbers, so that a
 * weighing compares bytes. Immutable; any thread.
 */
public final class Order {
  /** Levels of an order: they must fit a machine word. */
  public static final int MOST_LEVELS = 32;

  /** Where: an address, a host, a block. PSEUDONYM hides the place but links events. */
  public static final Order PLACE =
      parse("place", "SUPPRESS < COUNT < ASN, SECTOR < /24 < FULL; COUNT < PSEUDONYM < FULL");

  /** When. */
  public static final Order TIME = parse("time", "SUPPRESS < day < hour < minute < FULL");

  /** Free text: whole, or with patterns cut out. */
  public static final Order TEXT = parse("text", "SUPPRESS < REDACTED < FULL");

  /** Anything that is told or not. */
  public static final Order PLAIN = parse("plain", "SUPPRESS < FULL");

  /** The orders that every policy knows. */
  public static final List<Order> STANDARD = List.of(PLACE, TIME, TEXT, PLAIN);

  private final String name;
  private final List<String> levels;
  private final int[] atOrBelow;
  private final byte[][] meets;
  private final int least;
  private final int greatest;

  private Order(String name, List<String> levels, int[] atOrBelow) {
    this.name = name;
    this.levels = List.copyOf(levels);
    this.atOrBelow = atOrBelow;
    this.least = only(leastOf(), "has no least level");
    this.meets = meetsOf();
    this.greatest = only(greatestOf(), "has no greatest level");
  }

  /**
   * An order from its text: chains of levels joined by "<", alternatives at one place by ",",
   * several chains by ";".
   *
   * @throws BadOrder when it goes in a circle, has no least or greatest level, or two levels have
   *     no single meet
   */
  public static Order parse(String name, String text) {
    Set<String> names = new LinkedHashSet<>();
    List<String[]> steps = new ArrayList<>();
    for (String chain : text.split(";", -1)) {
      List<String> below = List.of();
      for (String place : chain.split("<", -1)) {
        List<String> here = alternatives(name, place);
        names.addAll(here);
        for (String low : below) {
          here.forEach(high -> steps.add(new String[] {low, high}));
        }
        below = here;
      }
    }
    List<String> levels = List.copyOf(names);
    if (levels.size() > MOST_LEVELS) {
      throw new BadOrder(name + ": more than " + MOST_LEVELS + " levels");
    }
    return new Order(name, levels, closure(name, levels, steps));
  }

  private static List<String> alternatives(String name, String place) {
    List<String> found = new ArrayList<>();
    for (String each : place.split(",", -1)) {
      if (each.isBlank()) {
        throw new BadOrder(name + ": a level without a name");
      }
      found.add(each.trim());
    }
    return found;
  }

  private static int[] closure(String name, List<String> levels, List<String[]> steps) {
    int[] below = new int[levels.size()];
    for (int i = 0; i < below.length; i++) {
      below[i] = 1 << i;
    }
    for (int round = 0; round < below.length; round++) {
      for (String[] step : steps) {
        below[levels.indexOf(step[1])] |= below[levels.indexOf(step[0])];
      }
    }
    for (int i = 0; i < below.length; i++) {
      for (int j = 0; j < i; j++) {
        if ((below[i] >> j & 1) == 1 && (below[j] >> i & 1) == 1) {
          throw new BadOrder(
              name + ": goes in a circle between " + levels.get(j) + " and " + levels.get(i));
        }
      }
    }
    return below;
  }

  private byte[][] meetsOf() {
    int size = levels.size();
    byte[][] found = new byte[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        int meet = greatestIn(atOrBelow[i] & atOrBelow[j]);
        found[i][j] =
            (byte) only(meet, levels.get(i) + " and " + levels.get(j) + " have no single meet");
      }
    }
    return found;
  }

  /** The one of a set that all others of it are below, -1 when there is none. */
  private int greatestIn(int set) {
    for (int i = 0; i < levels.size(); i++) {
      if ((set >> i & 1) == 1 && (set & ~atOrBelow[i]) == 0) {
        return i;
      }
    }
    return -1;
  }

  private int greatestOf() {
    return greatestIn(allOf(levels.size()));
  }

  private int leastOf() {
    for (int i = 0; i < levels.size(); i++) {
      boolean belowAll = true;
      for (int j = 0; j < levels.size(); j++) {
        belowAll &= (atOrBelow[j] >> i & 1) == 1;
      }
      if (belowAll) {
        return i;
      }
    }
    return -1;
  }

  private static int allOf(int size) {
    return size == MOST_LEVELS ? -1 : (1 << size) - 1;
  }

  private int only(int level, String otherwise) {
    if (level < 0) {
      throw new BadOrder(name + ": " + otherwise);
    }
    return level;
  }

  public String name() {
    return name;
  }

  /** The names of the levels in the order of the text. */
  public List<String> levels() {
    return levels;
  }

  /** The number of a level, empty when the order has none of that name. */
  public Optional<Integer> level(String word) {
    int index = levels.indexOf(word);
    return index < 0 ? Optional.empty() : Optional.of(index);
  }

  public String word(int level) {
    return levels.get(level);
  }

  /** Telling nothing. */
  public int least() {
    return least;
  }

  /** Telling all. */
  public int greatest() {
    return greatest;
  }

  /** The most that is at or below both. */
  public int meet(int one, int other) {
    return meets[one][other];
  }

  public boolean isAtOrBelow(int low, int high) {
    return (atOrBelow[high] >> low & 1) == 1;
  }

  /** How many levels lie at or below: grows with what a level tells. */
  public int height(int level) {
    return Integer.bitCount(atOrBelow[level]);
  }

  @Override
  public String toString() {
    return name + levels;
  }
}
