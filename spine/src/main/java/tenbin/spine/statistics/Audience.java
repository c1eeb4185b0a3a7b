package tenbin.spine.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/**
 * Whose rows are counted, and who reads the numbers. It follows from the policy alone, never from
 * who has rows: nobody learns by what it may read who reported something.
 *
 * @param counted holders with the markings under which their rows are counted
 * @param readers who may have a number of all that is counted
 */
record Audience(Map<MemberId, Set<Tlp>> counted, Set<MemberId> readers) {
  Audience {
    counted = Map.copyOf(counted);
    readers = Set.copyOf(readers);
  }

  /** Whether a reader may have a number of what a holder contributed under a marking. */
  interface Rule {
    boolean allows(MemberId reader, MemberId holder, Tlp marking);
  }

  private record Source(MemberId holder, Tlp marking) {}

  /**
   * What is counted is what more than half of those may have who may have anything at all; a
   * bilateral leave neither opens a number to one reader alone nor shuts one to the others. Who may
   * not have all of what is counted reads none.
   */
  static Audience of(List<MemberId> members, Rule rule) {
    Map<Source, Set<MemberId>> allowed = allowed(members, rule);
    Set<MemberId> any = new HashSet<>();
    allowed.values().forEach(any::addAll);
    Map<MemberId, Set<Tlp>> counted = new HashMap<>();
    Set<MemberId> readers = new HashSet<>(any);
    allowed.forEach((source, its) -> {
      Set<MemberId> others = new HashSet<>(any);
      others.remove(source.holder);
      if (!its.isEmpty() && its.size() * 2 > others.size()) {
        counted.computeIfAbsent(source.holder, none -> new HashSet<>()).add(source.marking);
        others.removeAll(its);
        readers.removeAll(others);
      }
    });
    return new Audience(counted, readers);
  }

  /** Who besides the holder may have a number of each source. */
  private static Map<Source, Set<MemberId>> allowed(List<MemberId> members, Rule rule) {
    Map<Source, Set<MemberId>> allowed = new HashMap<>();
    for (MemberId holder : members) {
      for (Tlp marking : Tlp.values()) {
        Set<MemberId> readers = new HashSet<>();
        for (MemberId reader : members) {
          if (!reader.equals(holder) && rule.allows(reader, holder, marking)) {
            readers.add(reader);
          }
        }
        allowed.put(new Source(holder, marking), readers);
      }
    }
    return allowed;
  }

  boolean counts(MemberId holder, Tlp marking) {
    return counted.getOrDefault(holder, Set.of()).contains(marking);
  }

  /** The holders in the order of their ids. */
  List<MemberId> holders() {
    List<MemberId> all = new ArrayList<>(counted.keySet());
    all.sort(null);
    return all;
  }
}
