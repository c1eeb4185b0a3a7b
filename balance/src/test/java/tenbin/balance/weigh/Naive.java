package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.PolicySet;

/**
 * What is allowed, worked out by trying every combination of one basis (or none) for every gate: as
 * the specification says it, without any thought for time.
 */
final class Naive {
  private final PolicySet policy;
  private final Question question;
  private final List<Part> parts;
  private final Scene scene;
  private final Ceilings ceilings;
  private final List<NavigableSet<GateKey>> touched = new ArrayList<>();

  Naive(PolicySet policy, Question question, List<Part> parts) {
    this.policy = policy;
    this.question = question;
    this.parts = parts;
    this.scene =
        new Scene(
            policy,
            question,
            question.matter().linkage(parts.getFirst().group(), question.recipient()));
    this.ceilings = new Ceilings(scene);
    parts.forEach(part -> touched.add(new Gates(scene).touchedBy(part)));
  }

  /** What one combination allows, and what it obliges to. */
  record Combination(List<Integer> levels, Set<Obligation> obligations) {
    int[] array() {
      return levels.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /** The levels of every combination. */
  List<int[]> combinations() {
    return all().stream().map(Combination::array).toList();
  }

  /** Every combination, with the obligations of its bases. */
  List<Combination> all() {
    int[] start = new int[parts.size()];
    for (int i = 0; i < start.length; i++) {
      start[i] = ceilings.over(parts.get(i)).level();
    }
    return from(start);
  }

  /** The levels of every combination, marking and necessity and standing left aside. */
  List<int[]> withoutCeilings() {
    return from(parts.stream().mapToInt(part -> part.order().greatest()).toArray()).stream()
        .map(Combination::array)
        .toList();
  }

  private List<Combination> from(int[] start) {
    NavigableSet<GateKey> keys = new java.util.TreeSet<>();
    touched.forEach(keys::addAll);
    List<Combination> found = new ArrayList<>();
    choose(List.copyOf(keys), start, false, Set.of(), found);
    return found;
  }

  private void choose(
      List<GateKey> keys,
      int[] levels,
      boolean named,
      Set<Obligation> owed,
      List<Combination> found) {
    if (keys.isEmpty()) {
      found.add(new Combination(listOf(routed(levels, named)), owed));
      return;
    }
    GateKey key = keys.getFirst();
    List<GateKey> rest = keys.subList(1, keys.size());
    choose(rest, cut(levels, key, null), named, owed, found);
    for (Basis basis : policy.bases()) {
      if (opens(basis, key) && new Fitting(scene).failuresOf(basis).isEmpty()) {
        boolean names =
            basis.kind().canNameAddressee()
                && basis.scope().recipients().named().contains(question.recipient());
        Set<Obligation> all = new HashSet<>(owed);
        all.addAll(basis.obligations());
        choose(rest, cut(levels, key, basis), named || names, all, found);
      }
    }
  }

  static List<Integer> listOf(int[] levels) {
    return Arrays.stream(levels).boxed().toList();
  }

  private static boolean opens(Basis basis, GateKey key) {
    Gate gate = key.gate();
    return basis.opens().contains(gate) && (basis.law().isEmpty() || basis.law().equals(key.law()));
  }

  private int[] cut(int[] levels, GateKey key, @org.jspecify.annotations.Nullable Basis basis) {
    int[] next = levels.clone();
    for (int i = 0; i < next.length; i++) {
      if (touched.get(i).contains(key)) {
        Part part = parts.get(i);
        next[i] =
            basis == null || !lists(basis, part)
                ? part.order().least()
                : part.order()
                    .meet(next[i], basis.ceiling().of(part.name(), part.category(), part.order()));
      }
    }
    return next;
  }

  private boolean lists(Basis basis, Part part) {
    for (Forbid forbid : policy.forbids()) {
      if (forbid.kinds().contains(basis.kind()) && ceilings.reaches(forbid, part)) {
        return false;
      }
    }
    return basis.scope().lists(part.name(), part.category())
        && new Fitting(scene).refusalAgainst(basis, part).isEmpty();
  }

  private int[] routed(int[] levels, boolean named) {
    int[] routed = levels.clone();
    for (int i = 0; i < routed.length; i++) {
      if (parts.get(i).isOfCommunication() && !named && !scene.isOnTheWay()) {
        routed[i] = parts.get(i).order().least();
      }
    }
    return routed;
  }
}
