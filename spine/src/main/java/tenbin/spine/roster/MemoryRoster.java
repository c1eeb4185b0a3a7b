package tenbin.spine.roster;

import java.util.List;
import tenbin.nouns.member.Circle;

/** A roster that forgets everything when its process ends: for tests, commands and one-off runs. */
public final class MemoryRoster implements Roster {
  private record State(Circle circle, List<Conflict> conflicts) {
    static State of(Circle circle) {
      return new State(circle, Conflicts.of(circle));
    }
  }

  private volatile State state;

  public MemoryRoster(Circle circle) {
    state = State.of(circle);
  }

  @Override
  public Circle circle() {
    return state.circle;
  }

  @Override
  public List<Conflict> conflicts() {
    return state.conflicts;
  }

  @Override
  public void replace(Circle circle, String yaml) {
    state = State.of(circle);
  }
}
