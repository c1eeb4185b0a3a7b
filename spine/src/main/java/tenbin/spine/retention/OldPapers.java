package tenbin.spine.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.Groups;
import tenbin.spine.group.document.DocumentBook;
import tenbin.spine.group.document.Documents;
import tenbin.spine.retention.Removal.What;
import tenbin.spine.storage.Database;

/** Minutes and documents of groups: each group keeps them for a time of its own. */
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
      return List.of(new Removal(What.MINUTES, now, 0, 0), new Removal(What.DOCUMENTS, now, 0, 0));
    }
    Groups groups = new Groups(GroupBook.in(database.dataSource()), circle::get, clock);
    Documents documents = new Documents(DocumentBook.in(database.dataSource()), groups);
    return List.of(
        new Removal(What.MINUTES, now, groups.forget(dry), 0),
        new Removal(What.DOCUMENTS, now, documents.forget(dry), 0));
  }
}
