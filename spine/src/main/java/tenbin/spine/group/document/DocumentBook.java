package tenbin.spine.group.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Where documents of groups are kept. Any thread. */
public interface DocumentBook {
  /** Keeps a version, durably when this returns; the same one twice is one. */
  void add(Document document, byte[] content);

  /** All versions of a group's documents put since a moment, the newest first. */
  List<Document> of(String group, Instant since);

  /** The bytes of a version that is not removed. */
  Optional<byte[]> content(UUID version);

  /** Takes the bytes of all versions of a document away and leaves their trace. */
  void remove(UUID document, Document.Removal how);

  /** How many versions of a group were put before a moment. */
  int countBefore(String group, Instant before);

  /** Takes them away, the traces too; how many. */
  int forget(String group, Instant before);

  /** A book that forgets when the process ends. */
  static DocumentBook inMemory() {
    return new MemoryDocuments();
  }

  /** A book in a database that has the tables of {@code V30__group_roles.sql}. */
  static DocumentBook in(DataSource database) {
    return new StoredDocuments(database);
  }
}
