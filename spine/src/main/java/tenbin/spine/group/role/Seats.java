package tenbin.spine.group.role;

import static tenbin.spine.group.role.Seat.Why.GONE;
import static tenbin.spine.group.role.Seat.Why.REPLACED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupLine;

/**
 * The roles of people in working groups. Every question looks again at the term, at the person and
 * at its member, so a role opens nothing from the moment on at which one of them ends; what is
 * found to have ended is written down. Any thread.
 */
public final class Seats {
  public static final int MOST_NAME = 80;

  /** Three years and a day: as long as officers of associations are elected for. */
  public static final Duration LONGEST = Duration.ofDays(3 * 366 + 1);

  /** Of one member in one group. */
  public static final int MOST_OF_ONE = 20;

  private static final Set<GroupRole> WRITERS =
      EnumSet.of(GroupRole.CHAIR, GroupRole.VICE_CHAIR, GroupRole.SECRETARY);

  private final SeatBook book;
  private final Attendance attendance;
  private final Supplier<Circle> circle;
  private final Clock clock;

  public Seats(SeatBook book, Attendance attendance, Supplier<Circle> circle, Clock clock) {
    this.book = book;
    this.attendance = attendance;
    this.circle = circle;
    this.clock = clock;
  }

  /** What became of a deed. */
  public enum Outcome {
    DONE,
    /** Somebody else's to do, or nobody's. */
    NOT_YOURS,
    /** Nobody there of that id, or not any more. */
    NO_SUCH,
    TOO_MANY
  }

  /** All seats that a group ever had, in the order in which they were given. */
  public List<Seat> of(Gathering group) {
    List<Seat> before = book.of(group.id());
    Instant now = clock.instant();
    for (Seat seat : before) {
      if (seat.isOpen(now)) {
        gone(group, seat, now).ifPresent(at -> book.end(seat.id(), new Seat.End(at, GONE)));
      }
    }
    List<Seat> seats = book.of(group.id());
    for (Seat seat : seats) {
      if (seat.role().isOffice() && seat.isOpen(now)) {
        stopped(seats, seat, now).ifPresent(at -> book.end(seat.id(), new Seat.End(at, GONE)));
      }
    }
    return book.of(group.id());
  }

  /** Since when a seat's person is not there any more. */
  private Optional<Instant> gone(Gathering group, Seat seat, Instant now) {
    MemberId member = seat.holder().member();
    Validity membership =
        circle.get().member(member).map(Member::membership).orElse(Validity.ALWAYS);
    if (!membership.to().isAfter(now)) {
      return Optional.of(membership.to());
    }
    boolean inside = circle.get().member(member).isPresent() && group.members().contains(member);
    return inside ? attendance.goneSince(seat) : Optional.of(now);
  }

  /** Since when the holder of an office participates no more. */
  private static Optional<Instant> stopped(List<Seat> seats, Seat office, Instant now) {
    List<Seat> own =
        seats.stream()
            .filter(each -> each.role() == GroupRole.PARTICIPANT)
            .filter(each -> each.holder().isSame(office.holder()))
            .toList();
    return own.stream().anyMatch(each -> each.isOpen(now))
        ? Optional.empty()
        : Optional.of(own.stream().map(Seat::until).max(Comparator.naturalOrder()).orElse(now));
  }

  /** What somebody may do in a group now. */
  public Part partOf(Gathering group, Caller caller) {
    MemberId member = caller.by().member();
    boolean inside = group.members().contains(member);
    if (group.isAmongMembers()) {
      boolean opener = group.opener().filter(member::equals).isPresent();
      boolean open = inside && !group.isOver(clock.instant());
      return new Part(Set.of(), true, open, opener, false, false);
    }
    boolean desk = caller.kind() != Caller.Kind.PERSON;
    boolean office = desk && isSecretariat(member);
    List<Seat> seats = of(group);
    Set<GroupRole> held = held(seats, caller);
    boolean named = seats.stream().anyMatch(caller::isOfMember);
    boolean reads = !inside || desk || !held.isEmpty() || !named;
    boolean offices = seats.stream().anyMatch(each -> each.role().isOffice());
    boolean writes = offices ? held.stream().anyMatch(WRITERS::contains) : reads;
    boolean leads = office || held.stream().anyMatch(GroupRole::leads);
    return new Part(held, reads, inside && writes, leads, inside && desk, office);
  }

  private Set<GroupRole> held(List<Seat> seats, Caller caller) {
    Instant now = clock.instant();
    Set<GroupRole> held = EnumSet.noneOf(GroupRole.class);
    seats.stream()
        .filter(each -> each.holdsAt(now) && caller.actsBy(each))
        .forEach(each -> held.add(each.role()));
    return held;
  }

  private boolean isSecretariat(MemberId member) {
    return circle.get().secretariat().map(Member::id).filter(member::equals).isPresent();
  }

  /**
   * Names one of the caller's own people a participant, from now on.
   *
   * @param id the same one twice is one
   * @param until its last moment; empty for as long as it is there
   * @throws IllegalArgumentException where the name is none, or the end is past or too far
   */
  public Outcome name(
      Caller caller, Gathering group, UUID id, Seat.Holder holder, Optional<Instant> until) {
    Instant now = clock.instant();
    Validity term = term(new Validity(now, until.filter(now::isBefore).orElse(Instant.MAX)), until);
    checkName(holder.name());
    if (!partOf(group, caller).names() || !holder.member().equals(caller.by().member())) {
      return Outcome.NOT_YOURS;
    }
    List<Seat> own =
        of(group).stream()
            .filter(each -> each.role() == GroupRole.PARTICIPANT && each.isOpen(now))
            .filter(caller::isOfMember)
            .toList();
    List<Seat> same = own.stream().filter(each -> each.holder().isSame(holder)).toList();
    if (own.size() - same.size() >= MOST_OF_ONE) {
      return Outcome.TOO_MANY;
    }
    add(group, id, GroupRole.PARTICIPANT, holder, term, caller.by(), Seat.Right.OWN);
    same.stream()
        .filter(each -> !each.id().equals(id))
        .forEach(each -> book.end(each.id(), new Seat.End(now, REPLACED)));
    return Outcome.DONE;
  }

