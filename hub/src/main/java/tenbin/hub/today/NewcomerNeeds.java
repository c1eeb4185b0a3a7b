package tenbin.hub.today;

import java.util.Optional;
import java.util.stream.Stream;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.OwnRange;
import tenbin.web.may.Act;

/** Proved networks that the secretariat has to look at before they count. */
final class NewcomerNeeds implements Needs {
  private final Joining joining;

  NewcomerNeeds(Joining joining) {
    this.joining = joining;
  }

  @Override
  public Act act() {
    return Act.RUN_CIRCLE;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return joining.openRanges().stream()
        .filter(each -> each.standing() == OwnRange.Standing.WAITING)
        .map(each ->
            Need.plain(
                Need.Kind.NETWORK,
                looker.say("today.network", each.network(), each.holder()),
                Optional.empty(),
                "/secretariat/newcomers"));
  }
}
