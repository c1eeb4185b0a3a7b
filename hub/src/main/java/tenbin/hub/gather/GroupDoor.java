package tenbin.hub.gather;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.balance.Outlet;
import tenbin.hub.page.Directory;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.GroupSight;
import tenbin.spine.group.Groups;
import tenbin.spine.group.election.Elections;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.Part;
import tenbin.spine.group.role.Seats;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.form.Once;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Office;
import tenbin.web.signin.Visitor;

/** What page and API do in groups, the same way: who does not see a group finds nothing there. */
public final class GroupDoor {
  static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Groups groups;
  private final GroupSight sight;
  private final Seats seats;
  private final Elections elections;
  private final Roster roster;
  private final Viewers viewers;
  private final Audit audit;
  private final Clock clock;

  public GroupDoor(
      Groups groups,
      Elections elections,
      Seats seats,
      Roster roster,
      Viewers viewers,
      Audit audit,
      Clock clock) {
    this.groups = groups;
    this.sight = new GroupSight(groups);
    this.elections = elections;
    this.seats = seats;
    this.roster = roster;
    this.viewers = viewers;
    this.audit = audit;
    this.clock = clock;
  }

  GroupPapers papers(Visitor visitor, Outlet outlet, Locale locale) {
    return new GroupPapers(
        sight, roster.circle(), viewers.plan(visitor.member(), PURPOSE, outlet), locale);
  }

  List<Gathering> seenBy(Visitor visitor) {
    return groups.seenBy(visitor.member());
  }

  Gathering find(Visitor visitor, String id) {
    return groups.find(visitor.member(), id).orElseThrow(Problem::absent);
  }

  /**
   * A group that the visitor sees.
   *
   * @param line as it is told
   * @param part what the visitor may do there
   * @param people whether it has roles that the visitor sees
   */
  record Inside(
      Gathering group, GroupPapers papers, GroupPapers.Line line, Part part, boolean people) {}

  /** Goes into a group; what it does not see is not there. */
  Inside enter(Visitor visitor, String id, Outlet outlet, Locale locale) {
    Gathering group = find(visitor, id);
    GroupPapers papers = papers(visitor, outlet, locale);
    GroupPapers.Line line = papers.group(group).orElseThrow(Problem::absent);
    boolean people = !line.among() && groups.readers().ofRoles(group).contains(visitor.member());
    return new Inside(group, papers, line, part(visitor, group), people);
  }

  /** Goes to the people of a group; not there for who sees no roles of it. */
  Inside enterPeople(Visitor visitor, String id, Outlet outlet, Locale locale) {
    Inside inside = enter(visitor, id, outlet, locale);
    if (!inside.people) {
      throw Problem.absent();
    }
    return inside;
  }

  /** An id as somebody wrote it. */
  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /** What the visitor may do in a group now; whoever was elected meanwhile holds its role. */
  Part part(Visitor visitor, Gathering group) {
    elections.of(group);
    return seats.partOf(group, caller(visitor));
  }

  /** Who the visitor is to a group. */
  public static Caller caller(Visitor visitor) {
    Caller.Kind person =
        visitor.offices().contains(Office.ADMINISTRATOR)
            ? Caller.Kind.ADMINISTRATOR
            : Caller.Kind.PERSON;
    return new Caller(by(visitor), visitor.isMachine() ? Caller.Kind.PROGRAM : person);
  }

  /** The other members whom the visitor's may know: those it can invite. */
  List<Directory.Entry> others(Visitor visitor, Locale locale) {
    return new Directory(
            roster.circle(), viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE), locale, clock)
        .members().stream().filter(each -> !each.own() && each.present()).toList();
  }

  /** Opens a group whose last day is given, and invites to it. */
  String open(
      Visitor visitor, String once, GroupLine.Opened opened, List<String> invited, Locale locale) {
    List<MemberId> all = invited.stream().map(each -> other(visitor, each, locale)).toList();
    UUID key = Once.of(visitor, once, "group");
    String id = checked(() -> groups.open(by(visitor), key, opened));
    all.forEach(each -> groups.invite(by(visitor), find(visitor, id), each));
    audit.did(visitor, "open-group", id);
    return id;
  }

  /** The end of the last day of a group. */
  static Instant endOf(String day, ZoneId zone) {
    return day(day).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whom the visitor may know; anybody else is nobody. */
  private MemberId other(Visitor visitor, String id, Locale locale) {
    return others(visitor, locale).stream()
        .map(Directory.Entry::id)
        .filter(id::equals)
        .map(MemberId::new)
        .findFirst()
        .orElseThrow(() -> refused("Nobody of that name can be invited."));
  }

  void invite(Visitor visitor, String id, String whom, Locale locale) {
    Gathering group = find(visitor, id);
    require(
        groups.invite(by(visitor), group, other(visitor, whom, locale)),
        "Nobody can be invited there, or not again.");
    audit.did(visitor, "invite-to-group", id + " " + whom);
  }

  void join(Visitor visitor, String id) {
    require(groups.join(by(visitor), find(visitor, id)), "You were not invited.");
    audit.did(visitor, "join-group", id);
  }

  void leave(Visitor visitor, String id) {
    require(groups.leave(by(visitor), find(visitor, id)), "There is nothing to leave.");
    audit.did(visitor, "leave-group", id);
  }

  void end(Visitor visitor, String id) {
    require(groups.end(by(visitor), find(visitor, id)), "It is not yours to end.");
    audit.did(visitor, "end-group", id);
  }

  void minute(Visitor visitor, String id, String once, GroupLine.Minuted minuted) {
    Gathering group = find(visitor, id);
    UUID key = Once.of(visitor, once, "minutes", id);
    require(
        part(visitor, group).writes()
            && checked(() -> groups.minute(by(visitor), group, key, minuted)),
        "Only who takes part and holds a role for it writes minutes.");
    audit.did(visitor, "write-minutes", id);
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException broken) {
      throw Problem.wrong("A day is written 2026-04-30.");
    }
  }

  static <T> T checked(Supplier<T> deed) {
    try {
      return deed.get();
    } catch (IllegalArgumentException wrong) {
      throw Problem.wrong(String.valueOf(wrong.getMessage()));
    }
  }

  private static void require(boolean done, String why) {
    if (!done) {
      throw refused(why);
    }
  }

  static Problem refused(String why) {
    return new Problem(409, "not-there", why);
  }

  static GroupLine.By by(Visitor visitor) {
    return new GroupLine.By(visitor.member(), visitor.actor());
  }
}
