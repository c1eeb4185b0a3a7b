package tenbin.spine.precedent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.recall.Consequence;
import tenbin.balance.recall.Delivered;
import tenbin.balance.recall.Revocation;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.spine.yaml.YamlFault;

/**
 * A revocation, with what had gone out before (DISCLOSURE section 8).
 *
 * @param name the case's, with the variant's behind it
 * @param policy in which the basis has ended; empty when the files are refused
 * @param terms of the revocation
 * @param deliveries what was asked before
 * @param expected what people expect
 * @param faults why the files are refused
 */
public record RecallTrial(
    String name,
    Optional<PolicySet> policy,
    Terms terms,
    List<Out> deliveries,
    Optional<Expectation> expected,
    List<YamlFault> faults)
    implements Trial {
  /**
   * What is revoked, and how long recipients have.
   *
   * @param basis its id
   * @param now when the consequences are worked out
   * @param acknowledgeWithin how long recipients have
   * @param acknowledged delivery to when its recipient acknowledged
   * @param looked when it is looked whether all have acknowledged
   */
  public record Terms(
      String basis,
      Instant now,
      Duration acknowledgeWithin,
      Map<String, Instant> acknowledged,
      Instant looked) {
    public Terms {
      acknowledged = Map.copyOf(acknowledged);
    }
  }

  /**
   * A question that was answered before the revocation.
   *
   * @param id of the delivery
   * @param question as it was asked then
   * @param shape of what went out
   */
  public record Out(String id, Question question, Delivered.Shape shape) {}

  public RecallTrial {
    deliveries = List.copyOf(deliveries);
    faults = List.copyOf(faults);
  }

  /** What follows, by word: "recall" to the deliveries; an annotation names what it rests on. */
  public Map<String, Set<String>> consequences() {
    Map<String, Set<String>> found = new TreeMap<>();
    if (policy.isEmpty()) {
      return found;
    }
    List<Delivered> out = new ArrayList<>();
    deliveries.forEach(each -> delivered(each, policy.get()).ifPresent(out::add));
    Revocation revocation = new Revocation(policy.get(), terms.basis, terms.acknowledgeWithin);
    List<Consequence> all = revocation.of(out, terms.now);
    all.forEach(each -> add(each, found));
    Revocation.overdue(all, terms.acknowledged, terms.looked).forEach(each -> add(each, found));
    return found;
  }

  private static Optional<Delivered> delivered(Out out, PolicySet policy) {
    Weighing then = new tenbin.balance.weigh.Weigher(policy).weigh(out.question);
    if (then.effect() != Effect.PERMIT) {
      return Optional.empty();
    }
    List<Question.Held> held = new ArrayList<>();
    for (Weight weight : then.weights()) {
      if (weight.effect() == Effect.PERMIT) {
        held.add(new Question.Held(weight.part(), weight.level()));
      }
    }
    return Optional.of(new Delivered(out.id, out.question, held, then.bases(), out.shape));
  }

  private static void add(Consequence consequence, Map<String, Set<String>> found) {
    String id = consequence.delivered().id();
    switch (consequence) {
      case Consequence.Recall ignored -> add("recall", id, found);
      case Consequence.Annotate live ->
          add("annotate", id + ": " + String.join(" ", live.bases()), found);
      case Consequence.Stays ignored -> add("stays", id, found);
      case Consequence.Escalate ignored -> add("escalate", id, found);
    }
  }

  private static void add(String word, String what, Map<String, Set<String>> found) {
    found.computeIfAbsent(word, k -> new TreeSet<>()).add(what);
  }
}
