package tenbin.balance.aggregate;

import java.util.Map;
import java.util.Set;
import tenbin.nouns.consent.PartyId;

/**
 * The smallest cell that is ever counted: one sector on one day, one network on one day.
 *
 * @param key names it; a time in it is a whole, ended period
 * @param subjects whom its rows are about
 * @param rows by the member that contributed them
 */
public record Atom(String key, Set<String> subjects, Map<PartyId, Long> rows) {
  public Atom {
    subjects = Set.copyOf(subjects);
    rows = Map.copyOf(rows);
  }
}
