package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.ground.Need;

/** What a purpose requires: without it nothing of a row, or of the item, goes. */
final class Required {
  private Required() {}

  /** Fields of one row, shut or waiting as a whole where an entry about it is not met. */
  static List<Weight> within(List<Weight> weights, Need.Entry entry) {
    boolean speaksOfIt =
        weights.stream().anyMatch(each -> entry.means(each.part().name(), each.part().category()));
    Effect effect = effectOf(weights, entry);
    return !speaksOfIt || effect == Effect.PERMIT ? weights : lowered(weights, effect, entry);
  }

  /** Whether an entry is met by one of them: permitted, waiting for an answer, or not at all. */
  static Effect effectOf(List<Weight> weights, Need.Entry entry) {
    Effect best = Effect.DENY;
    for (Weight weight : weights) {
      if (weight.isPermitted() && Choice.meets(entry, weight.part(), weight.level())) {
        return Effect.PERMIT;
      }
      boolean waits =
          weight.effect() == Effect.ASK
              && entry.means(weight.part().name(), weight.part().category());
      best = waits ? Effect.ASK : best;
    }
    return best;
  }

  /** The same with nothing permitted. */
  static List<Weight> lowered(List<Weight> weights, Effect effect, Need.Entry entry) {
    List<Weight> lowered = new ArrayList<>();
    for (Weight weight : weights) {
      lowered.add(weight.isPermitted() ? lowered(weight, effect, entry) : weight);
    }
    return lowered;
  }

  private static Weight lowered(Weight weight, Effect effect, Need.Entry entry) {
    NavigableSet<Why> whys = new TreeSet<>(weight.whys());
    whys.add(missing(entry));
    return new Weight(
        weight.part(), effect, weight.part().order().least(), java.util.Set.of(), whys);
  }

  static Why missing(Need.Entry entry) {
    return Why.of(
        Code.REQUIRED_MISSING, String.join(" | ", entry.matches().stream().sorted().toList()));
  }
}
