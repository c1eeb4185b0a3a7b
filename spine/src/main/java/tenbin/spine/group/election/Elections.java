package tenbin.spine.group.election;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Part;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.Seats;

/** Elections in working groups. What is over is settled by the next look at it. Any thread. */
public final class Elections {
  /** A season: whoever needs longer has not begun yet. */
  public static final Duration LONGEST = Duration.ofDays(120);

  private final ElectionBook book;
  private final Ballots ballots;
  private final Seats seats;

  public Elections(ElectionBook book, Ballots ballots, Seats seats) {
    this.book = book;
    this.ballots = ballots;
    this.seats = seats;
  }

  /** What became of a deed. */
  public enum Outcome {
    DONE,
    NOT_YOURS,
    /** Not there, or not at this time. */
    NOT_NOW,
    TOO_MANY,
    /** The member has voted: once is once. */
    VOTED
  }

  /**
   * An election that somebody wants.
   *
   * @param id the same one twice is one
   */
  public record Wanted(
      UUID id, GroupRole role, Election.Schedule schedule, Validity term, int quorum) {}

  /** All elections of a group, the newest first. */
  public List<Election> of(Gathering group) {
    List<Election> all = book.of(group.id());
    boolean settled = false;
    for (Election each : all.reversed()) {
      settled |= settle(group, each);
    }
    return settled ? book.of(group.id()) : all;
  }

  private boolean settle(Gathering group, Election election) {
    if (election.withdrawn().isPresent() || election.result().isPresent()) {
      return false;
    }
    boolean nominated = !seats.now().isBefore(election.schedule().nominationsEnd());
    Set<UUID> standing = nominated ? standing(election) : Set.of();
    if (nominated && standing.isEmpty()) {
      book.settle(election.id(), Tally.bare(Election.Outcome.NO_CANDIDATE, 0));
      return true;
    }
    if (election.phase(seats.now()) != Election.Phase.OVER) {
      return false;
    }
    Election.Result result = ballots.count(election, standing).result(election.quorum());
    book.settle(election.id(), install(group, election, result));
    ballots.forget(election);
    return true;
  }

  Set<UUID> standing(Election election) {
    return candidates(election).stream()
        .filter(each -> each.state() == Candidate.State.STANDS)
        .map(Candidate::id)
        .collect(Collectors.toSet());
  }

  /** Everybody nominated, in that order. */
  public List<Candidate> candidates(Election election) {
    return book.candidates(election.id());
  }

  /**
   * Whoever was elected holds the role for its term from then on; the seat has the election's id.
   */
  private Election.Result install(Gathering group, Election election, Election.Result result) {
    if (result.outcome() != Election.Outcome.ELECTED) {
      return result;
    }
    Instant end = election.schedule().votingEnd();
    Instant from = election.term().from().isAfter(end) ? election.term().from() : end;
    Seats.Outcome installed =
        seat(group, result.chosen().iterator().next(), election)
            .map(participant ->
                seats.elect(
                    group,
                    election.id(),
                    election.role(),
                    participant.id(),
                    new Validity(from, election.term().to()),
                    election.opened().by()))
            .orElse(Seats.Outcome.NO_SUCH);
    return installed == Seats.Outcome.DONE
        ? result
        : new Election.Result(
            Election.Outcome.GONE, result.chosen(), result.cast(), result.counts());
  }

  /** The participant's seat that a candidate's person holds now. */
  private Optional<Seat> seat(Gathering group, UUID candidate, Election election) {
    List<Seat> all = seats.of(group);
    Optional<Seat.Holder> holder =
        candidates(election).stream()
            .filter(each -> each.id().equals(candidate))
            .findFirst()
            .flatMap(each -> holder(all, each));
    return holder.flatMap(who -> participant(all, who));
  }

  static Optional<Seat.Holder> holder(List<Seat> all, Candidate candidate) {
    return all.stream()
        .filter(each -> each.id().equals(candidate.seat()))
        .map(Seat::holder)
        .findFirst();
  }

  private Optional<Seat> participant(List<Seat> all, Seat.Holder who) {
    return all.stream()
        .filter(each -> each.role() == GroupRole.PARTICIPANT && each.holdsAt(seats.now()))
        .filter(each -> each.holder().isSame(who))
        .findFirst();
  }

