package tenbin.spine.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.balance.aggregate.Atom;
import tenbin.nouns.consent.PartyId;

/** What of a day is told: safe from the whole to its parts, whoever puts which parts together. */
class CellsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 24);
  private static final List<String> MEMBERS = List.of("a", "b", "c", "d");

  @Test
  void classes_sectors_and_networks_are_told_where_each_is_large_enough() {
    List<Atom> atoms = new ArrayList<>();
    for (String type : List.of("scanner", "infected-system", "brute-force")) {
      for (String sector : List.of("finance", "hosting", "health")) {
        atoms.add(atom(type, sector, 64_501, 20, type.length() + sector.length()));
        atoms.add(atom(type, sector, 64_502, 20, 40));
        atoms.add(atom(type, sector, 64_503, 20, 50));
      }
    }
    List<String> told = names(Cells.of(DAY, atoms));
    assertThat(told)
        .contains(
            "infected-system * 0", "infected-system hosting 0", "infected-system hosting 64503")
        .as("the smallest stands with what was not seen")
        .contains("other-classes * 0", "infected-system other-sectors 0");
    assertThat(told).noneMatch(each -> each.contains("~") || each.contains("-1"));
  }

  @Test
  void a_day_of_one_small_thing_tells_nothing() {
    assertThat(Cells.of(DAY, List.of(atom("scanner", "finance", 64_501, 4, 30)))).isEmpty();
    Atom ofTwo =
        new Atom(
            "scanner/finance/64501",
            Set.of("1", "2", "3", "4", "5", "6"),
            Map.of(new PartyId("ma"), 5L, new PartyId("mb"), 5L));
    assertThat(Cells.of(DAY, List.of(ofTwo))).as("two members").isEmpty();
    assertThat(Cells.of(DAY, List.of())).isEmpty();
  }

  @Test
  void what_is_told_does_not_depend_on_what_is_too_small_to_be_told_alone() {
    List<Atom> large = new ArrayList<>();
    for (String type : List.of("scanner", "infected-system", "brute-force")) {
      large.add(atom(type, "finance", 64_501, 20, 40 + type.length()));
      large.add(atom(type, "hosting", 64_502, 20, 50 + type.length()));
    }
    List<Atom> more = new ArrayList<>(large);
    more.add(atom("phishing", "gas", 64_509, 1, 0));
    assertThat(names(Cells.of(DAY, more))).isEqualTo(names(Cells.of(DAY, large)));
  }

  /** Every cell of the family, less whatever parts of it are told, is nothing or safe. */
  @Test
  void no_two_numbers_have_a_small_difference() {
    Random random = new Random(20_261_122);
    int told = 0;
    int parts = 0;
    for (int run = 0; run < 300; run++) {
      List<Atom> atoms = day(random);
      List<Cells.Told> cells = Cells.of(DAY, atoms);
      told += cells.size();
      for (Cells.Told whole : cells) {
        Set<String> rest = new HashSet<>(whole.places());
        for (Cells.Told part : cells) {
          boolean inside = whole.places().containsAll(part.places());
          boolean apart = Collections.disjoint(whole.places(), part.places());
          assertThat(inside || apart || part.places().containsAll(whole.places()))
              .as("seed 20261122, run %d: %s and %s cross", run, whole, part)
              .isTrue();
          if (inside && !part.places().equals(whole.places())) {
            rest.removeAll(part.places());
            parts++;
          }
        }
        assertThat(rest.isEmpty() || isSafe(rest, atoms))
            .as("run %d: what %s leaves", run, whole)
            .isTrue();
        assertThat(whole.figure().rows()).isEqualTo(rows(whole.places(), atoms));
      }
    }
    assertThat(told).as("worlds are not trivial").isGreaterThan(1_000);
    assertThat(parts).isGreaterThan(1_000);
  }

  private static boolean isSafe(Set<String> places, List<Atom> atoms) {
    Set<String> subjects = new HashSet<>();
    Map<PartyId, Long> rows = new HashMap<>();
    for (Atom atom : atoms) {
      if (places.contains(atom.key())) {
        subjects.addAll(atom.subjects());
        atom.rows().forEach((member, count) -> rows.merge(member, count, Long::sum));
      }
    }
    long all = rows.values().stream().mapToLong(Long::longValue).sum();
    return subjects.size() >= 5
        && rows.size() >= 3
        && rows.values().stream().allMatch(each -> each * 10 <= all * 6);
  }

  private static long rows(Set<String> places, List<Atom> atoms) {
    return atoms.stream()
        .filter(atom -> places.contains(atom.key()))
        .flatMap(atom -> atom.rows().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private static List<Atom> day(Random random) {
    List<Atom> atoms = new ArrayList<>();
    for (String type : List.of("scanner", "infected-system", "brute-force", "phishing")) {
      for (String sector : List.of("finance", "hosting", "not-known")) {
        for (long asn : List.of(0L, 64_501L, 64_502L)) {
          if (random.nextInt(5) > 0) {
            Map<PartyId, Long> rows = new HashMap<>();
            for (String member : MEMBERS) {
              if (random.nextInt(3) > 0) {
                rows.put(new PartyId("m" + member), 1L + random.nextInt(9));
              }
            }
            Set<String> subjects = new HashSet<>();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
              subjects.add("s" + random.nextInt(40));
            }
            if (!rows.isEmpty()) {
              atoms.add(new Atom(type + "/" + sector + "/" + asn, subjects, rows));
            }
          }
        }
      }
    }
    return atoms;
  }

  private static List<String> names(List<Cells.Told> cells) {
    return cells.stream()
        .map(each -> each.figure().name().substring(11))
        .collect(Collectors.toList());
  }

  /** A place of so many subjects, with rows of three members, an even third of each. */
  private static Atom atom(String type, String sector, long asn, int subjects, long more) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < subjects; i++) {
      names.add(type + sector + asn + " " + i);
    }
    Map<PartyId, Long> rows =
        Map.of(
            new PartyId("ma"),
            10 + more,
            new PartyId("mb"),
            10 + more,
            new PartyId("mc"),
            9 + more);
    return new Atom(type + "/" + sector + "/" + asn, names, rows);
  }
}
