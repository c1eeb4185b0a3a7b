package tenbin.balance.weigh;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import tenbin.balance.ground.Obligation;

/**
 * The whole answer to one question.
 *
 * @param effect whether the item goes: with what is permitted of its fields
 * @param weights a decision for every field, in the matter's order
 * @param obligations what the recipient takes on
 * @param asks who may be asked for what
 * @param whys why the item as a whole does not go
 * @param pointers where the one who asks can turn instead
 * @param tasks what has to be done because it was asked
 * @param byRetroaction whether it goes only by what was recorded after that time
 */
public record Weighing(
    Effect effect,
    List<Weight> weights,
    NavigableSet<Obligation> obligations,
    NavigableSet<AskFor> asks,
    NavigableSet<Why> whys,
    NavigableSet<String> pointers,
    NavigableSet<String> tasks,
    boolean byRetroaction) {
  public Weighing {
    weights = List.copyOf(weights);
    obligations = unmodifiable(obligations);
    asks = unmodifiable(asks);
    whys = unmodifiable(whys);
    pointers = unmodifiable(pointers);
    tasks = unmodifiable(tasks);
  }

  private static <T> NavigableSet<T> unmodifiable(NavigableSet<T> set) {
    return java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(set));
  }

  /** The decision for a field of a name, the first of that name. */
  public Optional<Weight> of(String field) {
    return weights.stream().filter(weight -> weight.part().name().equals(field)).findFirst();
  }

  /** The ids of every basis that it rests on. */
  public NavigableSet<String> bases() {
    NavigableSet<String> all = new TreeSet<>();
    weights.forEach(weight -> all.addAll(weight.bases()));
    return all;
  }

  Weighing retroactive() {
    return new Weighing(effect, weights, obligations, asks, whys, pointers, tasks, true);
  }
}
