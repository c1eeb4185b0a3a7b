package tenbin.spine.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.spine.correlate.Finding;

/** The case book over a shelf. */
final class KeptCaseBook implements CaseBook {
  private static final String KIND = "case";

  private final Shelf shelf;

  KeptCaseBook(Shelf shelf) {
    this.shelf = shelf;
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
    return shelf.of(viewer.request().recipient()).stream()
        .filter(file -> file.finding().id().equals(caseId))
        .findFirst()
        .flatMap(file -> show(file, viewer));
  }

  @Override
  public Optional<Shared> shared(Plan viewer, UUID shown) {
    for (CaseFile file : shelf.of(viewer.request().recipient())) {
      Optional<Disclosure> seen = show(file, viewer).filter(each -> each.id().equals(shown));
      if (seen.isPresent()) {
        Instant over = file.terms().deadline().due().toInstant();
        return Optional.of(new Shared(file.finding().id(), over, seen.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * A case rests on what every concerned member contributed, so each of them must have agreed: the
   * facts go through one decision per contributor, and what is left in the end is shown.
   */
  private static Optional<Disclosure> show(CaseFile file, Plan viewer) {
    MemberId recipient = viewer.request().recipient();
    List<Item.Fact> facts = CaseFacts.of(file, recipient);
    Optional<Disclosure> shown = Optional.empty();
    List<MemberId> members = file.finding().members().stream().sorted().toList();
    for (MemberId holder : members) {
      Item.Told told =
          new Item.Told(KIND, file.finding().id(), holder, file.terms().marking(), members, facts);
      switch (viewer.decide(told)) {
        case Decision.Withheld ignored -> {
          return Optional.empty();
        }
        case Decision.Released(Disclosure disclosure) -> {
          facts = disclosure.facts();
          shown = Optional.of(disclosure);
        }
      }
    }
    return shown;
  }

  @Override
  public Optional<Disclosure> answer(
      Plan viewer, UUID shown, AnswerState state, String note, Instant at) {
    MemberId member = viewer.request().recipient();
    for (CaseFile file : shelf.of(member)) {
      if (show(file, viewer).filter(each -> each.id().equals(shown)).isPresent()) {
        Answer answer = new Answer(member, state, note, at);
        boolean said =
            file.lastOf(member)
                .filter(last -> last.state() == state && last.note().equals(note))
                .isPresent();
        if (!said) {
          shelf.add(file.finding().id(), answer);
        }
        return show(said ? file : file.with(answer), viewer);
      }
    }
    return Optional.empty();
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