  private static void checkName(String name) {
    if (name.isBlank() || name.length() > MOST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + MOST_NAME + " characters");
    }
  }

  private static Validity term(Validity term, Optional<Instant> until) {
    boolean past = until.isPresent() && term.end().isEmpty();
    boolean long_ = until.filter(end -> end.isAfter(term.from().plus(LONGEST))).isPresent();
    if (past || long_) {
      throw new IllegalArgumentException("a term ends later than it begins, within three years");
    }
    return term;
  }

  /**
   * Gives a participant an office: the chair gives those beside its own, the secretariat any.
   *
   * @param participant the id of its seat
   * @throws IllegalArgumentException where the term is past or too long
   */
  public Outcome give(
      Caller caller, Gathering group, UUID id, GroupRole role, UUID participant, Validity term) {
    checkTerm(term);
    Part part = partOf(group, caller);
    boolean may = role.isOffice() && part.leads() && !group.isAmongMembers();
    if (!may || role == GroupRole.CHAIR && !part.secretariat()) {
      return Outcome.NOT_YOURS;
    }
    Seat.Right right = part.secretariat() ? Seat.Right.SECRETARIAT : Seat.Right.CHAIR;
    return seat(group, id, role, participant, term, new Seat.Given(caller.by(), now(), right));
  }

  /** Checks a term that an office can have. */
  public void checkTerm(Validity term) {
    term(term, term.end());
    if (term.end().isEmpty() || !term.to().isAfter(now())) {
      throw new IllegalArgumentException("an office has a term that is not over");
    }
  }

  /** Gives an office to whoever was elected. */
  public Outcome elect(
      Gathering group, UUID id, GroupRole role, UUID participant, Validity term, GroupLine.By by) {
    Seat.Given given = new Seat.Given(by, now(), Seat.Right.ELECTION);
    return seat(group, id, role, participant, term, given);
  }

  private Outcome seat(
      Gathering group, UUID id, GroupRole role, UUID participant, Validity term, Seat.Given given) {
    List<Seat> seats = of(group);
    if (seats.stream().anyMatch(each -> each.id().equals(id))) {
      return Outcome.DONE;
    }
    Optional<Seat> who = participant(seats, participant);
    if (who.isEmpty()) {
      return Outcome.NO_SUCH;
    }
    Seat.Holder holder = who.get().holder();
    Turn turn = new Turn(seats, role, holder, now());
    if (turn.isFull()) {
      return Outcome.TOO_MANY;
    }
    Validity free = turn.free(term);
    book.add(new Seat(id, group.id(), role, holder, free, given, Optional.empty()));
    turn.before(free).forEach(each -> book.end(each, new Seat.End(free.from(), REPLACED)));
    return Outcome.DONE;
  }

  private Optional<Seat> participant(List<Seat> seats, UUID id) {
    return seats.stream()
        .filter(each -> each.id().equals(id) && each.role() == GroupRole.PARTICIPANT)
        .filter(each -> each.holdsAt(now()))
        .findFirst();
  }

  private void add(
      Gathering group,
      UUID id,
      GroupRole role,
      Seat.Holder holder,
      Validity term,
      GroupLine.By by,
      Seat.Right right) {
    Seat.Given given = new Seat.Given(by, now(), right);
    book.add(new Seat(id, group.id(), role, holder, term, given, Optional.empty()));
  }

  /** Ends a role: one's own, one of one's own people, or as who leads. */
  public Outcome end(Caller caller, Gathering group, UUID id) {
    Optional<Seat> seat =
        of(group).stream().filter(each -> each.id().equals(id) && each.isOpen(now())).findFirst();
    if (seat.isEmpty()) {
      return Outcome.NO_SUCH;
    }
    Optional<Seat.Why> why = why(caller, partOf(group, caller), seat.get());
    why.ifPresent(each -> book.end(id, new Seat.End(now(), each)));
    return why.isPresent() ? Outcome.DONE : Outcome.NOT_YOURS;
  }

  /** By which right somebody ends a seat; by none. */
  static Optional<Seat.Why> why(Caller caller, Part part, Seat seat) {
    if (caller.isPerson(seat)) {
      return Optional.of(Seat.Why.RESIGNED);
    }
    if (caller.isOfMember(seat) && caller.kind() != Caller.Kind.PERSON) {
      return Optional.of(Seat.Why.OWN);
    }
    if (part.secretariat()) {
      return Optional.of(Seat.Why.SECRETARIAT);
    }
    boolean chairs = part.held().contains(GroupRole.CHAIR);
    boolean below = seat.role() == GroupRole.SECRETARY || seat.role() == GroupRole.PARTICIPANT;
    return part.leads() && (below || chairs && seat.role() != GroupRole.CHAIR)
        ? Optional.of(Seat.Why.CHAIR)
        : Optional.empty();
  }

  /** The moment by which roles are judged. */
  public Instant now() {
    return clock.instant();
  }
}
