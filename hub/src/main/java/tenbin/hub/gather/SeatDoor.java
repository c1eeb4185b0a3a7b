package tenbin.hub.gather;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.SeatSight;
import tenbin.spine.group.role.Seats;
import tenbin.web.audit.Audit;
import tenbin.web.form.Once;
import tenbin.web.problem.Problem;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Visitor;

/** What page and API do with the roles of a working group, the same way. */
public final class SeatDoor {
  private final Seats seats;
  private final SeatSight sight;
  private final People people;
  private final Audit audit;
  private final ZoneId zone;

  /**
   * A door to roles.
   *
   * @param zone the circle's: terms are of its days
   */
  public SeatDoor(Seats seats, SeatSight sight, People people, Audit audit, ZoneId zone) {
    this.zone = zone;
    this.seats = seats;
    this.sight = sight;
    this.people = people;
    this.audit = audit;
  }

  /** Somebody whom the visitor's member can name: as the audit names it, and as its people do. */
  public record Colleague(String actor, String login) {}

  /** The people of the visitor's own member; of a demo, whoever looks. */
  List<Colleague> colleagues(Visitor visitor) {
    List<Colleague> all = new ArrayList<>();
    people.of(visitor.member()).stream()
        .filter(Person::isActive)
        .map(Person::login)
        .sorted()
        .forEach(login -> all.add(new Colleague("person:" + login, login)));
    if (!visitor.isMachine() && visitor.login().isEmpty()) {
      all.add(new Colleague(visitor.actor(), visitor.name()));
    }
    return all;
  }

  /** The roles of a group as they are told. */
  List<SeatLine> seats(Visitor visitor, GroupDoor.Inside inside) {
    List<SeatLine> lines = new ArrayList<>();
    for (SeatSight.Shown each :
        sight.seats(inside.papers().plan(), inside.group(), GroupDoor.caller(visitor))) {
      inside.papers().show(each.told());
      lines.add(SeatLine.of(each, inside.papers(), zone));
    }
    return lines;
  }

  /**
   * An office as it is told.
   *
   * @param state "held", "vacant" or "never"
   * @param unnamed whether who holds it is not told
   */
  public record OfficeLine(String role, String state, Optional<Instant> since, boolean unnamed) {}

  List<OfficeLine> offices(GroupDoor.Inside inside, List<SeatLine> told) {
    List<OfficeLine> lines = new ArrayList<>();
    for (Disclosure office : sight.offices(inside.papers().plan(), inside.group())) {
      inside.papers().show(office);
      String role = office.fact(SeatSight.ROLE);
      String state = office.fact(SeatSight.STATE);
      String since = office.fact(SeatSight.SINCE);
      boolean named = told.stream().anyMatch(each -> each.holds() && each.role().equals(role));
      lines.add(
          new OfficeLine(
              role,
              state,
              since.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(since)),
              state.equals("held") && !named));
    }
    return lines;
  }

  /** One of the visitor's own people is to take part; its last day is "" without an end. */
  void name(Visitor visitor, GroupDoor.Inside inside, Named named) {
    String actor =
        colleagues(visitor).stream()
            .map(Colleague::actor)
            .filter(each -> each.equals(named.person) || each.equals("person:" + named.person))
            .findFirst()
            .orElseThrow(() -> GroupDoor.refused("None of your people is called so."));
    Seat.Holder holder = new Seat.Holder(visitor.member(), actor, named.name.strip());
    Optional<Instant> until =
        named.lastDay.isEmpty()
            ? Optional.empty()
            : Optional.of(GroupDoor.endOf(named.lastDay, zone));
    UUID id = key(visitor, inside, named.once);
    done(
        GroupDoor.checked(
            () -> seats.name(GroupDoor.caller(visitor), inside.group(), id, holder, until)));
    audit.did(visitor, "name-participant", inside.group().id() + " " + actor);
  }

  /** Somebody to take part. */
  record Named(String once, String person, String name, String lastDay) {}

  /** An office to give: its first day, "" for at once, and its last. */
  record Office(String once, String role, String seat, String firstDay, String lastDay) {}

  void give(Visitor visitor, GroupDoor.Inside inside, Office office) {
    GroupRole role =
        GroupRole.tryParse(office.role)
            .filter(GroupRole::isOffice)
            .orElseThrow(() -> Problem.wrong("An office is chair, vice-chair or secretary."));
    Seat participant = seat(inside, office.seat);
    Validity term = term(office);
    UUID id = key(visitor, inside, office.once);
    done(
        GroupDoor.checked(() ->
            seats.give(
                GroupDoor.caller(visitor), inside.group(), id, role, participant.id(), term)));
    audit.did(visitor, "give-office", inside.group().id() + " " + role.word());
  }

  private Validity term(Office office) {
    Instant now = seats.now();
    LocalDate first =
        office.firstDay.isEmpty() ? LocalDate.ofInstant(now, zone) : GroupDoor.day(office.firstDay);
    Instant day = first.atStartOfDay(zone).toInstant();
    Instant from = day.isAfter(now) ? day : now;
    Instant to = GroupDoor.endOf(office.lastDay, zone);
    if (!to.isAfter(from)) {
      throw Problem.wrong("A term ends later than it begins.");
    }
    return new Validity(from, to);
  }

  void end(Visitor visitor, GroupDoor.Inside inside, String shown) {
    Seat seat = seat(inside, shown);
    done(seats.end(GroupDoor.caller(visitor), inside.group(), seat.id()));
    audit.did(visitor, "end-role", inside.group().id() + " " + seat.role().word());
  }

  private Seat seat(GroupDoor.Inside inside, String shown) {
    return GroupDoor.id(shown)
        .flatMap(each -> sight.find(inside.papers().plan(), inside.group(), each))
        .orElseThrow(Problem::absent);
  }

  private static UUID key(Visitor visitor, GroupDoor.Inside inside, String once) {
    return Once.of(visitor, once, "seat", inside.group().id());
  }

  private static void done(Seats.Outcome outcome) {
    switch (outcome) {
      case DONE -> {
        // As wanted.
      }
      case NOT_YOURS -> throw GroupDoor.refused("Your role in this group does not let you do it.");
      case NO_SUCH -> throw GroupDoor.refused("Nobody holds that any more.");
      case TOO_MANY -> throw GroupDoor.refused("As many as can be hold it already.");
    }
  }
}
