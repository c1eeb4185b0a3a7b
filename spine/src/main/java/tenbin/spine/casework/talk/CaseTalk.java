package tenbin.spine.casework.talk;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C1;
import static tenbin.nouns.consent.Category.C5;

import java.time.Instant;
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

/** The comments of cases. Any thread. */
public final class CaseTalk {
  /** A page of text; more is a file. */
  public static final int MOST_TEXT = 4_000;

  /**
   * Of one member in one case: forty times what a long case had elsewhere (121 members, 5,000
   * comments). Each member has its own: a common one would tell how much the others write.
   */
  public static final int MOST_OF_ONE = 1_700;

  public static final String TEXT = "text";

  /** When, to the minute. */
  public static final String AT = "at";

  /** Under which name its member speaks in this case. */
  public static final String VOICE = "voice";

  /** "circle" or "own". */
  public static final String REACH = "reach";

  /** Who of the reader's own organisation wrote it. */
  public static final String PERSON = "person";

  private static final String KIND = "case-comment";

  private final EntryBook book;
  private final Voices voices;
  private final Cutting cutting;

  public CaseTalk(EntryBook book, Voices voices, Cutting cutting) {
    this.book = book;
    this.voices = voices;
    this.cutting = cutting;
  }

  /** Some of the comments that a member may read, newest first, and how many there are. */
  public record Page(List<Disclosure> comments, int all) {
    public Page {
      comments = List.copyOf(comments);
    }
  }

  /**
   * What somebody says.
   *
   * @param once by which the same thing said twice is found to be one
   * @param text 1 to {@value #MOST_TEXT} characters
   */
  public record Words(UUID once, Entry.Reach reach, String text) {
    public Words {
      if (text.isBlank() || text.length() > MOST_TEXT) {
        throw new IllegalArgumentException("a comment has 1 to " + MOST_TEXT + " characters");
      }
    }
  }

  /** Says something in a case; false when its member has said too much there. */
  public boolean say(CaseCircle circle, Entry.Author author, Words words) {
    EntryBook.Search own =
        new EntryBook.Search(
            List.of(CaseCircle.Window.whole(circle.caseId())),
            Entry.Kind.COMMENT,
            author.member(),
            Set.of());
    if (book.count(own) >= MOST_OF_ONE) {
      return false;
    }
    book.add(
        new Entry(
            words.once,
            circle.caseId(),
            Entry.Kind.COMMENT,
            words.reach,
            author,
            "",
            Optional.empty(),
            words.text.strip()));
    return true;
  }

  /** A page of what the viewer may read. */
  public Page page(Plan viewer, CaseBook.Shared shared, int skip, int most) {
    EntryBook.Search search = search(viewer, shared.circle());
    Set<MemberId> known = CaseNames.known(shared, viewer);
    List<Disclosure> comments = new ArrayList<>();
    for (Entry entry : book.newest(search, skip, most)) {
      show(viewer, shared.circle(), entry, known).ifPresent(comments::add);
    }
    return new Page(comments, book.count(search));
  }

  /** How many comments stand before and with the one of an id of the viewer's own; 0 for none. */
  public int placeAfter(Plan viewer, CaseBook.Shared shared, UUID shown) {
    List<UUID> ids = book.ids(search(viewer, shared.circle()));
    for (int i = 0; i < ids.size(); i++) {
      if (viewer.idOf(KIND, ids.get(i).toString()).equals(shown)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static EntryBook.Search search(Plan viewer, CaseCircle circle) {
    return new EntryBook.Search(
        circle.windows(), Entry.Kind.COMMENT, viewer.request().recipient(), circle.heard(viewer));
  }

  private Optional<Disclosure> show(
      Plan viewer, CaseCircle circle, Entry entry, Set<MemberId> known) {
    MemberId author = entry.member();
    String id = entry.id().toString();
    Instant minute = entry.at().truncatedTo(ChronoUnit.MINUTES);
    Fact at = new Fact(AT, C0, minute.toString());
    Fact reach = new Fact(REACH, C0, entry.reach() == Entry.Reach.OWN ? "own" : "circle");
    Fact voice = new Fact(VOICE, C0, voices.of(circle.caseId(), author));
    if (author.equals(viewer.request().recipient())) {
      Fact person = new Fact(PERSON, C0, entry.author().person());
      Fact text = new Fact(TEXT, C1, entry.text());
      return circle.own(viewer, KIND, id, List.of(text, at, reach, voice, person));
    }
    Fact text = new Fact(TEXT, C1, cutting.of(entry.text(), known));
    Fact name = new Fact(CaseNames.MEMBER, C5, author.text());
    return circle
        .tell(viewer, KIND, id, author, List.of(text, at, reach, voice, name))
        .filter(each -> !each.fact(TEXT).isEmpty());
  }
}
