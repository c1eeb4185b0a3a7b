package tenbin.spine.casework.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.entry.Entry;

/**
 * Versions of papers that are written together, as one reader may have them: a version stands when
 * every version that it goes on from was written by somebody whom the reader may read. What rests
 * on other words is not there for it, and it goes on from the last version that is.
 */
final class Standing {
  private final Map<UUID, Entry> found = new HashMap<>();
  private final Map<String, List<Entry>> standing = new LinkedHashMap<>();

  /** Of what a reader may read. Of two of one moment the later is the one that goes on. */
  Standing(List<Entry> entries) {
    entries.forEach(each -> found.put(each.id(), each));
    for (Entry each : entries) {
      if (!authors(each).isEmpty()) {
        standing.computeIfAbsent(each.about(), k -> new ArrayList<>()).add(each);
      }
    }
    Comparator<Entry> older = Comparator.comparing(Entry::at).thenComparingInt(this::depth);
    standing.values().forEach(versions -> versions.sort(older.reversed()));
  }

  /** From how many versions one goes on; of those that stand. */
  private int depth(Entry entry) {
    int depth = 0;
    Entry at = entry;
    while (at.parent().isPresent()) {
      at = found.getOrDefault(at.parent().get(), entry);
      depth++;
    }
    return depth;
  }

  /** All on whose words a version rests, its own author last; nobody when one of them is unread. */
  List<MemberId> authors(Entry entry) {
    Set<MemberId> authors = new LinkedHashSet<>();
    Set<UUID> seen = new LinkedHashSet<>();
    Entry at = entry;
    while (at.parent().isPresent()) {
      Entry before = found.get(at.parent().get());
      if (before == null || !seen.add(before.id())) {
        return List.of();
      }
      authors.add(before.member());
      at = before;
    }
    authors.remove(entry.member());
    authors.add(entry.member());
    return List.copyOf(authors);
  }

  /** The papers with their versions, each newest first. */
  Map<String, List<Entry>> papers() {
    return standing;
  }

  List<Entry> versions(String about) {
    return standing.getOrDefault(about, List.of());
  }
}
