package tenbin.spine.casework.method;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C1;
import static tenbin.nouns.consent.Category.C5;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

/** What stops the attack of a case, and which of its members adopted it since when. Any thread. */
public final class CaseDefence {
  /** The id of a mitigation, "" for one that has none. */
  public static final String MITIGATION = "mitigation";

  public static final String TEXT = "text";
  public static final String AT = "at";

  /** Of the reader's own organisation: {@link Adoption.State#word}; "" where it said nothing. */
  public static final String OWN_STATE = "own-state";

  public static final String OWN_SCOPE = "own-scope";
  public static final String OWN_SINCE = "own-since";

  /**
   * How the unnamed others stand: "done: 3 or more", a line each; only where enough may be told.
   */
  public static final String OTHERS = "others";

  /** How a named member stands, and since which day. */
  public static final String ADOPTION = "case.adoption";

  public static final String SINCE = "case.adopted-since";

  /** Half a page. */
  public static final int MOST_TEXT = 2_000;

  /** Countermeasures and adoptions of one member in one case. */
  public static final int MOST_OF_ONE = 500;

  private static final int ALL = 200_000;
  private static final String KIND = "case-measure";

  private final EntryBook book;
  private final Cutting cutting;

  public CaseDefence(EntryBook book, Cutting cutting) {
    this.book = book;
    this.cutting = cutting;
  }

  /**
   * A countermeasure as one member may know of it.
   *
   * @param measure what it is, and how its own organisation stands
   * @param named who of the others lets it know how it stands
   */
  public record Measure(Disclosure measure, List<Disclosure> named) {
    public Measure {
      named = List.copyOf(named);
    }
  }

  /** Proposes a countermeasure; false when its member has proposed too many. */
  public boolean propose(
      CaseCircle circle, Entry.Author author, UUID once, String mitigation, String text) {
    boolean known = mitigation.isEmpty() || Catalogue.MITIGATIONS.isId(mitigation);
    if (!known || text.isBlank() || text.length() > MOST_TEXT) {
      throw new IllegalArgumentException(
          "1 to " + MOST_TEXT + " characters, and no mitigation or one as M1234");
    }
    return add(circle, author, Entry.Kind.MEASURE, once, mitigation, text.strip());
  }

  /**
   * Says how the author's organisation stands with a countermeasure.
   *
   * @param shown the id under which the viewer knows the countermeasure
   * @return empty when it knows none of that id; false when its member has said too much
   */
  public Optional<Boolean> adopt(
      Plan viewer,
      CaseBook.Shared shared,
      Entry.Author author,
      UUID once,
      UUID shown,
      Adoption adoption) {
    return measures(viewer, shared.circle()).stream()
        .filter(each -> viewer.idOf(KIND, each.id().toString()).equals(shown))
        .findFirst()
        .map(each ->
            add(
                shared.circle(),
                author,
                Entry.Kind.ADOPTION,
                once,
                each.id().toString(),
                adoption.text()));
  }

  private boolean add(
      CaseCircle circle,
      Entry.Author author,
      Entry.Kind kind,
      UUID once,
      String about,
      String text) {
    EntryBook.Search own = new EntryBook.Search(circle.windows(), kind, author.member(), Set.of());
    if (book.count(own) >= MOST_OF_ONE) {
      return false;
    }
    book.add(
        new Entry(
            once,
            circle.caseId(),
            kind,
            Entry.Reach.CIRCLE,
            author,
            about,
            Optional.empty(),
            text));
    return true;
  }

  /**
   * A countermeasure with what every member whom the viewer may read said of it: not for showing.
   */
  record Of(Measure measure, Map<MemberId, Adoption> adopted) {}

  /** The countermeasures of a case, the newest first. */
  public List<Measure> of(Plan viewer, CaseBook.Shared shared) {
    return all(viewer, shared).stream().map(Of::measure).toList();
  }

  List<Of> all(Plan viewer, CaseBook.Shared shared) {
    CaseCircle circle = shared.circle();
    Map<String, Map<MemberId, Adoption>> adopted =
        Adoptions.of(entries(viewer, circle, Entry.Kind.ADOPTION));
    List<Of> all = new ArrayList<>();
    for (Entry entry : measures(viewer, circle)) {
      Map<MemberId, Adoption> its = adopted.getOrDefault(entry.id().toString(), Map.of());
      List<Disclosure> named = Adoptions.named(viewer, circle, entry, its);
      show(viewer, shared, entry, its, named)
          .ifPresent(each -> all.add(new Of(new Measure(each, named), its)));
    }
    return all;
  }

  private List<Entry> measures(Plan viewer, CaseCircle circle) {
    return entries(viewer, circle, Entry.Kind.MEASURE);
  }

  private List<Entry> entries(Plan viewer, CaseCircle circle, Entry.Kind kind) {
    MemberId reader = viewer.request().recipient();
    return book.newest(
        new EntryBook.Search(circle.windows(), kind, reader, circle.heard(viewer)), 0, ALL);
  }

  private Optional<Disclosure> show(
      Plan viewer,
      CaseBook.Shared shared,
      Entry entry,
      Map<MemberId, Adoption> adopted,
      List<Disclosure> named) {
    MemberId reader = viewer.request().recipient();
    Set<MemberId> known = CaseNames.known(shared, viewer);
    boolean own = entry.member().equals(reader);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(MITIGATION, C1, entry.about()));
    facts.add(new Fact(TEXT, C1, own ? entry.text() : cutting.of(entry.text(), known)));
    facts.add(new Fact(AT, C0, entry.at().truncatedTo(ChronoUnit.MINUTES).toString()));
    Optional.ofNullable(adopted.get(reader))
        .ifPresent(adoption -> {
          facts.add(new Fact(OWN_STATE, C0, adoption.state().word()));
          facts.add(new Fact(OWN_SCOPE, C0, adoption.scope().word()));
          facts.add(new Fact(OWN_SINCE, C0, adoption.since().toString()));
        });
    Set<MemberId> apart = new HashSet<>(CaseNames.in(named));
    apart.add(reader);
    facts.add(new Fact(OTHERS, C0, Bands.of(shared.circle().members(), apart, adopted)));
    facts.add(new Fact(CaseNames.MEMBER, C5, entry.member().text()));
    return shared
        .circle()
        .tell(viewer, KIND, entry.id().toString(), entry.member(), facts)
        .filter(each -> !each.fact(TEXT).isEmpty());
  }
}
