package tenbin.spine.group.document;

import static tenbin.nouns.consent.Category.CD;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.Readers;

/**
 * What one member sees of a group's documents: those who read what the group writes have the
 * versions; the circle has the title of one whose newest version says so, as with minutes.
 */
public final class DocumentSight {
  public static final String TITLE = "title";

  /** By which the viewer names the document: the same for all versions. */
  public static final String DOCUMENT = "document";

  public static final String FILE = "file";
  public static final String TYPE = "type";
  public static final String SIZE = "size";

  /** SHA-256 of the bytes. */
  public static final String DIGEST = "digest";

  /** "TLP:AMBER". */
  public static final String MARKING = "marking";

  public static final String AT = "at";
  public static final String AUTHOR = "author";

  /** Who of the viewer's own organisation put it there. */
  public static final String PERSON = "person";

  /** "group" or "circle". */
  public static final String REACH = "reach";

  /** When it was taken away; "" while it is there. */
  public static final String REMOVED = "removed";

  public static final String REMOVED_BY = "removed-by";
  public static final String WHY = "why";

  private static final String VERSION = "group-version";
  private static final String WHOLE = "group-document";

  private final Documents documents;
  private final Readers readers;

  public DocumentSight(Documents documents, Readers readers) {
    this.documents = documents;
    this.readers = readers;
  }

  /**
   * A document.
   *
   * @param title what the circle reads; empty where the viewer has the versions
   * @param versions the newest first; empty where the viewer has the title alone
   */
  public record Seen(Optional<Disclosure> title, List<Disclosure> versions) {}

  /**
   * The documents of a group, the one that was last changed first.
   *
   * @param reads whether the one who looks reads what the group writes, by its part there
   */
  public List<Seen> of(Plan viewer, Gathering group, boolean reads) {
    Map<UUID, List<Document>> all = new LinkedHashMap<>();
    for (Document each : documents.of(group)) {
      all.computeIfAbsent(each.document(), unseen -> new ArrayList<>()).add(each);
    }
    List<Seen> seen = new ArrayList<>();
    for (List<Document> versions : all.values()) {
      if (isReader(viewer, group, reads)) {
        List<Disclosure> told =
            versions.stream().flatMap(each -> version(viewer, group, each).stream()).toList();
        if (!told.isEmpty()) {
          seen.add(new Seen(Optional.empty(), told));
        }
      } else {
        title(viewer, group, versions.getFirst())
            .ifPresent(told -> seen.add(new Seen(Optional.of(told), List.of())));
      }
    }
    return seen;
  }

  private boolean isReader(Plan viewer, Gathering group, boolean reads) {
    return reads && readers.ofBodies(group).contains(viewer.request().recipient());
  }

  private Optional<Disclosure> title(Plan viewer, Gathering group, Document newest) {
    boolean open = newest.terms().reach() == Document.Reach.CIRCLE && newest.removal().isEmpty();
    if (!open || !readers.readsHeadings(group, viewer.request().recipient())) {
      return Optional.empty();
    }
    List<Fact> facts =
        List.of(
            new Fact(TITLE, CD, newest.title()),
            new Fact(AT, CD, day(newest)),
            new Fact(AUTHOR, CD, readers.known(viewer, Set.of(newest.member()))));
    return Readers.decide(
        viewer,
        new Item.Told(
            WHOLE,
            newest.id().toString(),
            newest.member(),
            Readers.marking(group),
            readers.ofHeadings(group),
            facts));
  }

  private static String day(Document document) {
    return document.put().at().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private Optional<Disclosure> version(Plan viewer, Gathering group, Document document) {
    MemberId who = viewer.request().recipient();
    boolean own = document.member().equals(who);
    boolean there = document.removal().isEmpty();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(TITLE, CD, document.title()));
    facts.add(new Fact(DOCUMENT, CD, nameOf(viewer, document.document()).toString()));
    facts.add(new Fact(FILE, CD, there ? document.file().name() : ""));
    facts.add(new Fact(TYPE, CD, there ? document.file().type() : ""));
    facts.add(new Fact(SIZE, CD, there ? Integer.toString(document.file().size()) : ""));
    facts.add(new Fact(DIGEST, CD, document.file().digest()));
    facts.add(new Fact(MARKING, CD, document.terms().marking().label()));
    facts.add(new Fact(AT, CD, day(document)));
    facts.add(new Fact(AUTHOR, CD, readers.known(viewer, Set.of(document.member()))));
    facts.add(new Fact(PERSON, CD, own ? document.put().by().person() : ""));
    facts.add(new Fact(REACH, CD, document.terms().reach().name().toLowerCase(Locale.ROOT)));
    document
        .removal()
        .ifPresent(gone -> {
          facts.add(new Fact(REMOVED, CD, gone.at().truncatedTo(ChronoUnit.MINUTES).toString()));
          facts.add(new Fact(REMOVED_BY, CD, readers.known(viewer, Set.of(gone.by()))));
          facts.add(new Fact(WHY, CD, gone.why()));
        });
    return Readers.decide(
        viewer,
        new Item.Told(
            VERSION,
            document.id().toString(),
            document.member(),
            document.terms().marking(),
            readers.ofBodies(group),
            facts));
  }

  private static UUID nameOf(Plan viewer, UUID document) {
    return viewer.idOf(WHOLE, document.toString());
  }

  /** A file that is handed out: what is told of it, and its bytes. */
  public static final class Open {
    private final Disclosure told;
    private final byte[] bytes;

    private Open(Disclosure told, byte[] bytes) {
      this.told = told;
      this.bytes = bytes;
    }

    public Disclosure told() {
      return told;
    }

    /** The bytes themselves, no copy: they are about to be written and forgotten. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /** The file of a version by the id that the viewer knows. */
  public Optional<Open> open(Plan viewer, Gathering group, boolean reads, UUID shown) {
    return documents.of(group).stream()
        .filter(each -> isReader(viewer, group, reads))
        .filter(each -> viewer.idOf(VERSION, each.id().toString()).equals(shown))
        .findFirst()
        .flatMap(each ->
            version(viewer, group, each)
                .flatMap(told -> documents.content(each.id()).map(bytes -> new Open(told, bytes))));
  }

  /** The document that the viewer knows by this id, where it has a version of it. */
  public Optional<UUID> find(Plan viewer, Gathering group, boolean reads, UUID shown) {
    return documents.of(group).stream()
        .filter(each -> isReader(viewer, group, reads))
        .filter(each -> nameOf(viewer, each.document()).equals(shown))
        .filter(each -> version(viewer, group, each).isPresent())
        .map(Document::document)
        .findFirst();
  }
}
