package tenbin.hub.gather;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.hub.casework.FileLine;
import tenbin.spine.group.document.DocumentSight;

/**
 * A document of a group as its reader may know of it.
 *
 * @param id by which the reader names it; empty where it has the title alone
 * @param title of the newest version
 * @param at when that was put there
 * @param by who did, as far as the reader may know; "" for a member that it does not know
 * @param versions the newest first; empty where the reader has the title alone
 */
public record DocumentLine(
    Optional<UUID> id, String title, Instant at, String by, List<Version> versions) {
  /**
   * One version.
   *
   * @param id of its file
   * @param circle whether the circle reads the title
   * @param removed when it was taken away; its file is gone then
   */
  public record Version(
      UUID id,
      String title,
      String file,
      long bytes,
      String digest,
      String marking,
      Instant at,
      String by,
      boolean circle,
      Optional<Instant> removed,
      String removedBy,
      String why) {
    public String size() {
      return FileLine.size(bytes);
    }
  }

  public DocumentLine {
    versions = List.copyOf(versions);
  }

  /** The newest version. */
  public Version newest() {
    return versions.getFirst();
  }

  /** Whether its files can be had. */
  public boolean there() {
    return !versions.isEmpty() && newest().removed().isEmpty();
  }

  static DocumentLine of(DocumentSight.Seen seen, GroupPapers papers) {
    if (seen.title().isPresent()) {
      Disclosure told = seen.title().get();
      return new DocumentLine(
          Optional.empty(),
          told.fact(DocumentSight.TITLE),
          Instant.parse(told.fact(DocumentSight.AT)),
          by(told, papers),
          List.of());
    }
    List<Version> versions = seen.versions().stream().map(each -> version(each, papers)).toList();
    Version newest = versions.getFirst();
    UUID id = UUID.fromString(seen.versions().getFirst().fact(DocumentSight.DOCUMENT));
    return new DocumentLine(Optional.of(id), newest.title(), newest.at(), newest.by(), versions);
  }

  private static String by(Disclosure told, GroupPapers papers) {
    return String.join("", papers.names(told.fact(DocumentSight.AUTHOR)));
  }

  private static Version version(Disclosure told, GroupPapers papers) {
    String person = told.fact(DocumentSight.PERSON).replaceFirst("^(person|demo):", "");
    String size = told.fact(DocumentSight.SIZE);
    String removed = told.fact(DocumentSight.REMOVED);
    return new Version(
        told.id(),
        told.fact(DocumentSight.TITLE),
        told.fact(DocumentSight.FILE),
        size.isEmpty() ? 0 : Long.parseLong(size),
        told.fact(DocumentSight.DIGEST),
        told.fact(DocumentSight.MARKING),
        Instant.parse(told.fact(DocumentSight.AT)),
        person.isEmpty() ? by(told, papers) : person,
        told.fact(DocumentSight.REACH).equals("circle"),
        removed.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(removed)),
        String.join("", papers.names(told.fact(DocumentSight.REMOVED_BY))),
        told.fact(DocumentSight.WHY));
  }
}
