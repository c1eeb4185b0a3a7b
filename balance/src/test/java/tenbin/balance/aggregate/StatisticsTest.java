package tenbin.balance.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.PartyId;

class StatisticsTest {
  private static final PartyId AOI = new PartyId("aoi");
  private static final PartyId BENI = new PartyId("beni");
  private static final PartyId CHA = new PartyId("cha");

  @Test
  void a_cell_of_five_subjects_and_three_members_may_be_told() {
    Atom atom = atom("power", 5, 2, 2, 1);
    assertThat(told(List.of(atom), Set.of(), "power"))
        .containsExactly(new Statistics.Told(Cell.of("power"), 5));
  }

  @Test
  void four_subjects_two_members_or_one_that_dominates_are_not_told() {
    assertThat(told(List.of(atom("power", 4, 2, 2, 1)), Set.of(), "power")).isEmpty();
    assertThat(told(List.of(atom("power", 5, 3, 2, 0)), Set.of(), "power")).isEmpty();
    assertThat(told(List.of(atom("power", 9, 61, 20, 19)), Set.of(), "power")).isEmpty();
    assertThat(told(List.of(atom("power", 9, 60, 20, 20)), Set.of(), "power")).hasSize(1);
  }

  @Test
  void a_small_cell_is_merged_with_its_smallest_neighbour() {
    List<Atom> atoms =
        List.of(atom("bank", 9, 20, 20, 20), atom("power", 9, 3, 3, 3), atom("rail", 1, 1, 0, 0));
    assertThat(told(atoms, Set.of(), "bank", "power", "rail"))
        .extracting(Statistics.Told::cell)
        .containsExactlyInAnyOrder(Cell.of("bank"), Cell.of("power", "rail"));
  }

  @Test
  void what_a_total_told_before_would_give_away_is_not_told() {
    List<Atom> atoms = List.of(atom("bank", 9, 20, 20, 20), atom("rail", 1, 1, 0, 0));
    Set<Cell> total = Set.of(Cell.of("bank", "rail"));
    assertThat(told(atoms, Set.of(), "bank")).hasSize(1);
    assertThat(told(atoms, total, "bank")).isEmpty();
  }

  @Test
  void nothing_unsafe_can_be_derived_from_any_run_of_publications() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int run = 0; run < 400; run++) {
      List<Atom> atoms = randomAtoms(random, 2 + random.nextInt(5));
      Statistics statistics = new Statistics(atoms);
      Safety safety = new Safety(atoms);
      Set<Cell> published = new HashSet<>();
      for (int release = 0; release < 3; release++) {
        for (Statistics.Told told :
            statistics.release(randomPartition(atoms, random), Set.copyOf(published))) {
          published.add(told.cell());
        }
      }
      assertNothingUnsafeInSpan(atoms, published, safety, "seed " + seed + " run " + run);
    }
  }

  private static void assertNothingUnsafeInSpan(
      List<Atom> atoms, Set<Cell> published, Safety safety, String where) {
    List<double[]> rows = new ArrayList<>();
    published.forEach(cell -> rows.add(indicator(atoms, cell.atoms())));
    int rank = rank(rows, atoms.size());
    for (int set = 1; set < 1 << atoms.size(); set++) {
      Set<String> keys = new TreeSet<>();
      for (int i = 0; i < atoms.size(); i++) {
        if ((set >> i & 1) == 1) {
          keys.add(atoms.get(i).key());
        }
      }
      List<double[]> with = new ArrayList<>(rows);
      with.add(indicator(atoms, keys));
      if (!safety.isSafe(keys)) {
        assertThat(rank(with, atoms.size()))
            .as(where + ": " + keys + " of " + published)
            .isGreaterThan(rank);
      }
    }
  }

  private static double[] indicator(List<Atom> atoms, Set<String> keys) {
    double[] row = new double[atoms.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = keys.contains(atoms.get(i).key()) ? 1 : 0;
    }
    return row;
  }

  private static int rank(List<double[]> rows, int columns) {
    List<double[]> left = new ArrayList<>();
    rows.forEach(row -> left.add(row.clone()));
    int rank = 0;
    for (int column = 0; column < columns; column++) {
      int pivot = rank;
      while (pivot < left.size() && Math.abs(left.get(pivot)[column]) < 1e-9) {
        pivot++;
      }
      if (pivot < left.size()) {
        java.util.Collections.swap(left, pivot, rank);
        for (int i = 0; i < left.size(); i++) {
          if (i != rank) {
            subtract(left.get(i), left.get(rank), column);
          }
        }
        rank++;
      }
    }
    return rank;
  }

  private static void subtract(double[] from, double[] what, int column) {
    double factor = from[column] / what[column];
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * what[i];
    }
  }

  private static List<Atom> randomAtoms(Random random, int count) {
    List<Atom> atoms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int size = random.nextInt(8);
      atoms.add(atom("a" + i, size, random.nextInt(6), random.nextInt(6), random.nextInt(6)));
    }
    return atoms;
  }

  private static List<Cell> randomPartition(List<Atom> atoms, Random random) {
    Map<Integer, TreeSet<String>> cells = new HashMap<>();
    int parts = 1 + random.nextInt(atoms.size());
    for (Atom atom : atoms) {
      cells.computeIfAbsent(random.nextInt(parts), k -> new TreeSet<>()).add(atom.key());
    }
    return cells.values().stream().map(Cell::new).toList();
  }

  private static List<Statistics.Told> told(
      List<Atom> atoms, Set<Cell> published, String... cells) {
    List<Cell> wanted = java.util.Arrays.stream(cells).map(Cell::of).toList();
    return new Statistics(atoms).release(wanted, published);
  }

  private static Atom atom(String key, int subjects, long aoi, long beni, long cha) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < subjects; i++) {
      names.add(key + "-" + i);
    }
    return new Atom(key, names, Map.of(AOI, aoi, BENI, beni, CHA, cha));
  }
}
