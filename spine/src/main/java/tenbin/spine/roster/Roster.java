package tenbin.spine.roster;

import java.util.List;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;

/** The circle as it stands, one immutable value swapped in whole. Any thread. */
public interface Roster {
  Circle circle();

  /** What two members claim at once; nobody wins until people resolve it. */
  List<Conflict> conflicts();

  /**
   * Whether somebody is invited into the circle and has not signed yet: it belongs to nothing, and
   * may sign in to settle that.
   */
  default boolean isSettling(MemberId id) {
    return false;
  }

  /** Takes what newcomers did since: some may have joined, some proved a network. */
  default void grow() {}

  /** Puts a new circle in place of the old one, durably. */
  void replace(Circle circle, String yaml);
}
