package tenbin.hub.gather;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.group.role.SeatSight;

/**
 * A role as its reader may know of it.
 *
 * @param person the login of one of the reader's own people, else ""
 * @param until its last moment; empty without one
 * @param days the same as days
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
    Days days,
    String state,
    String right,
    String why,
    boolean ends) {
  /** Its first and its last day where the circle is. */
  public record Days(LocalDate first, Optional<LocalDate> last) {}

  static SeatLine of(SeatSight.Shown shown, GroupPapers papers, ZoneId zone) {
    Disclosure told = shown.told();
    String until = told.fact(SeatSight.UNTIL);
    Instant from = Instant.parse(told.fact(SeatSight.FROM));
    Optional<Instant> end = until.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(until));
    Days days =
        new Days(
            LocalDate.ofInstant(from, zone),
            // A term ends where the next day begins.
            end.map(each -> LocalDate.ofInstant(each.minusMillis(1), zone)));
    return new SeatLine(
        told.id(),
        told.fact(SeatSight.ROLE),
        told.fact(SeatSight.NAME),
        String.join("", papers.names(told.fact(SeatSight.MEMBER))),
        told.fact(SeatSight.PERSON).replaceFirst("^(person|demo):", ""),
        from,
        end,
        days,
        told.fact(SeatSight.STATE),
        told.fact(SeatSight.RIGHT),
        told.fact(SeatSight.WHY),
        shown.ends());
  }

  public boolean holds() {
    return state.equals("now");
  }
}
