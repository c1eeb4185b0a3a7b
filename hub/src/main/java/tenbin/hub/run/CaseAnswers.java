package tenbin.hub.run;

import java.time.Instant;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.collect.mailbox.Answer;
import tenbin.spine.collect.mailbox.AnswerListener;
import tenbin.spine.post.About;
import tenbin.web.exit.Viewers;

/**
 * Files answers by mail into the case book. An answer without exactly one state word stays with the
 * mails, for a person to read.
 */
public final class CaseAnswers implements AnswerListener {
  private final CaseBook cases;
  private final Viewers viewers;

  public CaseAnswers(CaseBook cases, Viewers viewers) {
    this.cases = cases;
    this.viewers = viewers;
  }

  @Override
  public void answered(Answer answer) {
    if (answer.about().kind().equals(About.CASE)) {
      answer.state().ifPresent(state -> file(answer, state));
    }
  }

  private void file(Answer answer, AnswerState state) {
    About about = answer.about();
    Plan plan = viewers.plan(about.member(), Purpose.INFORM_AND_DEFEND, Outlet.MAIL);
    Instant at = answer.receivedAt();
    cases
        .one(plan, about.subject())
        .ifPresent(shown -> cases.answer(plan, shown.id(), state, note(answer.words()), at));
  }

  private static String note(String words) {
    int most = tenbin.spine.casework.Answer.MOST_NOTE;
    return words.length() > most ? words.substring(0, most) : words;
  }
}
