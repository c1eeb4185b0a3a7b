package tenbin.spine.casework.method;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.nouns.member.MemberId;

/**
 * How many of those whom a reader does not know by name stand how, as far as it may be told
 * (DISCLOSURE section 6): of five and more, where three and more stand alike.
 */
final class Bands {
  private static final int LEAST_IN_CELL = 3;
  private static final int LEAST_CONCERNED = 5;

  /** What is told of so many. */
  static final String MANY = LEAST_IN_CELL + " or more";

  private Bands() {}

  /** "done: 3 or more", a line each; those who said nothing are counted nowhere. */
  static String of(List<MemberId> members, Set<MemberId> apart, Map<MemberId, Adoption> adopted) {
    List<MemberId> others = members.stream().filter(each -> !apart.contains(each)).toList();
    if (others.size() + 1 < LEAST_CONCERNED) {
      return "";
    }
    Map<Adoption.State, Integer> counts = new EnumMap<>(Adoption.State.class);
    for (MemberId each : others) {
      Adoption its = adopted.get(each);
      if (its != null) {
        counts.merge(its.state(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST_IN_CELL)
        .map(each -> each.getKey().word() + ": " + MANY)
        .collect(Collectors.joining("\n"));
  }

  /** Whether so many of so many others may be told. */
  static boolean mayTell(long some, int others) {
    return others + 1 >= LEAST_CONCERNED && some >= LEAST_IN_CELL;
  }
}
