package tenbin.spine.statistics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.balance.aggregate.Atom;
import tenbin.nouns.member.MemberId;

/** A day's rows by place, on their way to atoms. One thread. */
final class Tally {
  /**
   * Subjects kept of a place. A cell needs five: a place with as many makes every cell safe in this
   * respect, and one with less has all of its own here, so that unions are counted rightly.
   */
  private static final int MOST_SUBJECTS = 5;

  private final Map<Place, Counted> places = new HashMap<>();

  private static final class Counted {
    private final Set<String> subjects = new HashSet<>();
    private final Map<MemberId, Long> rows = new HashMap<>();
  }

  void add(Place place, String subject, MemberId holder) {
    Counted counted = places.computeIfAbsent(place, none -> new Counted());
    if (counted.subjects.size() < MOST_SUBJECTS) {
      counted.subjects.add(subject);
    }
    counted.rows.merge(holder, 1L, Long::sum);
  }

  List<Atom> atoms() {
    return places.entrySet().stream().map(each -> atom(each.getKey(), each.getValue())).toList();
  }

  private static Atom atom(Place place, Counted counted) {
    Map<tenbin.nouns.consent.PartyId, Long> rows = new HashMap<>();
    counted.rows.forEach((member, count) -> rows.put(member.party(), count));
    return new Atom(place.key(), counted.subjects, rows);
  }
}
