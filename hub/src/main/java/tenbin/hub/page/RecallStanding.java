package tenbin.hub.page;

import java.time.Clock;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.recall.Lowered;
import tenbin.spine.roster.Roster;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/**
 * The standing of members that do not answer recalls, as the secretariat lowers and restores it.
 */
public final class RecallStanding {
  private final Lowered lowered;
  private final Roster roster;
  private final Clock clock;

  public RecallStanding(GroundBook grounds, Roster roster, Clock clock) {
    this.lowered = new Lowered(grounds, clock);
    this.roster = roster;
    this.clock = clock;
  }

  boolean isLow(MemberId member) {
    return lowered.is(member);
  }

  /** Lowers the standing of a member of the circle, or restores it. */
  public void set(Visitor visitor, String text, boolean lower) {
    MemberId member =
        roster.circle().members().stream()
            .map(Member::id)
            .filter(id -> id.text().equals(text))
            .findFirst()
            .orElseThrow(Problem::absent);
    Entry.By by = new Entry.By(visitor.member(), visitor.actor());
    String evidence = "the page of recalls, " + visitor.actor() + ", " + clock.instant();
    if (lower) {
      lowered.lower(by, member, evidence);
    } else {
      lowered.restore(by, member, evidence);
    }
  }
}
