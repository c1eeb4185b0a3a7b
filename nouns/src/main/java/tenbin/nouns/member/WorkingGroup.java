package tenbin.nouns.member;

import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A working group: where the work is done.
 *
 * @param id short and stable
 * @param name for people, in English
 * @param nameJa for people, in Japanese
 * @param purpose what it is for, a sentence
 * @param everybody whether all members but observers take part, those who join later too
 * @param members who takes part; in a circle also of such a group
 * @param retention how long it keeps what it shares
 * @param observers what of its minutes the circle's observers read
 */
public record WorkingGroup(
    String id,
    String name,
    String nameJa,
    String purpose,
    boolean everybody,
    Set<MemberId> members,
    Period retention,
    Observers observers) {
  /** What observers read of minutes. */
  public enum Observers {
    NOTHING,
    /** What everybody in the circle reads. */
    HEADINGS,
    BODIES;

    /** As the circle file writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Observers> tryParse(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** One of members that are named. */
  public WorkingGroup(
      String id,
      String name,
      String nameJa,
      String purpose,
      Set<MemberId> members,
      Period retention,
      Observers observers) {
    this(id, name, nameJa, purpose, false, members, retention, observers);
  }

  public WorkingGroup {
    members = Set.copyOf(members);
  }

  /** The same in a circle of these members. Who has a day of leaving has no say any more. */
  WorkingGroup among(List<Member> circle) {
    if (!everybody) {
      return this;
    }
    Set<MemberId> all =
        circle.stream()
            .filter(each -> each.memberClass() != MemberClass.OBSERVER)
            .filter(each -> each.membership().to().equals(Instant.MAX))
            .map(Member::id)
            .collect(Collectors.toSet());
    return new WorkingGroup(id, name, nameJa, purpose, true, all, retention, observers);
  }
}