  /** One of them. */
  Optional<Election> find(Gathering group, UUID id) {
    return of(group).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Opens an election; all members that take part now may vote.
   *
   * @throws IllegalArgumentException where days, term or quorum are none
   */
  public Outcome open(Caller caller, Gathering group, Wanted wanted) {
    check(group, wanted);
    if (!seats.partOf(group, caller).leads() || group.isAmongMembers()) {
      return Outcome.NOT_YOURS;
    }
    boolean running =
        of(group).stream()
            .filter(each -> each.role() == wanted.role && !each.id().equals(wanted.id))
            .map(each -> each.phase(seats.now()))
            .anyMatch(each -> each == Election.Phase.NOMINATING || each == Election.Phase.VOTING);
    if (running) {
      return Outcome.NOT_NOW;
    }
    book.open(made(caller, group, wanted, Optional.empty()));
    return Outcome.DONE;
  }

  private Election made(Caller caller, Gathering group, Wanted wanted, Optional<UUID> secondOf) {
    return new Election(
        wanted.id,
        group.id(),
        wanted.role,
        new Election.Opened(caller.by(), seats.now()),
        wanted.schedule,
        wanted.term,
        wanted.quorum,
        group.members(),
        secondOf,
        Optional.empty(),
        Optional.empty());
  }

  private void check(Gathering group, Wanted wanted) {
    Instant now = seats.now();
    Election.Schedule days = wanted.schedule;
    require(wanted.role.isOffice(), "an office");
    require(days.nominationsEnd().isAfter(now), "days of nominating to come");
    require(days.votingEnd().isAfter(days.nominationsEnd()), "days of voting after those");
    require(!days.votingEnd().isAfter(now.plus(LONGEST)), "an end within 120 days");
    seats.checkTerm(wanted.term);
    require(wanted.term.to().isAfter(days.votingEnd()), "a term after the vote");
    boolean many = wanted.quorum >= Tally.LEAST && wanted.quorum <= group.members().size();
    require(many, "a quorum from 3 to all members of the group");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("an election needs " + what);
    }
  }

  /**
   * The second ballot after a tie, between those who had the most: nobody is nominated anew.
   *
   * @param id the same one twice is one
   */
  public Outcome second(Caller caller, Gathering group, UUID id, UUID tied, Instant votingEnd) {
    Optional<Election> first =
        find(group, tied)
            .filter(
                each -> each.result().filter(r -> r.outcome() == Election.Outcome.TIE).isPresent());
    if (!seats.partOf(group, caller).leads()) {
      return Outcome.NOT_YOURS;
    }
    Optional<Election> again =
        of(group).stream()
            .filter(each -> each.secondOf().filter(tied::equals).isPresent())
            .findFirst();
    if (again.filter(each -> each.id().equals(id)).isPresent()) {
      return Outcome.DONE;
    }
    if (first.isEmpty() || again.isPresent()) {
      return Outcome.NOT_NOW;
    }
    Instant now = seats.now();
    Validity term = first.get().term();
    require(votingEnd.isAfter(now) && votingEnd.isBefore(term.to()), "days of voting to come");
    require(!votingEnd.isAfter(now.plus(LONGEST)), "an end within 120 days");
    Wanted wanted =
        new Wanted(
            id,
            first.get().role(),
            new Election.Schedule(now, votingEnd),
            term,
            first.get().quorum());
    Set<UUID> chosen = first.get().result().orElseThrow().chosen();
    candidates(first.get()).stream()
        .filter(each -> chosen.contains(each.id()))
        .forEach(each ->
            book.nominate(
                new Candidate(
                    UUID.randomUUID(), id, each.seat(), each.member(), each.by(), each.state())));
    // Last, so that nobody finds it without candidates.
    book.open(made(caller, group, wanted, Optional.of(tied)));
    return Outcome.DONE;
  }

  /** Takes an election back before anybody votes. */
  public Outcome withdraw(Caller caller, Gathering group, UUID election) {
    if (!seats.partOf(group, caller).leads()) {
      return Outcome.NOT_YOURS;
    }
    return phase(group, election, Election.Phase.NOMINATING)
        .map(each -> {
          book.withdraw(election, seats.now());
          return Outcome.DONE;
        })
        .orElse(Outcome.NOT_NOW);
  }

  Optional<Election> phase(Gathering group, UUID election, Election.Phase phase) {
    return find(group, election).filter(each -> each.phase(seats.now()) == phase);
  }

  /** Whether somebody speaks for its member in a group: by a role there, or as administrator. */
  boolean speaks(Caller caller, Gathering group) {
    Part part = seats.partOf(group, caller);
    boolean inside = group.members().contains(caller.by().member()) && !group.isAmongMembers();
    return inside && (part.names() || !part.held().isEmpty());
  }

  /** Who stands. */
  public Candidacies candidacies() {
    return new Candidacies(this, book, seats);
  }

  /** Who votes. */
  public Voting voting() {
    return new Voting(this, ballots);
  }

  Instant now() {
    return seats.now();
  }
}
