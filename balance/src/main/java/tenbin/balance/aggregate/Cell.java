package tenbin.balance.aggregate;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A cell of a publication: the atoms that it counts.
 *
 * @param atoms their keys
 */
public record Cell(NavigableSet<String> atoms) {
  public Cell {
    atoms = Collections.unmodifiableNavigableSet(new TreeSet<>(atoms));
    if (atoms.isEmpty()) {
      throw new IllegalArgumentException("a cell of nothing");
    }
  }

  public static Cell of(String... atoms) {
    return new Cell(new TreeSet<>(java.util.List.of(atoms)));
  }

  Cell and(Cell other) {
    TreeSet<String> both = new TreeSet<>(atoms);
    both.addAll(other.atoms);
    return new Cell(both);
  }

  boolean holds(Cell other) {
    return atoms.containsAll(other.atoms);
  }

  /** Whether they share atoms and neither lies in the other. */
  boolean crosses(Cell other) {
    return !holds(other) && !other.holds(this) && !Collections.disjoint(atoms, other.atoms);
  }
}
