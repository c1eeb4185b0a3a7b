package tenbin.hub.today;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.hub.page.CaseView;
import tenbin.hub.page.Facts;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.casework.CaseBook;
import tenbin.web.may.Act;

/** Cases that the member has not answered. */
final class CaseNeeds implements Needs {
  private static final Purpose PURPOSE = Purpose.INFORM_AND_DEFEND;

  private final CaseBook book;

  CaseNeeds(CaseBook book) {
    this.book = book;
  }

  @Override
  public Act act() {
    return Act.ANSWER;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    List<Disclosure> silent =
        book.cases(looker.plan(PURPOSE)).stream()
            .filter(
                each -> CaseView.of(each, looker.now()).answer().equals(AnswerState.SILENT.word()))
            .toList();
    looker.show(PURPOSE, silent);
    return silent.stream().map(each -> need(each, looker));
  }

  private static Need need(Disclosure shown, Looker looker) {
    CaseView view = CaseView.of(shown, looker.now());
    String type = view.type().isEmpty() ? "" : looker.say("rsit." + view.type());
    String name = view.family().isEmpty() ? view.identifier() : view.family();
    return new Need(
        Need.Kind.CASE,
        looker.say("today.case", type, name),
        Optional.of(view.due().toInstant()),
        "/cases/" + view.id(),
        Facts.obligations(shown, looker.locale()));
  }
}
