package tenbin.hub.wiring;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.support.GenericApplicationContext;
import tenbin.hub.gather.DocumentDoor;
import tenbin.hub.gather.ElectionDoor;
import tenbin.hub.gather.GroupDoor;
import tenbin.hub.gather.SeatDoor;
import tenbin.hub.gather.SignedUp;
import tenbin.hub.gather.SkillDoor;
import tenbin.hub.page.CircleOffices;
import tenbin.spine.Spine;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.Groups;
import tenbin.spine.group.document.DocumentBook;
import tenbin.spine.group.document.DocumentSight;
import tenbin.spine.group.document.Documents;
import tenbin.spine.group.election.BallotBook;
import tenbin.spine.group.election.Ballots;
import tenbin.spine.group.election.ElectionBook;
import tenbin.spine.group.election.ElectionSight;
import tenbin.spine.group.election.Elections;
import tenbin.spine.group.role.Attendance;
import tenbin.spine.group.role.SeatBook;
import tenbin.spine.group.role.SeatSight;
import tenbin.spine.group.role.Seats;
import tenbin.spine.roster.Roster;
import tenbin.spine.skill.SkillBook;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.layout.ReaderZones;
import tenbin.web.signin.People;

/**
 * Where groups and skills are kept.
 *
 * @param boxes the key of each election's box
 */
public record GatherParts(
    GroupBook groups,
    SkillBook skills,
    SeatBook seats,
    DocumentBook documents,
    ElectionBook elections,
    BallotBook ballots,
    Function<UUID, byte[]> boxes) {
  /** Those of a hub over its spine. */
  static GatherParts of(Spine spine) {
    DataSource database = spine.dataSource();
    Function<UUID, byte[]> boxes = id -> spine.secret().key("election-box", id.toString());
    return new GatherParts(
        GroupBook.in(database),
        SkillBook.in(database),
        SeatBook.in(database),
        DocumentBook.in(database),
        ElectionBook.in(database),
        BallotBook.in(database),
        boxes);
  }

  /** The boxes of elections, each with its key. */
  public Ballots urns() {
    return new Ballots(ballots, boxes);
  }

  void registerIn(GenericApplicationContext context) {
    context.registerBean(
        Groups.class,
        () -> {
          Roster roster = context.getBean(Roster.class);
          return new Groups(groups, roster::circle, context.getBean(Clock.class));
        });
    context.registerBean(
        Seats.class,
        () -> {
          Roster roster = context.getBean(Roster.class);
          Clock clock = context.getBean(Clock.class);
          Attendance attendance = new SignedUp(context.getBean(People.class), clock);
          return new Seats(seats, attendance, roster::circle, clock);
        });
    context.registerBean(
        SeatSight.class,
        () -> new SeatSight(context.getBean(Seats.class), context.getBean(Groups.class).readers()));
    context.registerBean(
        CircleOffices.class,
        () -> new CircleOffices(context.getBean(Groups.class), context.getBean(SeatSight.class)));
    context.registerBean(
        GroupDoor.class,
        () ->
            new GroupDoor(
                context.getBean(Groups.class),
                context.getBean(Elections.class),
                context.getBean(Seats.class),
                context.getBean(Roster.class),
                context.getBean(Viewers.class),
                context.getBean(Audit.class),
                context.getBean(Clock.class)));
    context.registerBean(
        SeatDoor.class,
        () ->
            new SeatDoor(
                context.getBean(Seats.class),
                context.getBean(SeatSight.class),
                context.getBean(People.class),
                context.getBean(Audit.class),
                context.getBean(ReaderZones.Usual.class).zone()));
    context.registerBean(
        DocumentDoor.class,
        () -> {
          Groups all = context.getBean(Groups.class);
          Documents kept = new Documents(documents, all);
          DocumentSight sight = new DocumentSight(kept, all.readers());
          return new DocumentDoor(kept, sight, context.getBean(Audit.class));
        });
    registerElections(context);
    context.registerBean(
        SkillDoor.class,
        () ->
            new SkillDoor(
                skills,
                context.getBean(Roster.class),
                context.getBean(Viewers.class),
                context.getBean(Audit.class),
                context.getBean(Clock.class)));
  }

  private void registerElections(GenericApplicationContext context) {
    context.registerBean(
        Elections.class, () -> new Elections(elections, urns(), context.getBean(Seats.class)));
    context.registerBean(
        ElectionSight.class,
        () ->
            new ElectionSight(
                context.getBean(Elections.class),
                context.getBean(Seats.class),
                context.getBean(Groups.class).readers()));
    context.registerBean(
        ElectionDoor.class,
        () ->
            new ElectionDoor(
                context.getBean(Elections.class),
                context.getBean(ElectionSight.class),
                context.getBean(SeatSight.class),
                context.getBean(Audit.class),
                context.getBean(ReaderZones.Usual.class).zone()));
  }
}
