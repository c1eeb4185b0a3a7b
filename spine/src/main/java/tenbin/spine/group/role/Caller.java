package tenbin.spine.group.role;

import tenbin.spine.group.GroupLine;

/**
 * Who wants to do something in a group.
 *
 * @param by who
 * @param kind what it is at its member
 */
public record Caller(GroupLine.By by, Kind kind) {
  /** What somebody is at its member. */
  public enum Kind {
    PERSON,
    /** Looks after its member's people. */
    ADMINISTRATOR,
    /** Acts by what its member's people hold. */
    PROGRAM
  }

  /** Whether it is the very person that holds the seat. */
  public boolean isPerson(Seat seat) {
    return seat.holder().member().equals(by.member()) && seat.holder().person().equals(by.person());
  }

  boolean isOfMember(Seat seat) {
    return seat.holder().member().equals(by.member());
  }

  /** Whether what the seat opens is open to it. */
  boolean actsBy(Seat seat) {
    return kind == Kind.PROGRAM ? isOfMember(seat) : isPerson(seat);
  }
}
