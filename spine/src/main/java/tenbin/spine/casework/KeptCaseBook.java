package tenbin.spine.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.spine.correlate.Finding;

/** The case book over a shelf. */
final class KeptCaseBook implements CaseBook {
  private static final String KIND = "case";

  private final LinkedShelf shelf;
  private final CaseLinks links;

  KeptCaseBook(Shelf files) {
    this.shelf = new LinkedShelf(files);
    this.links = new KeptCaseLinks(shelf);
  }

  @Override
  public CaseLinks links() {
    return links;
  }

  @Override
  public void put(Finding finding, CaseTerms terms, Instant at) {
    shelf.put(new CaseFile(finding, terms, at, List.of()), there -> there.grown(finding));
  }

  @Override
  public List<Disclosure> cases(Plan viewer) {
    List<Disclosure> shown = new ArrayList<>();
    for (CaseFile file : shelf.of(viewer.request().recipient())) {
      show(file, viewer).ifPresent(shown::add);
    }
    return shown;
  }

  @Override
  public Optional<Disclosure> one(Plan viewer, String caseId) {
    MemberId recipient = viewer.request().recipient();
    return Optional.ofNullable(shelf.ids(recipient).get(caseId))
        .flatMap(shelf::one)
        .filter(file -> file.concerns(recipient))
        .flatMap(file -> show(file, viewer));
  }

  @Override
  public Optional<Shared> shared(Plan viewer, UUID shown) {
    return file(viewer, shown).flatMap(file -> shared(file, viewer));
  }

  private Optional<Shared> shared(CaseFile file, Plan viewer) {
    CaseCircle circle = circle(file, viewer);
    List<Disclosure> named = CaseNames.of(file, circle, viewer);
    List<CaseDeeds.Reminded> reminded =
        shelf.reminded(file.finding().id(), viewer.request().recipient());
    return show(file, circle, named, viewer)
        .map(seen -> new Shared(circle, seen, named, CaseDeeds.of(file, circle, reminded, viewer)));
  }

  @Override
  public List<Shared> before(Plan viewer, CaseCircle circle, int most) {
    Optional<Instant> opened = shelf.one(circle.caseId()).map(CaseFile::opened);
    return shelf.of(viewer.request().recipient()).stream()
        .filter(file -> opened.filter(at -> file.opened().isBefore(at)).isPresent())
        .limit(most)
        .flatMap(file -> shared(file, viewer).stream())
        .toList();
  }

  private CaseCircle circle(CaseFile file, Plan viewer) {
    return new CaseCircle(
        file.finding().id(),
        file.terms().deadline().due().toInstant(),
        file.terms().marking(),
        file.finding().members().stream().sorted().toList(),
        shelf.windows(file.finding().id(), viewer.request().recipient()));
  }

  /** The file that the viewer knows by an id of its own; whether it may see it is not asked yet. */
  private Optional<CaseFile> file(Plan viewer, UUID shown) {
    MemberId recipient = viewer.request().recipient();
    return shelf.ids(recipient).entrySet().stream()
        .filter(each -> viewer.idOf(KIND, each.getKey()).equals(shown))
        .findFirst()
        .flatMap(each -> shelf.one(each.getValue()))
        .filter(file -> file.concerns(recipient));
  }

  private Optional<Disclosure> show(CaseFile file, Plan viewer) {
    CaseCircle circle = circle(file, viewer);
    return show(file, circle, CaseNames.of(file, circle, viewer), viewer);
  }

  /**
   * A case rests on what every concerned member contributed, so each of them must have agreed: the
   * facts go through one decision per contributor, and what is left in the end is shown.
   */
  private static Optional<Disclosure> show(
      CaseFile file, CaseCircle circle, List<Disclosure> others, Plan viewer) {
    MemberId recipient = viewer.request().recipient();
    Set<MemberId> named = CaseNames.in(others);
    List<Item.Fact> facts = CaseFacts.of(file, recipient, named);
    Optional<Disclosure> shown = Optional.empty();
    for (MemberId holder : circle.members()) {
      shown = circle.tell(viewer, KIND, file.finding().id(), holder, facts);
      if (shown.isEmpty()) {
        return shown;
      }
      facts = shown.get().facts();
    }
    return shown;
  }

  @Override
  public Optional<Disclosure> answer(
      Plan viewer, UUID shown, AnswerState state, String note, Instant at) {
    Optional<CaseFile> found = file(viewer, shown).filter(file -> show(file, viewer).isPresent());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CaseFile file = found.get();
    Answer answer = new Answer(viewer.request().recipient(), state, note, at);
    boolean said =
        file.lastOf(answer.member())
            .filter(last -> last.state() == state && last.note().equals(note))
            .isPresent();
    if (!said) {
      shelf.add(file.finding().id(), answer);
    }
    return show(said ? file : file.with(answer), viewer);
  }

  @Override
  public List<Reminder> due(Instant now) {
    Set<Reminder> sent = shelf.reminded();
    List<Reminder> due = new ArrayList<>();
    for (CaseFile file : shelf.all()) {
      for (MemberId member : file.states().keySet()) {
        file.step(member, now)
            .map(step -> new Reminder(file.finding().id(), member, step, file.terms().deadline()))
            .filter(reminder -> !sent.contains(reminder))
            .ifPresent(due::add);
      }
    }
    due.sort(
        Comparator.comparing((Reminder each) -> each.deadline().due().toInstant())
            .thenComparing(Reminder::caseId)
            .thenComparing(Reminder::member));
    return due;
  }

  @Override
  public void reminded(Reminder reminder, Instant at) {
    shelf.reminded(reminder, at);
  }

  @Override
  public List<CaseMatrix> matrix() {
    return shelf.all().stream().map(CaseFile::matrix).toList();
  }
}
