package tenbin.spine.casework.method;

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

/**
 * What the attack of a case does: a paper for each technique and one about all of it, written by
 * its members together. Each version goes on from the one that its writer saw; where another came
 * between, the writer is told and nothing is replaced. Any thread.
 */
public final class CaseMethod {
  /** The paper about all of it, beside those of techniques. */
  public static final String SUMMARY = "summary";

  /** The technique's id, or {@link #SUMMARY}. */
  public static final String ABOUT = "technique";

  /** How it is done here; "" where it was taken out again. */
  public static final String TEXT = "text";

  public static final String AT = "at";

  /** Who of the reader's own organisation wrote it. */
  public static final String PERSON = "person";

  /** Whether the reader's own organisation wrote it: "yes". */
  public static final String OWN = "own";

  /** Two pages of text. */
  public static final int MOST_TEXT = 8_000;

  /** Versions of one member in one case: each paper once a day for a season. */
  public static final int MOST_OF_ONE = 1_000;

  private static final int ALL = 200_000;
  private static final String KIND = "case-method";

  private final EntryBook book;
  private final Cutting cutting;

  public CaseMethod(EntryBook book, Cutting cutting) {
    this.book = book;
    this.cutting = cutting;
  }

  /**
   * A version that somebody writes.
   *
   * @param once by which the same one sent twice is found to be one
   * @param about a technique's id or {@link #SUMMARY}
   * @param base the id under which the writer saw the version that it goes on from; "" for none
   */
  public record Draft(UUID once, String about, String base, String text) {
    public Draft {
      if (!about.equals(SUMMARY) && !Catalogue.TECHNIQUES.isId(about)) {
        throw new IllegalArgumentException("not a technique's id: T1234 or T1234.001");
      }
      if (text.length() > MOST_TEXT) {
        throw new IllegalArgumentException("at most " + MOST_TEXT + " characters");
      }
    }
  }

  /** What became of a draft. */
  public sealed interface Outcome {
    /** It is the newest version now. */
    record Written() implements Outcome {}

    /** Somebody wrote while the writer did; this is what stands now. Nothing was replaced. */
    record Between(Optional<Disclosure> now) implements Outcome {}

    /** Its member has written too much in this case. */
    record TooMany() implements Outcome {}
  }

  /** Writes a version. One at a time: two that go on from the same version cannot both do. */
  public synchronized Outcome write(
      Plan viewer, CaseBook.Shared shared, Entry.Author author, Draft draft) {
    CaseCircle circle = shared.circle();
    List<Entry> all = entries(viewer, circle);
    if (all.stream().anyMatch(each -> each.id().equals(draft.once))) {
      return new Outcome.Written();
    }
    if (all.stream().filter(each -> each.member().equals(author.member())).count() >= MOST_OF_ONE) {
      return new Outcome.TooMany();
    }
    Standing standing = new Standing(all);
    Optional<Entry> head = standing.versions(draft.about).stream().findFirst();
    String now = head.map(each -> idOf(viewer, each).toString()).orElse("");
    if (!now.equals(draft.base)) {
      Set<MemberId> known = CaseNames.known(shared, viewer);
      return new Outcome.Between(head.flatMap(each -> show(viewer, circle, standing, each, known)));
    }
    book.add(
        new Entry(
            draft.once,
            circle.caseId(),
            Entry.Kind.METHOD,
            Entry.Reach.CIRCLE,
            author,
            draft.about,
            head.map(Entry::id),
            draft.text.strip()));
    return new Outcome.Written();
  }

  /** The papers as they stand, without those that were taken out. */
  public List<Disclosure> papers(Plan viewer, CaseBook.Shared shared) {
    Standing standing = new Standing(entries(viewer, shared.circle()));
    Set<MemberId> known = CaseNames.known(shared, viewer);
    List<Disclosure> shown = new ArrayList<>();
    standing
        .papers()
        .forEach((about, versions) ->
            show(viewer, shared.circle(), standing, versions.getFirst(), known)
                .filter(each -> !each.fact(TEXT).isEmpty())
                .ifPresent(shown::add));
    shown.sort(java.util.Comparator.comparing(each -> order(each.fact(ABOUT))));
    return shown;
  }

  /** The paper about all of it first, then in the order of ids. */
  private static String order(String about) {
    return about.equals(SUMMARY) ? "" : about;
  }

  /** The versions of a paper, newest first. */
  public List<Disclosure> history(Plan viewer, CaseBook.Shared shared, String about) {
    Standing standing = new Standing(entries(viewer, shared.circle()));
    Set<MemberId> known = CaseNames.known(shared, viewer);
    return standing.versions(about).stream()
        .flatMap(each -> show(viewer, shared.circle(), standing, each, known).stream())
        .toList();
  }

  /** The techniques that stand in a case, for whoever compares cases. */
  Set<String> techniques(Plan viewer, CaseBook.Shared shared) {
    Set<String> found = new java.util.TreeSet<>();
    papers(viewer, shared).forEach(each -> found.add(each.fact(ABOUT)));
    found.remove(SUMMARY);
    return found;
  }

  private List<Entry> entries(Plan viewer, CaseCircle circle) {
    return book.newest(
        new EntryBook.Search(
            circle.windows(),
            Entry.Kind.METHOD,
            viewer.request().recipient(),
            circle.heard(viewer)),
        0,
        ALL);
  }

  private static UUID idOf(Plan viewer, Entry entry) {
    return viewer.idOf(KIND, entry.id().toString());
  }

  /** It rests on the words of all before it: each of them must have agreed. */
  private Optional<Disclosure> show(
      Plan viewer, CaseCircle circle, Standing standing, Entry entry, Set<MemberId> known) {
    String id = entry.id().toString();
    List<Fact> facts =
        List.of(
            new Fact(ABOUT, C1, entry.about()),
            new Fact(TEXT, C1, text(viewer, entry, known)),
            new Fact(AT, C0, entry.at().truncatedTo(ChronoUnit.MINUTES).toString()));
    List<MemberId> authors = standing.authors(entry);
    for (MemberId before : authors.subList(0, authors.size() - 1)) {
      Optional<Disclosure> part = circle.tell(viewer, KIND, id, before, facts);
      if (part.isEmpty()) {
        return part;
      }
      facts = part.get().facts();
    }
    List<Fact> whole = new ArrayList<>(facts);
    whole.add(new Fact(CaseNames.MEMBER, C5, entry.member().text()));
    if (entry.member().equals(viewer.request().recipient())) {
      whole.add(new Fact(OWN, C0, "yes"));
      whole.add(new Fact(PERSON, C0, entry.author().person()));
    }
    return circle.tell(viewer, KIND, id, entry.member(), whole);
  }

  private String text(Plan viewer, Entry entry, Set<MemberId> known) {
    boolean own = entry.member().equals(viewer.request().recipient());
    return own ? entry.text() : cutting.of(entry.text(), known);
  }
}
