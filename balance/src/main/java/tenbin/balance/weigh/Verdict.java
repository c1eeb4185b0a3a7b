package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation;

/** Puts the decisions of all groups together to the answer about the item. */
final class Verdict {
  private final Weight[] weights;
  private final Question question;
  private final NavigableSet<Obligation> obligations = new TreeSet<>();
  private final NavigableSet<AskFor> asks = new TreeSet<>();

  Verdict(Question question) {
    this.question = question;
    this.weights = new Weight[question.matter().parts().size()];
  }

  void add(List<Integer> places, Explained explained) {
    List<Weight> decided = explained.weights();
    for (int i = 0; i < decided.size(); i++) {
      weights[places.get(i)] = decided.get(i);
    }
    obligations.addAll(explained.obligationsOf(decided));
    asks.addAll(explained.asks());
  }

  /** Nothing of it goes, for one reason. */
  Weighing refused(Why why, NavigableSet<String> pointers, NavigableSet<String> tasks) {
    List<Weight> all = new ArrayList<>();
    for (Part part : question.matter().parts()) {
      NavigableSet<Why> whys = new TreeSet<>(List.of(why));
      all.add(new Weight(part, Effect.DENY, part.order().least(), java.util.Set.of(), whys));
    }
    return weighing(Effect.DENY, all, new TreeSet<>(List.of(why)), pointers, tasks);
  }

  /** The whole answer. */
  Weighing whole(Need need, NavigableSet<String> pointers, NavigableSet<String> tasks) {
    List<Weight> all = List.of(weights);
    Effect effect = Effect.PERMIT;
    NavigableSet<Why> whys = new TreeSet<>();
    for (Need.Entry entry : need.required()) {
      Effect met = Required.effectOf(all, entry);
      if (met != Effect.PERMIT) {
        whys.add(Required.missing(entry));
        effect = effect.and(met);
      }
    }
    for (Need.Entry entry : need.required()) {
      all = effect == Effect.PERMIT ? all : Required.lowered(all, effect, entry);
    }
    if (effect == Effect.PERMIT && all.stream().noneMatch(Weight::isPermitted)) {
      whys.add(Why.of(Code.HOLDS_NOTHING));
      boolean waits = all.stream().anyMatch(weight -> weight.effect() == Effect.ASK);
      effect = waits ? Effect.ASK : Effect.DENY;
    }
    return weighing(effect, all, whys, pointers, tasks);
  }

  private Weighing weighing(
      Effect effect,
      List<Weight> all,
      NavigableSet<Why> whys,
      NavigableSet<String> pointers,
      NavigableSet<String> tasks) {
    NavigableSet<Obligation> owed = effect == Effect.PERMIT ? obligations : new TreeSet<>();
    NavigableSet<AskFor> mayAsk = effect == Effect.DENY ? new TreeSet<>() : asks;
    return new Weighing(effect, all, owed, mayAsk, whys, pointers, tasks, false);
  }
}
