package tenbin.hub.today;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.hub.gather.GroupDoor;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupSight;
import tenbin.spine.group.Groups;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.SeatSight;
import tenbin.spine.group.role.Seats;
import tenbin.web.may.Act;

/** Offices of working groups whose term ends soon, and groups without a chair. */
final class RoleNeeds implements Needs {
  /** Time enough for an election: two weeks to nominate, one to vote, and one to spare. */
  static final Duration SOON = Duration.ofDays(30);

  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Groups groups;
  private final Seats seats;
  private final SeatSight sight;
  private final GroupSight names;

  RoleNeeds(Groups groups, Seats seats) {
    this.groups = groups;
    this.seats = seats;
    this.sight = new SeatSight(seats, groups.readers());
    this.names = new GroupSight(groups);
  }

  @Override
  public Act act() {
    return Act.GATHER;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return groups.seenBy(looker.visitor().member()).stream()
        .filter(each -> sight.sees(looker.plan(PURPOSE), each))
        .flatMap(each -> of(looker, each));
  }

  private Stream<Need> of(Looker looker, Gathering group) {
    Caller caller = GroupDoor.caller(looker.visitor());
    boolean leads = seats.partOf(group, caller).leads();
    boolean secretariat = seats.partOf(group, caller).secretariat();
    String me = looker.visitor().actor();
    Stream<Need> ending =
        sight.seats(looker.plan(PURPOSE), group, caller).stream()
            .map(SeatSight.Shown::told)
            .filter(each -> leads || each.fact(SeatSight.PERSON).equals(me))
            .filter(each -> endsSoon(each, looker.now()))
            .flatMap(each -> ending(looker, group, each).stream());
    Stream<Need> vacant =
        !secretariat
            ? Stream.empty()
            : sight.offices(looker.plan(PURPOSE), group).stream()
                .filter(each -> each.fact(SeatSight.ROLE).equals("chair"))
                .filter(each -> each.fact(SeatSight.STATE).equals("vacant"))
                .flatMap(each -> vacant(looker, group, each).stream());
    return Stream.concat(ending, vacant);
  }

  private static boolean endsSoon(Disclosure seat, Instant now) {
    String until = seat.fact(SeatSight.UNTIL);
    return !until.isEmpty()
        && !seat.fact(SeatSight.ROLE).equals("participant")
        && seat.fact(SeatSight.STATE).equals("now")
        && Instant.parse(until).isBefore(now.plus(SOON));
  }

  private Optional<Need> ending(Looker looker, Gathering group, Disclosure seat) {
    return name(looker, group)
        .map(name -> {
          looker.show(PURPOSE, List.of(seat));
          String role = looker.say("seats.role." + seat.fact(SeatSight.ROLE));
          return Need.plain(
              Need.Kind.ROLE,
              looker.say("today.role.ends", name, role, seat.fact(SeatSight.NAME)),
              Optional.of(Instant.parse(seat.fact(SeatSight.UNTIL))),
              "/groups/" + group.id() + "/people");
        });
  }

  private Optional<Need> vacant(Looker looker, Gathering group, Disclosure office) {
    return name(looker, group)
        .map(name -> {
          looker.show(PURPOSE, List.of(office));
          LocalDate since =
              LocalDate.ofInstant(Instant.parse(office.fact(SeatSight.SINCE)), ZoneOffset.UTC);
          return Need.plain(
              Need.Kind.ROLE,
              looker.say("today.role.vacant", name, since.toString()),
              Optional.empty(),
              "/groups/" + group.id() + "/people");
        });
  }

  /** What a group is called, in the reader's language, where it is told. */
  private Optional<String> name(Looker looker, Gathering group) {
    boolean japanese = looker.locale().getLanguage().equals("ja");
    return names
        .group(looker.plan(PURPOSE), group)
        .map(told -> {
          looker.show(PURPOSE, List.of(told));
          return told.fact(japanese ? GroupSight.NAME_JA : GroupSight.NAME);
        });
  }
}
