package tenbin.hub.today;

import java.util.Optional;
import java.util.stream.Stream;
import tenbin.balance.ground.AskRule;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.web.may.Act;

/** Questions to the member itself to which this person has said nothing. */
final class QuestionNeeds implements Needs {
  private final AskBook tasks;

  QuestionNeeds(AskBook tasks) {
    this.tasks = tasks;
  }

  @Override
  public Act act() {
    return Act.APPROVE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return tasks.of(looker.visitor().member().party()).stream()
        .filter(each -> each.state() == AskTask.State.OPEN)
        .filter(each -> each.matter().whom() == AskRule.Whom.HOLDER)
        .filter(each ->
            each.words().stream().noneMatch(word -> word.person().equals(looker.visitor().actor())))
        .map(each ->
            Need.plain(
                Need.Kind.QUESTION,
                looker.say(
                    each.matter().report().isPresent()
                        ? "today.question.report"
                        : "today.question.rows",
                    looker.say("purpose." + each.matter().purpose().word())),
                Optional.of(each.dueAt()),
                "/tasks"));
  }
}
