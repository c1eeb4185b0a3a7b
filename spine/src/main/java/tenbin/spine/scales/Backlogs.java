package tenbin.spine.scales;

import java.util.Optional;
import tenbin.nouns.member.MemberId;

/** Counts the stored rows. Any thread. */
@FunctionalInterface
public interface Backlogs {
  /**
   * The rows of one holder, or of everybody.
   *
   * @param within only groups that have rows of one case, each counted as one row; or all rows
   */
  Backlog of(Optional<MemberId> holder, Optional<CaseSpan> within);
}
