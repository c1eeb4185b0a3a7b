package tenbin.hub.gather;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.group.role.SeatSight;

/**
 * A role as its reader may know of it.
 *
 * @param person the login of one of the reader's own people, else ""
 * @param until its last moment; empty without one
 * @param state "now", "coming" or "over"
 * @param right by which it was given: "own", "chair", "secretariat", "election"
 * @param why it ended before its term, or ""
 * @param ends whether the reader may end it
 */
public record SeatLine(
    UUID id,
    String role,
    String name,
    String member,
    String person,
    Instant from,
    Optional<Instant> until,
    String state,
    String right,
    String why,
    boolean ends) {
  static SeatLine of(SeatSight.Shown shown, GroupPapers papers) {
    Disclosure told = shown.told();
    String until = told.fact(SeatSight.UNTIL);
    return new SeatLine(
        told.id(),
        told.fact(SeatSight.ROLE),
        told.fact(SeatSight.NAME),
        String.join("", papers.names(told.fact(SeatSight.MEMBER))),
        told.fact(SeatSight.PERSON).replaceFirst("^(person|demo):", ""),
        Instant.parse(told.fact(SeatSight.FROM)),
        until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until)),
        told.fact(SeatSight.STATE),
        told.fact(SeatSight.RIGHT),
        told.fact(SeatSight.WHY),
        shown.ends());
  }

  /** The last moment of its last day: a term ends where the next day begins. */
  public Optional<Instant> last() {
    return until.map(end -> end.minusMillis(1));
  }

  public boolean holds() {
    return state.equals("now");
  }
}
