package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.member.MemberId;

/**
 * What a member's person did about an incident: for that member alone, the incident itself goes on
 * as routes have it.
 *
 * @param incident about which
 * @param member whose person
 * @param person as the audit names people
 * @param at when
 * @param act what
 * @param reason why; wanted where something is ignored
 */
public record Deed(
    UUID incident, MemberId member, String person, Instant at, Act act, String reason) {
  /** A sentence or two. */
  public static final int MOST_REASON = 500;

  public Deed {
    if (reason.length() > MOST_REASON) {
      throw new IllegalArgumentException("a reason has at most " + MOST_REASON + " characters");
    }
    if (act == Act.IGNORE && reason.isBlank()) {
      throw new IllegalArgumentException("whoever ignores an incident says why");
    }
  }

  /** What can be done. */
  public enum Act {
    ACKNOWLEDGE(State.ACKNOWLEDGED),
    MITIGATE(State.UNDER_MITIGATION),
    IGNORE(State.IGNORED),
    RESOLVE(State.RESOLVED),
    /** Takes back what was said last. */
    UNDO(State.ONGOING);

    private final State state;

    Act(State state) {
      this.state = state;
    }

    /** How the incident stands for that member by it; of {@link #UNDO} nothing of its own. */
    public State state() {
      return state;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** By its word; empty where there is none of that name. */
    public static Optional<Act> tryParse(String word) {
      for (Act each : values()) {
        if (each.word().equals(word)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }
}
