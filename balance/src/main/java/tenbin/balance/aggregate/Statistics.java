package tenbin.balance.aggregate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers that may be told, of atoms that are known.
 *
 * <p>Why nothing can be computed from them. All cells ever published over the same atoms form a
 * laminar family: two of them are disjoint, or one lies in the other. What sums and differences of
 * such cells can isolate are exactly unions of remainders: a cell without the published cells
 * inside it. Each remainder is empty or itself safe, and a union of safe sets is safe: it has at
 * least as many subjects and members, and no member exceeds the largest share of a sum whose parts
 * it does not exceed it in. So no unsafe set can be derived, from this publication or from it
 * together with earlier ones.
 */
public final class Statistics {
  private final Safety safety;

  public Statistics(Collection<Atom> atoms) {
    this.safety = new Safety(atoms);
  }

  /**
   * A number that may be told.
   *
   * @param cell what it counts
   * @param rows how many
   */
  public record Told(Cell cell, long rows) {}

  /**
   * What may be told of the wanted cells: each of them where it is safe, the others merged with
   * each other and, where that is not enough, with their smallest safe neighbour; nothing where all
   * of them together are not safe.
   *
   * @param wanted disjoint cells
   * @param published every cell told before over these atoms
   */
  public List<Told> release(List<Cell> wanted, Set<Cell> published) {
    List<Cell> cells = new ArrayList<>(wanted);
    List<Cell> bad = badOf(cells, published);
    while (!bad.isEmpty()) {
      cells.removeAll(bad);
      if (bad.size() == 1) {
        smallest(cells)
            .ifPresent(neighbour -> {
              cells.remove(neighbour);
              bad.add(neighbour);
            });
      }
      if (bad.size() > 1) {
        cells.add(bad.stream().reduce(Cell::and).orElseThrow());
      }
      bad.clear();
      bad.addAll(badOf(cells, published));
    }
    return cells.stream().map(cell -> new Told(cell, safety.rows(cell))).toList();
  }

  private Optional<Cell> smallest(List<Cell> cells) {
    return cells.stream()
        .min(Comparator.comparingLong(safety::rows).thenComparing(cell -> cell.atoms().first()));
  }

  private List<Cell> badOf(List<Cell> cells, Set<Cell> published) {
    Set<Cell> family = new LinkedHashSet<>(published);
    family.addAll(cells);
    List<Cell> bad = new ArrayList<>();
    for (Cell cell : cells) {
      if (!published.contains(cell) && !isGood(cell, family)) {
        bad.add(cell);
      }
    }
    return bad;
  }

  /** Safe, crossing none, and leaving no unsafe remainder in itself or in what holds it. */
  private boolean isGood(Cell cell, Set<Cell> family) {
    if (!safety.isSafe(cell.atoms()) || family.stream().anyMatch(cell::crosses)) {
      return false;
    }
    return family.stream()
        .filter(each -> each.holds(cell))
        .allMatch(each -> leavesNone(each, family));
  }

  private boolean leavesNone(Cell whole, Set<Cell> family) {
    Set<String> rest = new TreeSet<>(whole.atoms());
    for (Cell inside : family) {
      if (whole.holds(inside) && !inside.holds(whole)) {
        rest.removeAll(inside.atoms());
      }
    }
    return rest.isEmpty() || safety.isSafe(rest);
  }
}
