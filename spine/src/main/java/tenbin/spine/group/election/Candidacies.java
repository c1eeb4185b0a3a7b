package tenbin.spine.group.election;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.election.Elections.Outcome;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.Seats;

/** Who stands in elections: nominated by others or by itself, and by its own word alone. */
public final class Candidacies {
  public static final int MOST = 20;

  private final Elections elections;
  private final ElectionBook book;
  private final Seats seats;

  Candidacies(Elections elections, ElectionBook book, Seats seats) {
    this.elections = elections;
    this.book = book;
    this.seats = seats;
  }

  /** Nominates a participant; who nominates itself stands, others say whether they want to. */
  public Outcome nominate(Caller caller, Gathering group, UUID election, UUID participant) {
    if (!elections.speaks(caller, group)) {
      return Outcome.NOT_YOURS;
    }
    Optional<Election> open = elections.phase(group, election, Election.Phase.NOMINATING);
    Optional<Seat> seat =
        seats.of(group).stream()
            .filter(each -> each.id().equals(participant) && each.holdsAt(seats.now()))
            .filter(each -> each.role() == GroupRole.PARTICIPANT)
            .findFirst();
    if (open.isEmpty() || seat.isEmpty()) {
      return Outcome.NOT_NOW;
    }
    List<Candidate> all = elections.candidates(open.get());
    Optional<Candidate> same =
        all.stream()
            .filter(each ->
                Elections.holder(seats.of(group), each)
                    .filter(seat.get().holder()::isSame)
                    .isPresent())
            .findFirst();
    boolean itself = caller.isPerson(seat.get());
    if (same.isPresent()) {
      if (itself) {
        book.answer(same.get().id(), Candidate.State.STANDS);
      }
      return Outcome.DONE;
    }
    if (all.size() >= MOST) {
      return Outcome.TOO_MANY;
    }
    book.nominate(
        new Candidate(
            UUID.randomUUID(),
            election,
            participant,
            seat.get().holder().member(),
            caller.by().member(),
            itself ? Candidate.State.STANDS : Candidate.State.NOMINATED));
    return Outcome.DONE;
  }

  /** Says whether one stands, or not any more, as long as is nominated. */
  public Outcome answer(
      Caller caller, Gathering group, UUID election, UUID candidate, Candidate.State state) {
    Optional<Election> open = elections.phase(group, election, Election.Phase.NOMINATING);
    Optional<Candidate> who =
        open.stream()
            .flatMap(each -> elections.candidates(each).stream())
            .filter(each -> each.id().equals(candidate))
            .findFirst();
    if (who.isEmpty()) {
      return Outcome.NOT_NOW;
    }
    boolean itself =
        seats.of(group).stream()
            .anyMatch(each -> each.id().equals(who.get().seat()) && caller.isPerson(each));
    if (itself) {
      book.answer(candidate, state);
    }
    return itself ? Outcome.DONE : Outcome.NOT_YOURS;
  }
}
