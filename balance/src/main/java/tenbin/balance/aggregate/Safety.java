package tenbin.balance.aggregate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.consent.PartyId;

/** Whether a set of atoms may be told as one number (DISCLOSURE section 6). */
final class Safety {
  /** The fewest subjects of a cell. */
  static final int LEAST_SUBJECTS = 5;

  /** The fewest members that contributed to a cell. */
  static final int LEAST_MEMBERS = 3;

  /** The largest share of one member, in percent. */
  static final int LARGEST_SHARE = 60;

  private final Map<String, Atom> atoms = new HashMap<>();

  Safety(Collection<Atom> all) {
    all.forEach(atom -> atoms.put(atom.key(), atom));
  }

  boolean isSafe(Collection<String> keys) {
    Set<String> subjects = new HashSet<>();
    Map<PartyId, Long> rows = new HashMap<>();
    for (String key : keys) {
      Atom atom = atoms.get(key);
      if (atom != null) {
        subjects.addAll(atom.subjects());
        atom.rows().forEach((member, count) -> rows.merge(member, count, Long::sum));
      }
    }
    rows.values().removeIf(count -> count == 0);
    long total = rows.values().stream().mapToLong(Long::longValue).sum();
    boolean noneDominates =
        rows.values().stream().allMatch(count -> count * 100 <= total * LARGEST_SHARE);
    return subjects.size() >= LEAST_SUBJECTS && rows.size() >= LEAST_MEMBERS && noneDominates;
  }

  long rows(Cell cell) {
    long sum = 0;
    for (String key : cell.atoms()) {
      Atom atom = atoms.get(key);
      if (atom != null) {
        sum += atom.rows().values().stream().mapToLong(Long::longValue).sum();
      }
    }
    return sum;
  }
}
