package tenbin.spine.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.Groups;
import tenbin.spine.group.document.DocumentBook;
import tenbin.spine.group.document.Documents;
import tenbin.spine.group.role.SeatBook;
import tenbin.spine.retention.Removal.What;
import tenbin.spine.storage.Database;

/**
 * Minutes and documents of groups, and the names of those who held roles in them: each group keeps
 * them for a time of its own.
 */
final class OldPapers {
  private final Database database;
  private final Optional<Circle> circle;
  private final Clock clock;

  OldPapers(Database database, Optional<Circle> circle, Clock clock) {
    this.database = database;
    this.circle = circle;
    this.clock = clock;
  }

  /** Takes away what no group keeps any more, or tells how much that is. */
  List<Removal> forget(boolean dry) {
    Instant now = clock.instant();
    if (circle.isEmpty()) {
      return List.of(
          new Removal(What.MINUTES, now, 0, 0),
          new Removal(What.DOCUMENTS, now, 0, 0),
          new Removal(What.NAMES_IN_GROUPS, now, 0, 0));
    }
    Groups groups = new Groups(GroupBook.in(database.dataSource()), circle::get, clock);
    Documents documents = new Documents(DocumentBook.in(database.dataSource()), groups);
    return List.of(
        new Removal(What.MINUTES, now, groups.forget(dry), 0),
        new Removal(What.DOCUMENTS, now, documents.forget(dry), 0),
        new Removal(What.NAMES_IN_GROUPS, now, names(groups, dry), 0));
  }

  private int names(Groups groups, boolean dry) {
    SeatBook seats = SeatBook.in(database.dataSource());
    int gone = 0;
    for (Gathering group : groups.all()) {
      Instant since = groups.keptSince(group).atStartOfDay(ZoneOffset.UTC).toInstant();
      gone +=
          dry ? seats.countNamesBefore(group.id(), since) : seats.forgetNames(group.id(), since);
    }
    return gone;
  }
}
