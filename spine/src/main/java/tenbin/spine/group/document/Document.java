package tenbin.spine.group.document;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.file.LaidFile;
import tenbin.spine.group.GroupLine;

/**
 * One version of a document of a group.
 *
 * @param id inside the hub; the same one twice is one
 * @param group its id
 * @param document the id of its first version, by which all versions belong together
 * @param put by whom, and when
 * @param title what people call it
 * @param file its file's name, type, size and digest
 * @param terms under which marking it goes, and whether the circle reads its title
 * @param removal where its bytes are gone
 */
public record Document(
    UUID id,
    String group,
    UUID document,
    Put put,
    String title,
    LaidFile.Fine file,
    Terms terms,
    Optional<Removal> removal) {
  /** By whom it was put there, and when. */
  public record Put(GroupLine.By by, Instant at) {}

  /** On which terms it lies there. */
  public record Terms(Tlp marking, Reach reach) {}

  /** Who may know that it is there. */
  public enum Reach {
    /** Those who read what the group writes. */
    GROUP,
    /** The circle reads the title, as it reads headings of minutes. */
    CIRCLE
  }

  /** The trace of what was taken away: when, by which member, why. */
  public record Removal(Instant at, MemberId by, String why) {}

  public MemberId member() {
    return put.by.member();
  }

  Document removed(Removal how) {
    return new Document(id, group, document, put, title, file, terms, Optional.of(how));
  }
}
