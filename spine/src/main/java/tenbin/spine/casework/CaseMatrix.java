package tenbin.spine.casework;

import java.util.List;
import java.util.Map;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.member.MemberId;
import tenbin.spine.correlate.Finding;

/**
 * A case as the secretariat alone sees it: members and what each said.
 *
 * @param finding what was found, as grown so far
 * @param deadline until when
 * @param states every concerned member's present state; silence shows as silence
 * @param history all answers, oldest first
 */
public record CaseMatrix(
    Finding finding, Deadline deadline, Map<MemberId, AnswerState> states, List<Answer> history) {
  public CaseMatrix {
    states = Map.copyOf(states);
    history = List.copyOf(history);
  }
}
