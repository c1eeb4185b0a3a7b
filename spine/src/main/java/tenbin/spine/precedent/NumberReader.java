package tenbin.spine.precedent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.aggregate.Atom;
import tenbin.balance.aggregate.Cell;
import tenbin.nouns.consent.PartyId;
import tenbin.spine.yaml.Leaf;

/** Reads numbers that are to be told. */
final class NumberReader {
  private NumberReader() {}

  static NumberTrial read(String name, Leaf at, Optional<Expectation> expected) {
    List<Atom> atoms = new ArrayList<>();
    Leaf told = at.at("atoms");
    told.node().propertyNames().forEach(key -> atoms.add(atom(key, told.at(key))));
    Set<String> known = new TreeSet<>();
    atoms.forEach(atom -> known.add(atom.key()));
    return new NumberTrial(
        name,
        atoms,
        cells(at.list("wanted"), known),
        new LinkedHashSet<>(cells(at.list("published"), known)),
        expected,
        List.of());
  }

  private static Atom atom(String key, Leaf at) {
    Set<String> subjects = new LinkedHashSet<>();
    Leaf told = at.at("subjects");
    at.list("subjects").forEach(each -> subjects.add(each.text()));
    for (int i = 0; i < told.node().asInt(0); i++) {
      subjects.add(key + " subject " + i);
    }
    Map<PartyId, Long> rows = new LinkedHashMap<>();
    Leaf by = at.at("rows");
    by.node()
        .propertyNames()
        .forEach(member -> rows.put(new PartyId(member), by.node().path(member).asLong(0)));
    return new Atom(key, subjects, rows);
  }

  private static List<Cell> cells(List<Leaf> told, Set<String> known) {
    List<Cell> cells = new ArrayList<>();
    for (Leaf each : told) {
      TreeSet<String> keys = new TreeSet<>(List.of(each.text().split("\\+", -1)));
      for (String key : keys) {
        if (!known.contains(key)) {
          each.faults().unknown(each.path(), "atom", key, known);
        }
      }
      cells.add(new Cell(keys));
    }
    return cells;
  }
}
