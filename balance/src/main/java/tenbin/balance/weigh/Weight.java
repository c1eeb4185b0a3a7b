package tenbin.balance.weigh;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is decided of one field.
 *
 * @param part which
 * @param effect whether
 * @param level how much of it, in its order; the least one unless it is permitted
 * @param bases the ids of what it rests on
 * @param whys why not, or why not more
 */
public record Weight(
    Part part, Effect effect, int level, Set<String> bases, NavigableSet<Why> whys) {
  public Weight {
    bases = Set.copyOf(bases);
    whys = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(whys));
  }

  /** The level's word. */
  public String word() {
    return part.order().word(level);
  }

  boolean isPermitted() {
    return effect == Effect.PERMIT;
  }
}
