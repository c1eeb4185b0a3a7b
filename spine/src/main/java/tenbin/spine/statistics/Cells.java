package tenbin.spine.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import tenbin.balance.aggregate.Atom;
import tenbin.balance.aggregate.Cell;
import tenbin.balance.aggregate.Statistics;

/**
 * What of one day is told, from the whole to its parts: classes; of a class that is told alone its
 * sectors; of what that leaves its networks. All of it is one family of cells, whoever reads which
 * of them, so that members who put theirs together learn nothing either.
 *
 * <p>Beside the parts of a cell stands one of which nothing was seen. It is never safe, so the
 * parts that are told never add up to the whole, and nobody learns that there was nothing else.
 */
final class Cells {
  /** The name of what nothing was seen of. */
  private static final String NOTHING = "~";

  private static final long NO_NETWORK = -1;

  private final LocalDate day;
  private final Statistics statistics;
  private final Set<Cell> published = new LinkedHashSet<>();
  private final List<Told> told = new ArrayList<>();

  /**
   * A cell that may be told.
   *
   * @param figure what is told
   * @param places what it counts, for whoever publishes again of the same day
   */
  record Told(Figure figure, Set<String> places) {}

  private Cells(LocalDate day, Collection<Atom> atoms) {
    this.day = day;
    this.statistics = new Statistics(atoms);
  }

  static List<Told> of(LocalDate day, Collection<Atom> atoms) {
    Cells cells = new Cells(day, atoms);
    cells.classes(withNothing(atoms));
    return List.copyOf(cells.told);
  }

  /** The places that were counted, and beside each part of a whole one that never is. */
  private static Set<String> withNothing(Collection<Atom> atoms) {
    Set<String> keys = new TreeSet<>(Set.of(new Place(NOTHING, NOTHING, 0).key()));
    for (Atom atom : atoms) {
      Place place = Place.parse(atom.key());
      keys.add(atom.key());
      keys.add(new Place(place.type(), NOTHING, 0).key());
      keys.add(new Place(place.type(), place.sector(), NO_NETWORK).key());
    }
    return keys;
  }

  private void classes(Set<String> keys) {
    Map<String, Cell> byClass = parts(keys, Place::type);
    for (Statistics.Told each : statistics.release(List.copyOf(byClass.values()), Set.of())) {
      boolean alone = byClass.containsValue(each.cell());
      String several = each.cell().atoms().equals(keys) ? Figure.ALL_CLASSES : Figure.OTHER_CLASSES;
      String type = alone ? first(each.cell()).type() : several;
      tell(new Figure(day, type, "", 0, each.rows()), each.cell());
      if (!alone || !sectors(type, each.cell())) {
        networks(type, "", each.cell());
      }
    }
  }

  /** False when no sector is told. */
  private boolean sectors(String type, Cell whole) {
    Map<String, Cell> bySector = parts(whole.atoms(), Place::sector);
    Map<String, Cell> named = new LinkedHashMap<>();
    for (Statistics.Told each : parted(bySector, whole)) {
      boolean alone = bySector.containsValue(each.cell());
      String sector = alone ? first(each.cell()).sector() : Figure.OTHER_SECTORS;
      tell(new Figure(day, type, sector, 0, each.rows()), each.cell());
      named.put(sector, each.cell());
    }
    named.forEach((sector, cell) -> networks(type, sector, cell));
    return !named.isEmpty();
  }

  /** Each number goes to its own network alone, so it is told where it stands for one only. */
  private void networks(String type, String sector, Cell whole) {
    Map<String, Cell> byNetwork = parts(whole.atoms(), place -> Long.toString(place.asn()));
    for (Statistics.Told each : parted(byNetwork, whole)) {
      Set<Long> seen = new TreeSet<>();
      each.cell().atoms().forEach(key -> seen.add(Place.parse(key).asn()));
      seen.remove(NO_NETWORK);
      long asn = seen.size() == 1 ? seen.iterator().next() : 0;
      if (asn > 0) {
        tell(new Figure(day, type, sector, asn, each.rows()), each.cell());
      }
    }
  }

  /** The parts of a cell that may be told beside it. */
  private List<Statistics.Told> parted(Map<String, Cell> parts, Cell whole) {
    Set<Cell> near = new LinkedHashSet<>(published);
    near.removeIf(cell -> Collections.disjoint(cell.atoms(), whole.atoms()));
    return statistics.release(List.copyOf(parts.values()), near).stream()
        .filter(each -> !each.cell().equals(whole))
        .toList();
  }

  private void tell(Figure figure, Cell cell) {
    published.add(cell);
    told.add(new Told(figure, cell.atoms()));
  }

  private static Map<String, Cell> parts(Set<String> keys, Function<Place, String> by) {
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (String key : keys) {
      found.computeIfAbsent(by.apply(Place.parse(key)), none -> new TreeSet<>()).add(key);
    }
    Map<String, Cell> cells = new TreeMap<>();
    found.forEach((name, own) -> cells.put(name, new Cell(own)));
    return cells;
  }

  private static Place first(Cell cell) {
    return Place.parse(cell.atoms().first());
  }
}
