package tenbin.spine.group.role;

import static tenbin.nouns.consent.Category.CD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.Readers;

/**
 * What one member sees of the roles of a working group: its members and the secretariat see who
 * holds which until when and who held an office before. That an office is held or vacant is the
 * group's own; who holds it is told by that member, to whom it may be told.
 */
public final class SeatSight {
  public static final String ROLE = "role";
  public static final String NAME = "name";
  public static final String MEMBER = "member";

  /** As the reader's own organisation names its person; "" for others' people. */
  public static final String PERSON = "person";

  public static final String FROM = "from";

  /** "" without an end. */
  public static final String UNTIL = "until";

  /** "now", "coming" or "over". */
  public static final String STATE = "state";

  /** {@link Seat.Right}, in lower case. */
  public static final String RIGHT = "right";

  /** {@link Seat.Why}, in lower case; "" where its term ended or goes on. */
  public static final String WHY = "why";

  /** Of an office: "held", "vacant" or "never". */
  public static final String SINCE = "since";

  private static final String KIND = "group-seat";

  private final Seats seats;
  private final Readers readers;

  public SeatSight(Seats seats, Readers readers) {
    this.seats = seats;
    this.readers = readers;
  }

  /**
   * A role as it is told.
   *
   * @param ends whether the reader may end it
   */
  public record Shown(Disclosure told, boolean ends) {}

  /** Who holds, will hold and held roles: offices first, of each the newest term first. */
  public List<Shown> seats(Plan viewer, Gathering group, Caller caller) {
    if (!sees(viewer, group)) {
      return List.of();
    }
    Instant now = seats.now();
    Part part = seats.partOf(group, caller);
    List<Shown> all = new ArrayList<>();
    seats.of(group).reversed().stream()
        .filter(each -> each.role().isOffice() || each.isOpen(now))
        .sorted(Comparator.comparing(Seat::role))
        .forEach(each -> {
          boolean ends = each.isOpen(now) && Seats.why(caller, part, each).isPresent();
          seat(viewer, group, each).ifPresent(told -> all.add(new Shown(told, ends)));
        });
    return all;
  }

  /** Who holds an office now, the chair first. */
  public List<Disclosure> holders(Plan viewer, Gathering group) {
    Instant now = seats.now();
    return sees(viewer, group)
        ? seats.of(group).stream()
            .filter(each -> each.role().isOffice() && each.holdsAt(now))
            .sorted(Comparator.comparing(Seat::role))
            .flatMap(each -> seat(viewer, group, each).stream())
            .toList()
        : List.of();
  }

  /** Whether a group has roles that the viewer's member sees. */
  public boolean sees(Plan viewer, Gathering group) {
    return !group.isAmongMembers() && readers.ofRoles(group).contains(viewer.request().recipient());
  }

  private Optional<Disclosure> seat(Plan viewer, Gathering group, Seat seat) {
    boolean own = seat.holder().member().equals(viewer.request().recipient());
    Instant now = seats.now();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(ROLE, CD, seat.role().word()));
    facts.add(new Fact(NAME, CD, seat.holder().name()));
    facts.add(new Fact(MEMBER, CD, readers.known(viewer, Set.of(seat.holder().member()))));
    facts.add(new Fact(PERSON, CD, own ? seat.holder().person() : ""));
    facts.add(new Fact(FROM, CD, seat.term().from().toString()));
    Instant until = seat.until();
    facts.add(new Fact(UNTIL, CD, until.equals(Instant.MAX) ? "" : until.toString()));
    facts.add(new Fact(STATE, CD, state(seat, now)));
    facts.add(new Fact(RIGHT, CD, word(seat.given().right())));
    facts.add(
        new Fact(WHY, CD, seat.isOpen(now) ? "" : seat.end().map(e -> word(e.why())).orElse("")));
    return tell(viewer, group, seat.id().toString(), seat.holder().member(), facts);
  }

  private static String state(Seat seat, Instant now) {
    if (!seat.isOpen(now)) {
      return "over";
    }
    return seat.holdsAt(now) ? "now" : "coming";
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Optional<Disclosure> tell(
      Plan viewer, Gathering group, String id, MemberId holder, List<Fact> facts) {
    return Readers.decide(
        viewer, new Item.Told(KIND, id, holder, Tlp.AMBER_STRICT, readers.ofRoles(group), facts));
  }

  /** Whether each office is held, and since when it is not. */
  public List<Disclosure> offices(Plan viewer, Gathering group) {
    if (!sees(viewer, group)) {
      return List.of();
    }
    List<Seat> all = seats.of(group);
    List<Disclosure> offices = new ArrayList<>();
    for (GroupRole role : GroupRole.values()) {
      if (role.isOffice()) {
        office(viewer, group, role, all).ifPresent(offices::add);
      }
    }
    return offices;
  }

  private Optional<Disclosure> office(
      Plan viewer, Gathering group, GroupRole role, List<Seat> all) {
    Instant now = seats.now();
    Optional<Instant> vacant = vacantSince(role, all, now);
    boolean held = all.stream().anyMatch(each -> each.role() == role && each.holdsAt(now));
    List<Fact> facts =
        List.of(
            new Fact(ROLE, CD, role.word()),
            new Fact(STATE, CD, held ? "held" : vacant.isPresent() ? "vacant" : "never"),
            new Fact(SINCE, CD, vacant.map(Instant::toString).orElse("")));
    MemberId holder = readers.holder(group, viewer.request().recipient());
    return tell(viewer, group, group.id() + " " + role.word(), holder, facts);
  }

  /** Since when nobody holds an office that somebody held. */
  public static Optional<Instant> vacantSince(GroupRole role, List<Seat> all, Instant now) {
    List<Seat> held =
        all.stream()
            .filter(each -> each.role() == role && !each.term().from().isAfter(now))
            .toList();
    return held.stream().anyMatch(each -> each.holdsAt(now))
        ? Optional.empty()
        : held.stream().map(Seat::until).max(Comparator.naturalOrder());
  }

  /** The seat that the viewer knows by this id. */
  public Optional<Seat> find(Plan viewer, Gathering group, UUID shown) {
    return seats.of(group).stream()
        .filter(each -> viewer.idOf(KIND, each.id().toString()).equals(shown))
        .filter(each -> sees(viewer, group) && seat(viewer, group, each).isPresent())
        .findFirst();
  }
}
