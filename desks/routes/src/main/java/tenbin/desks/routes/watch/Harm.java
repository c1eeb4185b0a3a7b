package tenbin.desks.routes.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.desks.routes.incident.Impact;
import tenbin.nouns.member.MemberId;

/** Whose prefixes a track touches, counted as they come and go. */
final class Harm {
  private final Map<MemberId, int[]> members = new TreeMap<>();
  private final int[] others = new int[2];

  private int[] of(Optional<MemberId> member) {
    return member.isPresent() ? members.computeIfAbsent(member.get(), each -> new int[2]) : others;
  }

  void touched(Optional<MemberId> member) {
    of(member)[0]++;
  }

  void untouched(Optional<MemberId> member) {
    of(member)[0]--;
  }

  void on(Optional<MemberId> member) {
    of(member)[1]++;
  }

  void gone(Optional<MemberId> member) {
    of(member)[1]--;
  }

  /** Members, the most touched first. */
  List<Impact> impact() {
    return members.entrySet().stream()
        .filter(each -> each.getValue()[0] > 0)
        .map(each -> new Impact(each.getKey(), each.getValue()[0], each.getValue()[1]))
        .sorted(Comparator.comparingInt(Impact::prefixes).reversed().thenComparing(Impact::member))
        .toList();
  }

  /** How many prefixes of nobody in the circle. */
  int others() {
    return others[0];
  }
}
