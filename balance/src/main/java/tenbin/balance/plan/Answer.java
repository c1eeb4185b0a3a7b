package tenbin.balance.plan;

import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.ground.Obligation;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Weighing;

/**
 * The answer for every row of one kind. The reasons of a single row come from the interpreter: they
 * can name its subject, which rows of a kind do not share.
 */
public final class Answer {
  private final Effect effect;
  private final int[] levels;
  private final Effect[] effects;
  private final NavigableSet<String> bases;
  private final NavigableSet<Obligation> obligations;
  private final NavigableSet<String> asks = new TreeSet<>();

  Answer(Weighing weighing) {
    this.effect = weighing.effect();
    int size = weighing.weights().size();
    this.levels = new int[size];
    this.effects = new Effect[size];
    for (int i = 0; i < size; i++) {
      levels[i] = weighing.weights().get(i).level();
      effects[i] = weighing.weights().get(i).effect();
    }
    this.bases = weighing.bases();
    this.obligations = weighing.obligations();
    weighing.asks().stream().map(AskFor::rule).forEach(asks::add);
  }

  public Effect effect() {
    return effect;
  }

  /** The level of a field by its place in the matter. */
  public int level(int part) {
    return levels[part];
  }

  /** The effect of a field by its place in the matter. */
  public Effect effect(int part) {
    return effects[part];
  }

  public NavigableSet<String> bases() {
    return java.util.Collections.unmodifiableNavigableSet(bases);
  }

  public NavigableSet<Obligation> obligations() {
    return obligations;
  }

  /** The ids of the rules by which something may be asked. */
  public NavigableSet<String> asks() {
    return java.util.Collections.unmodifiableNavigableSet(asks);
  }
}
