package tenbin.spine.asking;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.ConsentState;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.Release;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.GroundRowConsents;
import tenbin.spine.permission.Permission;
import tenbin.spine.permission.RowPermission;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;

/** Takes answers to tasks, and makes of a yes what it means: a standing ground. Any thread. */
public final class Answering {
  /** What somebody permits by one click it looks at again after a year. */
  private static final Period HOLDS = Period.ofYears(1);

  /** The beginning of the ids of releases that a member records itself. */
  private static final String RELEASE = "release/asked-";

  private final AskBook tasks;
  private final IncidentBook incidents;
  private final PortalBook portal;
  private final ConsentDesk desk;
  private final GroundBook grounds;
  private final Clock clock;

  public Answering(
      AskBook tasks,
      IncidentBook incidents,
      PortalBook portal,
      ConsentDesk desk,
      GroundBook grounds,
      Clock clock) {
    this.tasks = tasks;
    this.incidents = incidents;
    this.portal = portal;
    this.desk = desk;
    this.grounds = grounds;
    this.clock = clock;
  }

  /**
   * Somebody answers.
   *
   * @param person as the audit names people: two yeses of one person are one
   * @return the task as it stands then; empty when it is not open any more, or when the first yes
   *     came another way: who has a login and a mailbox would be two persons
   */
  public Optional<AskTask> answer(UUID id, String person, AskTask.Said said, String note) {
    Optional<AskTask> task = tasks.find(id);
    if (task.isEmpty() || said == AskTask.Said.YES && task.get().isAgreedOtherwise(person)) {
      return Optional.empty();
    }
    AskTask.Word word = new AskTask.Word(person, said, note, clock.instant());
    return tasks.say(id, word, () -> ground(task.get(), person));
  }

  private String ground(AskTask task, String person) {
    if (task.matter().report().isEmpty()) {
      return task.matter().isAboutRowsOfItsSubject() ? permitted(task, person) : rows(task, person);
    }
    IncidentReport report = report(task);
    Customer customer = customer(task);
    return task.matter().whom() == AskRule.Whom.SUBJECT
        ? desk.give(customer, report, permission(task), person, List.of())
        : desk.release(customer, report, person);
  }

  /** A yes about rows is a standing release of the holder's, like one that it gives by itself. */
  private String rows(AskTask task, String person) {
    String id = RELEASE + task.id();
    grounds.record(
        by(task, person),
        List.of(release(task).deed(id)),
        clock.instant(),
        "asked and said yes, " + person);
    return id;
  }

  /** A yes of the one whom rows are about is a consent, like one that it gives by itself. */
  private String permitted(AskTask task, String person) {
    Customer customer = customer(task);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Deed.Recorded given =
        GroundRowConsents.deed(task.id().toString(), customer, rowPermission(), person, now);
    grounds.record(
        new Entry.By(customer.id(), person), List.of(given), now, "asked and said yes, " + person);
    return given.about();
  }

  /** What a yes of a customer about rows about its networks permits: all that can be asked. */
  public RowPermission rowPermission() {
    Instant until = clock.instant().atZone(ZoneOffset.UTC).plus(HOLDS).toInstant();
    return new RowPermission(
        EnumSet.allOf(RowPermission.Part.class), Set.of(RowPermission.RESPONSIBLE), until);
  }

  /** What a yes about rows lets go. */
  public Release release(AskTask task) {
    Instant now = clock.instant();
    return new Release(
        task.matter().holder(),
        task.matter().categories(),
        task.matter().purpose(),
        Release.To.RESPONSIBLE,
        now,
        now.atZone(ZoneOffset.UTC).plus(HOLDS).toInstant(),
        "question " + task.id());
  }

  private static Entry.By by(AskTask task, String person) {
    return new Entry.By(new MemberId(task.matter().holder().text()), person);
  }

  /** What a yes of the one whom it is about permits. */
  public Permission permission(AskTask task) {
    Set<Permission.Part> parts = EnumSet.noneOf(Permission.Part.class);
    for (Permission.Part part : Permission.Part.values()) {
      if (task.matter().categories().contains(part.category())) {
        parts.add(part);
      }
    }
    Instant until = clock.instant().atZone(ZoneOffset.UTC).plus(HOLDS).toInstant();
    return new Permission(
        parts,
        Set.of(Permission.Aim.of(task.matter().purpose()).orElseThrow()),
        Set.of(task.matter().recipients()),
        until);
  }

  /** The report that a task is about. */
  public IncidentReport report(AskTask task) {
    return incidents
        .one(task.matter().subject(), task.matter().report().orElseThrow())
        .orElseThrow(() -> new IllegalStateException("a task about a report that is gone"));
  }

  private Customer customer(AskTask task) {
    return portal
        .find(new MemberId(task.matter().subject().text()))
        .orElseThrow(() -> new IllegalStateException("a task about nobody"));
  }

  /** Takes a yes back: what rests on it goes no more. */
  public boolean undo(UUID id, String person) {
    Optional<AskTask> task = tasks.find(id);
    AskTask.Word word = new AskTask.Word(person, AskTask.Said.UNDO, "", clock.instant());
    if (task.isEmpty() || !tasks.undo(id, word)) {
      return false;
    }
    if (task.get().matter().isAboutRowsOfItsSubject()) {
      grounds.record(
          new Entry.By(customer(task.get()).id(), person),
          List.of(new Deed.Stated(task.get().ground(), ConsentState.WITHDRAWN)),
          clock.instant(),
          "the customer took it back, " + person);
    } else if (task.get().matter().report().isEmpty()) {
      grounds.record(
          by(task.get(), person),
          List.of(new Deed.Ended(task.get().ground())),
          clock.instant(),
          "the holder took it back, " + person);
    } else if (task.get().matter().whom() == AskRule.Whom.SUBJECT) {
      desk.withdraw(customer(task.get()), task.get().ground(), person);
    } else {
      desk.endRelease(customer(task.get()), task.get().ground(), person);
    }
    return true;
  }
}
