package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;

/**
 * The interpreter: weighs one question under one policy set. Immutable; any thread. The same
 * question has the same answer, whatever the order of rules and files.
 */
public final class Weigher {
  private final PolicySet policy;

  public Weigher(PolicySet policy) {
    this.policy = policy;
  }

  public PolicySet policy() {
    return policy;
  }

  /** Weighs a question; says too whether it is permitted only by what was recorded later. */
  public Weighing weigh(Question question) {
    Weighing now = weighOnce(question);
    boolean later = question.when().knownAt().isAfter(question.when().at());
    if (now.effect() != Effect.PERMIT || !later) {
      return now;
    }
    Question then = question.asOf(When.asKnownThen(question.when().at()));
    return weighOnce(then).effect() == Effect.PERMIT ? now : now.retroactive();
  }

  /**
   * Everything that is allowed, before one is chosen: for every group of fields decided together
   * the choices of bases and the levels that each opens. What lies at or below one of them is
   * allowed.
   */
  public List<Allowed> allowed(Question question) {
    List<Allowed> all = new ArrayList<>();
    Map<Linkage, Fitting> scenes = new HashMap<>();
    for (Map.Entry<List<Integer>, List<Part>> group : groupsOf(question.matter()).entrySet()) {
      Group fields = group(question, group.getValue(), scenes);
      List<int[]> levels =
          fields.witnesses.all().stream().map(offer -> offer.levels(fields.fields.open())).toList();
      all.add(new Allowed(group.getValue(), levels));
    }
    return all;
  }

  /**
   * What is allowed of fields decided together.
   *
   * @param parts the fields
   * @param levels each the most that one choice of bases opens, by field
   */
  public record Allowed(List<Part> parts, List<int[]> levels) {
    /** Whether these levels lie at or below one of the choices. */
    public boolean contains(int[] chosen) {
      return levels.stream().anyMatch(most -> isAtOrBelow(chosen, most));
    }

    private boolean isAtOrBelow(int[] chosen, int[] most) {
      for (int i = 0; i < chosen.length; i++) {
        if (!parts.get(i).order().isAtOrBelow(chosen[i], most[i])) {
          return false;
        }
      }
      return true;
    }
  }

  private Weighing weighOnce(Question question) {
    Verdict verdict = new Verdict(question);
    Consequences consequences = new Consequences(policy, question);
    if (question.purpose().isEmpty()) {
      Why why = Why.of(Code.PURPOSE_UNKNOWN);
      return verdict.refused(why, consequences.pointers(), consequences.tasks());
    }
    Map<Linkage, Fitting> scenes = new HashMap<>();
    for (Map.Entry<List<Integer>, List<Part>> group : groupsOf(question.matter()).entrySet()) {
      verdict.add(group.getKey(), group(question, group.getValue(), scenes).explained());
    }
    Need need = policy.need(question.purpose().get());
    return verdict.whole(need, consequences.pointers(), consequences.tasks());
  }

  /** Fields by their place in the matter: C2 to C4 of one group together, the others alone. */
  private static Map<List<Integer>, List<Part>> groupsOf(Matter matter) {
    Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
    for (int i = 0; i < matter.parts().size(); i++) {
      Part part = matter.parts().get(i);
      boolean together = part.isOfCommunication() && !part.group().isEmpty();
      String key = together ? "group " + part.group() : "alone " + i;
      byGroup.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    Map<List<Integer>, List<Part>> groups = new LinkedHashMap<>();
    byGroup.values().forEach(places -> groups.put(places, partsAt(matter, places)));
    return groups;
  }

  private static List<Part> partsAt(Matter matter, List<Integer> places) {
    return places.stream().map(matter.parts()::get).toList();
  }

  private Group group(Question question, List<Part> parts, Map<Linkage, Fitting> scenes) {
    Part first = parts.getFirst();
    Linkage linkage = question.matter().linkage(first.group(), question.recipient());
    Fitting fitting =
        scenes.computeIfAbsent(linkage, unseen -> new Fitting(new Scene(policy, question, unseen)));
    Scene scene = fitting.scene();
    Ceilings ceilings = new Ceilings(scene);
    List<Question.Held> held =
        question.held().stream()
            .filter(each -> each.part().isOfCommunication() && first.isOfCommunication())
            .filter(each -> !first.group().isEmpty() && each.part().group().equals(first.group()))
            .toList();
    Fields fields = new Fields(scene, ceilings, parts, held);
    return new Group(fields, new Witnesses(fields, ceilings, fitting), ceilings);
  }

  /** The fields decided together with everything that bears on them. */
  private record Group(Fields fields, Witnesses witnesses, Ceilings ceilings) {
    Explained explained() {
      Need need = ceilings.need();
      return new Explained(fields, witnesses, new Choice(fields, need).of(witnesses.all()), need);
    }
  }
}
