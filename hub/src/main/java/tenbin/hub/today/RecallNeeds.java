package tenbin.hub.today;

import java.util.Optional;
import java.util.stream.Stream;
import tenbin.hub.page.RecallPapers;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.recall.RecallBook;
import tenbin.web.may.Act;

/** Recalls that the member has not answered. */
final class RecallNeeds implements Needs {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final RecallBook book;

  RecallNeeds(RecallBook book) {
    this.book = book;
  }

  @Override
  public Act act() {
    return Act.ANSWER;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    RecallPapers papers = new RecallPapers(looker.plan(PURPOSE));
    Stream<Need> needs =
        papers
            .of(
                book.of(looker.visitor().member()).stream()
                    .filter(each -> each.recalled() > 0 && each.answer().isEmpty())
                    .toList())
            .stream()
            .map(each ->
                Need.plain(
                    Need.Kind.RECALL,
                    looker.say("today.recall", each.deliveries(), each.rows()),
                    Optional.of(each.acknowledgeBy()),
                    "/recalls/" + each.id()))
            .toList()
            .stream();
    looker.show(PURPOSE, papers.shown());
    return needs;
  }
}
