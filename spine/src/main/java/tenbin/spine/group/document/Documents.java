package tenbin.spine.group.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.file.LaidFile;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.Groups;

/**
 * The documents of groups. Whether somebody writes in a group is said by its part there; who may
 * have what is said by {@link DocumentSight}. Any thread.
 */
public final class Documents {
  public static final int MOST_TITLE = 120;
  public static final int MOST_WHY = 200;

  /** Versions of one member in one group: five a month for a year. */
  public static final int MOST_OF_ONE = 60;

  private final DocumentBook book;
  private final Groups groups;

  public Documents(DocumentBook book, Groups groups) {
    this.book = book;
    this.groups = groups;
  }

  /**
   * What somebody lays into a group.
   *
   * @param once the same one twice is one
   * @param follows the document of which it is the next version; empty for a new one
   */
  public record Laid(
      UUID once, Optional<UUID> follows, String title, String name, Document.Terms terms) {}

  /** What became of it. */
  public enum Outcome {
    KEPT,
    /** The group is over, the member takes no part, or there is no such document to follow. */
    NOT_THERE,
    /** No title or too long a one, or TLP:RED: that is for people named one by one. */
    WRONG_TERMS,
    WRONG_SIZE,
    /** Its name is of no type that is taken, its bytes are not of it, or it is communications. */
    WRONG_TYPE,
    TOO_MANY
  }

  /** Keeps a version. */
  public Outcome put(GroupLine.By by, Gathering group, Laid laid, byte[] bytes) {
    List<Document> all = of(group);
    if (all.stream().anyMatch(each -> each.id().equals(laid.once))) {
      return Outcome.KEPT;
    }
    boolean inside = group.members().contains(by.member()) && !group.isOver(groups.now());
    if (!inside || laid.follows.isPresent() && !isThere(all, laid.follows.get())) {
      return Outcome.NOT_THERE;
    }
    boolean titled = !laid.title.isBlank() && laid.title.length() <= MOST_TITLE;
    if (!titled || laid.terms.marking() == Tlp.RED) {
      return Outcome.WRONG_TERMS;
    }
    if (all.stream().filter(each -> each.member().equals(by.member())).count() >= MOST_OF_ONE) {
      return Outcome.TOO_MANY;
    }
    return switch (LaidFile.of(laid.name, bytes)) {
      case LaidFile.WrongSize ignored -> Outcome.WRONG_SIZE;
      case LaidFile.WrongType ignored -> Outcome.WRONG_TYPE;
      case LaidFile.Fine file when file.isCommunications() -> Outcome.WRONG_TYPE;
      case LaidFile.Fine file -> {
        Document.Put put = new Document.Put(by, groups.now());
        UUID document = laid.follows.orElse(laid.once);
        book.add(
            new Document(
                laid.once,
                group.id(),
                document,
                put,
                laid.title,
                file,
                laid.terms,
                Optional.empty()),
            bytes);
        yield Outcome.KEPT;
      }
    };
  }

  private static boolean isThere(List<Document> all, UUID document) {
    return all.stream()
        .anyMatch(each -> each.document().equals(document) && each.removal().isEmpty());
  }

  /** Takes a document away, all its versions, and leaves a trace; false where it is not there. */
  public boolean remove(GroupLine.By by, Gathering group, UUID document, String why) {
    boolean may = group.members().contains(by.member()) && isThere(of(group), document);
    if (may) {
      String said = why.length() > MOST_WHY ? why.substring(0, MOST_WHY) : why;
      book.remove(document, new Document.Removal(groups.now(), by.member(), said));
    }
    return may;
  }

  /** All versions that the group still keeps, the newest first. */
  List<Document> of(Gathering group) {
    return book.of(group.id(), since(group));
  }

  Optional<byte[]> content(UUID version) {
    return book.content(version);
  }

  private Instant since(Gathering group) {
    return groups.keptSince(group).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Takes away what no group keeps any more, or tells how many versions that are. */
  public int forget(boolean dry) {
    int gone = 0;
    for (Gathering group : groups.all()) {
      Instant since = since(group);
      gone += dry ? book.countBefore(group.id(), since) : book.forget(group.id(), since);
    }
    return gone;
  }
}
