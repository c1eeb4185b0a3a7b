package tenbin.desks.routes.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * What the registries delegated to anybody, as ranges that touch no other. Immutable; any thread.
 */
public final class DelegatedSpace {
  /** Nothing is known: no prefix counts as delegated. */
  public static final DelegatedSpace EMPTY = of(List.of());

  private final Address[] first;
  private final Address[] last;

  private DelegatedSpace(Collection<Prefix> blocks) {
    List<Prefix> sorted = blocks.stream().sorted().toList();
    Address[] from = new Address[sorted.size()];
    Address[] to = new Address[sorted.size()];
    int count = 0;
    for (Prefix each : sorted) {
      boolean touches = count > 0 && next(to[count - 1]).compareTo(each.first()) >= 0;
      if (!touches) {
        from[count] = each.first();
        to[count++] = each.last();
      } else if (each.last().compareTo(to[count - 1]) > 0) {
        to[count - 1] = each.last();
      }
    }
    first = Arrays.copyOf(from, count);
    last = Arrays.copyOf(to, count);
  }

  /** The address behind one; the last of all has none and is its own. */
  private static Address next(Address address) {
    if (address.low() != -1) {
      return new Address(address.high(), address.low() + 1);
    }
    return address.high() == -1 ? address : new Address(address.high() + 1, 0);
  }

  /** Of blocks in any order, also such that overlap. */
  public static DelegatedSpace of(Collection<Prefix> blocks) {
    return new DelegatedSpace(blocks);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return first.length == 0;
  }

  /** Whether all of a prefix is delegated, to one holder or to several. */
  public boolean delegates(Prefix prefix) {
    int from = 0;
    int to = first.length;
    while (from < to) {
      int middle = from + to >>> 1;
      if (first[middle].compareTo(prefix.first()) > 0) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from > 0 && last[from - 1].compareTo(prefix.last()) >= 0;
  }
}
