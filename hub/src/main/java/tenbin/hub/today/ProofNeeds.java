package tenbin.hub.today;

import java.util.Optional;
import java.util.stream.Stream;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.OwnRange;
import tenbin.web.may.Act;

/** What is left of a member's joining, and networks of its own whose proof ends soon or did. */
final class ProofNeeds implements Needs {
  private final Joining joining;

  ProofNeeds(Joining joining) {
    this.joining = joining;
  }

  @Override
  public Act act() {
    return Act.PROVE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    Stream<Need> joined =
        joining.find(looker.visitor().member()).stream()
            .filter(each -> each.stage() == Newcomer.Stage.JOINED)
            .filter(each -> each.firstRowAt().isEmpty())
            .map(each ->
                Need.plain(
                    Need.Kind.NEWCOMER, looker.say("today.joining"), Optional.empty(), "/joining"));
    Stream<Need> proofs =
        joining.ranges(looker.visitor().member()).stream()
            .filter(each -> each.standing() == OwnRange.Standing.COUNTS)
            .filter(each -> !each.isProvedAt(looker.now().plus(Joining.MARK)))
            .map(each ->
                Need.plain(
                    Need.Kind.NETWORK,
                    looker.say("today.proof", each.network()),
                    each.proof().map(OwnRange.Proof::until),
                    "/joining"));
    return Stream.concat(joined, proofs);
  }
}
