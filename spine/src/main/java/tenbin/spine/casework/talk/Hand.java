package tenbin.spine.casework.talk;

import static tenbin.nouns.consent.Category.C0;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseCircle;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;

/**
 * Who of one's own organisation has a case in hand: the desk that knows the fact hands it to the
 * desk that knows the person. For that organisation alone. Any thread.
 */
public final class Hand {
  /** The login of whoever has it, "" when it was laid down. */
  public static final String TO = "to";

  public static final String BY = "by";
  public static final String AT = "at";
  public static final String NOTE = "note";

  /** A sentence or two. */
  public static final int MOST_NOTE = 1_000;

  /** On a page: who had it before that is a matter of the archive. */
  public static final int MOST = 50;

  private static final String KIND = "case-hand";

  private final EntryBook book;

  public Hand(EntryBook book) {
    this.book = book;
  }

  /** Hands a case over to a person of the same organisation. */
  public void over(CaseCircle circle, Entry.Author author, UUID once, String to, String note) {
    if (note.length() > MOST_NOTE) {
      throw new IllegalArgumentException("a note has at most " + MOST_NOTE + " characters");
    }
    book.add(
        new Entry(
            once,
            circle.caseId(),
            Entry.Kind.HAND,
            Entry.Reach.OWN,
            author,
            to,
            Optional.empty(),
            note.strip()));
  }

  /** Whose hands the case went through in the viewer's organisation, the present ones first. */
  public List<Disclosure> of(Plan viewer, CaseCircle circle) {
    MemberId member = viewer.request().recipient();
    EntryBook.Search own =
        new EntryBook.Search(circle.windows(), Entry.Kind.HAND, member, Set.of());
    return book.newest(own, 0, MOST).stream()
        .flatMap(each -> show(viewer, circle, each).stream())
        .toList();
  }

  private static Optional<Disclosure> show(Plan viewer, CaseCircle circle, Entry entry) {
    List<Fact> facts =
        List.of(
            new Fact(TO, C0, entry.about()),
            new Fact(BY, C0, entry.author().person()),
            new Fact(AT, C0, entry.at().truncatedTo(ChronoUnit.SECONDS).toString()),
            new Fact(NOTE, C0, entry.text()));
    return circle.own(viewer, KIND, entry.id().toString(), facts);
  }
}
