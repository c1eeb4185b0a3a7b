package tenbin.spine.roster;

import java.util.List;
import tenbin.nouns.member.Circle;

/** The circle as it stands, one immutable value swapped in whole. Any thread. */
public interface Roster {
  Circle circle();

  /** What two members claim at once; nobody wins until people resolve it. */
  List<Conflict> conflicts();

  /** Puts a new circle in place of the old one, durably. */
  void replace(Circle circle, String yaml);
}
