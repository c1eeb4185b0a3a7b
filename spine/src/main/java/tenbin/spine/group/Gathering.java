package tenbin.spine.group;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup.Observers;

/**
 * A group as it stands.
 *
 * @param id short for a working group, a UUID for one among members
 * @param names what it is called
 * @param purpose what it is for, a sentence
 * @param opener the member that opened it; empty for a working group, which is the circle's
 * @param members who takes part
 * @param invited who is asked to
 * @param until its last moment; empty without an end
 * @param retention how long it keeps its minutes
 * @param observers what of its minutes the circle's observers read
 */
public record Gathering(
    String id,
    Names names,
    String purpose,
    Optional<MemberId> opener,
    Set<MemberId> members,
    Set<MemberId> invited,
    Optional<Instant> until,
    Period retention,
    Observers observers) {
  /** What a group is called. */
  public record Names(String en, String ja) {}

  public Gathering {
    members = Set.copyOf(members);
    invited = Set.copyOf(invited);
  }

  /** Whether members opened it among themselves. */
  public boolean isAmongMembers() {
    return opener.isPresent();
  }

  public boolean isOver(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether somebody sees that it is there. */
  boolean isSeenBy(MemberId member) {
    return !isAmongMembers() || members.contains(member) || invited.contains(member);
  }
}
