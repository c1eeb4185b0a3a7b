package tenbin.spine.casework.file;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C1;
import static tenbin.nouns.consent.Category.C5;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseCircle;
import tenbin.spine.casework.CaseNames;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.file.FileType;
import tenbin.spine.file.LaidFile;

/** The files of cases. Any thread. */
public final class CaseFiles {
  public static final int MOST_BYTES = LaidFile.MOST_BYTES;

  /** Of one member in one case. */
  public static final int MOST_OF_ONE = 40;

  public static final String NAME = "name";
  public static final String SIZE = "size";

  /** SHA-256 of the bytes. */
  public static final String DIGEST = "digest";

  /** {@link FileType#word}. */
  public static final String TYPE = "type";

  public static final String AT = "at";

  /** "circle" or "own". */
  public static final String REACH = "reach";

  /** Who of the reader's own organisation laid it there. */
  public static final String PERSON = "person";

  private static final int ALL = 200_000;
  private static final String KIND = "case-file";

  private final EntryBook book;
  private final Cutting cutting;

  public CaseFiles(EntryBook book, Cutting cutting) {
    this.book = book;
    this.cutting = cutting;
  }

  /** What somebody lays into a case. */
  public record Laid(UUID once, Entry.Reach reach, String name) {}

  /** What became of it. */
  public enum Outcome {
    KEPT,
    /** Nothing in it, or more than {@link #MOST_BYTES}. */
    WRONG_SIZE,
    /** Its name is of no type that is taken, or its bytes are not of that type. */
    WRONG_TYPE,
    TOO_MANY
  }

  /**
   * Keeps a file. One that holds communications of others is kept for its member's own organisation
   * alone, whatever was asked.
   */
  public Outcome put(CaseCircle circle, Entry.Author author, Laid laid, byte[] bytes) {
    return switch (LaidFile.of(laid.name, bytes)) {
      case LaidFile.WrongSize ignored -> Outcome.WRONG_SIZE;
      case LaidFile.WrongType ignored -> Outcome.WRONG_TYPE;
      case LaidFile.Fine file -> keep(circle, author, laid, file, bytes);
    };
  }

  private Outcome keep(
      CaseCircle circle, Entry.Author author, Laid laid, LaidFile.Fine file, byte[] bytes) {
    EntryBook.Search own =
        new EntryBook.Search(circle.windows(), Entry.Kind.FILE, author.member(), Set.of());
    if (book.count(own) >= MOST_OF_ONE) {
      return Outcome.TOO_MANY;
    }
    book.add(
        new Entry(
            laid.once,
            circle.caseId(),
            Entry.Kind.FILE,
            file.isCommunications() ? Entry.Reach.OWN : laid.reach,
            author,
            file.name(),
            Optional.empty(),
            file.type() + " " + file.size() + " " + file.digest()),
        bytes);
    return Outcome.KEPT;
  }

  /** The files that the viewer may have, newest first. */
  public List<Disclosure> of(Plan viewer, CaseBook.Shared shared) {
    return entries(viewer, shared).stream()
        .flatMap(each -> show(viewer, shared, each).stream())
        .toList();
  }

  private List<Entry> entries(Plan viewer, CaseBook.Shared shared) {
    CaseCircle circle = shared.circle();
    return book.newest(
        new EntryBook.Search(
            circle.windows(), Entry.Kind.FILE, viewer.request().recipient(), circle.heard(viewer)),
        0,
        ALL);
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

  /** One of them by the id that the viewer knows. */
  public Optional<Open> open(Plan viewer, CaseBook.Shared shared, UUID shown) {
    return entries(viewer, shared).stream()
        .filter(each -> viewer.idOf(KIND, each.id().toString()).equals(shown))
        .findFirst()
        .flatMap(each -> open(viewer, shared, each));
  }

  private Optional<Open> open(Plan viewer, CaseBook.Shared shared, Entry entry) {
    return show(viewer, shared, entry)
        .flatMap(told -> book.content(entry.id()).map(bytes -> new Open(told, bytes)));
  }

  private Optional<Disclosure> show(Plan viewer, CaseBook.Shared shared, Entry entry) {
    CaseCircle circle = shared.circle();
    List<String> kept = List.of(entry.text().split(" ", -1));
    boolean own = entry.member().equals(viewer.request().recipient());
    Set<MemberId> known = CaseNames.known(shared, viewer);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(NAME, C1, own ? entry.about() : cutting.of(entry.about(), known)));
    facts.add(new Fact(TYPE, C0, kept.get(0)));
    facts.add(new Fact(SIZE, C0, kept.get(1)));
    facts.add(new Fact(DIGEST, C1, kept.get(2)));
    facts.add(new Fact(AT, C0, entry.at().truncatedTo(ChronoUnit.MINUTES).toString()));
    facts.add(new Fact(REACH, C0, entry.reach() == Entry.Reach.OWN ? "own" : "circle"));
    String id = entry.id().toString();
    if (own) {
      facts.add(new Fact(PERSON, C0, entry.author().person()));
      return circle.own(viewer, KIND, id, facts);
    }
    facts.add(new Fact(CaseNames.MEMBER, C5, entry.member().text()));
    return circle
        .tell(viewer, KIND, id, entry.member(), facts)
        .filter(each -> !each.fact(NAME).isEmpty());
  }
}
