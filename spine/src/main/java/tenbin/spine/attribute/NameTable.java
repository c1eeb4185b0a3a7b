package tenbin.spine.attribute;

import java.util.Arrays;
import java.util.Map;

/**
 * Finds the longest claimed domain that a name lies in, right to left in one pass, without making
 * an object: a flat hash table of suffixes. Immutable; any thread.
 */
final class NameTable {
  /** No claimed domain holds the name. */
  static final int NONE = -1;

  /** The name is not ASCII: it must be brought into its A-label form first. */
  static final int NOT_ASCII = -2;

  private static final int FACTOR = 0x01000193;

  private final String[] names;
  private final int[] values;
  private final int mask;

  /** Takes lower-case A-label names, each with its number. */
  NameTable(Map<String, Integer> domains) {
    int size = Integer.highestOneBit(Math.max(4, domains.size() * 4));
    names = new String[size];
    Arrays.fill(names, "");
    values = new int[size];
    mask = size - 1;
    domains.forEach((name, value) -> {
      int slot = spread(hash(name)) & mask;
      while (!names[slot].isEmpty()) {
        slot = slot + 1 & mask;
      }
      names[slot] = name;
      values[slot] = value;
    });
  }

  /** The number of the longest claimed domain that holds the name in this part of a text. */
  int find(CharSequence text, int from, int to) {
    int best = NONE;
    int hash = 0;
    for (int at = to - 1; at >= from; at--) {
      char c = lower(text.charAt(at));
      if (c > 127) {
        return NOT_ASCII;
      }
      hash = hash * FACTOR + c;
      if (at == from || text.charAt(at - 1) == '.') {
        int found = probe(hash, text, at, to);
        best = found == NONE ? best : found;
      }
    }
    return best;
  }

  private int probe(int hash, CharSequence text, int from, int to) {
    int slot = spread(hash) & mask;
    while (!names[slot].isEmpty()) {
      if (matches(names[slot], text, from, to)) {
        return values[slot];
      }
      slot = slot + 1 & mask;
    }
    return NONE;
  }

  private static boolean matches(String name, CharSequence text, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != lower(text.charAt(from + i))) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String name) {
    int hash = 0;
    for (int at = name.length() - 1; at >= 0; at--) {
      hash = hash * FACTOR + name.charAt(at);
    }
    return hash;
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 16;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
