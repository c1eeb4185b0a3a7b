package tenbin.spine.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;

/**
 * A question as it is opened.
 *
 * @param policy says whether two persons have to say yes
 * @param at now
 */
record NewTask(PolicySet policy, Instant at) {
  /** Two weeks: a leave of absence is mostly shorter. */
  static final Duration TIME = Duration.ofDays(14);

  /** A fact of whoever is asked, or of the circle, by which two different persons say yes. */
  static final String FOUR_EYES = "four-eyes";

  AskTask of(AskTask.Matter matter) {
    String who =
        matter.whom() == AskRule.Whom.SUBJECT ? matter.subject().text() : matter.holder().text();
    When when = When.asKnownThen(at);
    boolean fourEyes =
        policy
            .fact(who, FOUR_EYES, when)
            .or(() -> policy.fact(Fact.CIRCLE, FOUR_EYES, when))
            .filter("yes"::equals)
            .isPresent();
    return new AskTask(
        UUID.randomUUID(),
        matter,
        fourEyes ? 2 : 1,
        at,
        at.plus(TIME),
        Optional.empty(),
        Optional.empty(),
        AskTask.State.OPEN,
        "",
        List.of());
  }
}
