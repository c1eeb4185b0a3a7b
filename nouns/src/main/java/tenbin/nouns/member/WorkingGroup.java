package tenbin.nouns.member;

import java.time.Period;
import java.util.Set;

/**
 * A working group: where the work is done.
 *
 * @param id short and stable
 * @param name for people, in English
 * @param nameJa for people, in Japanese
 * @param purpose what it is for, a sentence
 * @param members who takes part
 * @param retention how long it keeps what it shares
 */
public record WorkingGroup(
    String id,
    String name,
    String nameJa,
    String purpose,
    Set<MemberId> members,
    Period retention) {
  public WorkingGroup {
    members = Set.copyOf(members);
  }
}
