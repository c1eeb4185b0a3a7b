package tenbin.spine.group.role;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.GroupLine;

/**
 * A role that one person holds in one group for a term.
 *
 * @param id inside the hub; the same one twice is one
 * @param group its id
 * @param role which
 * @param holder who
 * @param term from when to when at most
 * @param given by whom, when and by which right
 * @param end before its term, where it ended so
 */
public record Seat(
    UUID id,
    String group,
    GroupRole role,
    Holder holder,
    Validity term,
    Given given,
    Optional<End> end) {
  /**
   * Who holds a role.
   *
   * @param member for which member
   * @param person as the audit names people, for its own organisation alone
   * @param name as the group's members read it; person and name are "" when the group keeps them no
   *     longer
   */
  public record Holder(MemberId member, String person, String name) {
    /** Whether it is the same person, whatever it is called now. */
    public boolean isSame(Holder other) {
      return member.equals(other.member) && person.equals(other.person);
    }
  }

  /** By whom, when and by which right a role was given. */
  public record Given(GroupLine.By by, Instant at, Right right) {}

  /** By which right a role is given. */
  public enum Right {
    /** A member names its own people. */
    OWN,
    CHAIR,
    SECRETARIAT,
    ELECTION
  }

  /** How a role ended before its term: its first moment without, and why. */
  public record End(Instant at, Why why) {}

  /** Why a role ends before its term. */
  public enum Why {
    RESIGNED,
    /** Its own member took it back. */
    OWN,
    CHAIR,
    SECRETARIAT,
    /** Somebody else holds it from then on. */
    REPLACED,
    /** The person signs in no more, its member belongs no more, or it participates no more. */
    GONE
  }

  /** The first moment at which it is not held any more; {@link Instant#MAX} without one. */
  public Instant until() {
    return end.map(End::at).filter(at -> at.isBefore(term.to())).orElse(term.to());
  }

  public boolean holdsAt(Instant at) {
    return term.holdsAt(at) && at.isBefore(until());
  }

  /** Whether it is or will be held. */
  boolean isOpen(Instant now) {
    return now.isBefore(until());
  }

  /** Whether nobody keeps any more who held it. */
  boolean isForgotten() {
    return holder.name().isEmpty();
  }

  /** The same without the people: a member's place in the history of its group. */
  Seat forgotten() {
    Given by = new Given(new GroupLine.By(given.by().member(), ""), given.at(), given.right());
    return new Seat(id, group, role, new Holder(holder.member(), "", ""), term, by, end);
  }

  Seat ended(End how) {
    boolean earlier = how.at().isBefore(until());
    return earlier ? new Seat(id, group, role, holder, term, given, Optional.of(how)) : this;
  }
}
