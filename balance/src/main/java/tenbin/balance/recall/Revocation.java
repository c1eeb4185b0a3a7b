package tenbin.balance.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;

/**
 * Works out what follows from one revoked basis. The policy is the one after the revocation: in it
 * the basis opens nothing any more, so what it still allows rests on something else.
 */
public final class Revocation {
  private final Weigher weigher;
  private final String basis;
  private final Duration toAcknowledge;

  /**
   * A revocation.
   *
   * @param after the policy in which the basis has ended
   * @param basis its id
   * @param toAcknowledge how long recipients have
   */
  public Revocation(PolicySet after, String basis, Duration toAcknowledge) {
    this.weigher = new Weigher(after);
    this.basis = basis;
    this.toAcknowledge = toAcknowledge;
  }

  /** What follows at a time for what went out; deliveries that rested on other bases are left. */
  public List<Consequence> of(List<Delivered> deliveries, Instant now) {
    List<Consequence> all = new ArrayList<>();
    for (Delivered each : deliveries) {
      if (each.bases().contains(basis)) {
        all.add(of(each, now));
      }
    }
    return all;
  }

  private Consequence of(Delivered delivered, Instant now) {
    if (delivered.shape() == Delivered.Shape.AGGREGATE) {
      return new Consequence.Stays(delivered);
    }
    return stillRestsOn(delivered, now)
        .<Consequence>map(bases -> new Consequence.Annotate(delivered, bases))
        .orElseGet(() -> new Consequence.Recall(delivered, now.plus(toAcknowledge)));
  }

  /**
   * The bases that allow all of what went out, if it were asked today: with it as held, what the
   * choice opens must cover it.
   */
  private Optional<NavigableSet<String>> stillRestsOn(Delivered delivered, Instant now) {
    Weighing today = weigher.weigh(delivered.question().asOf(When.asKnownThen(now)));
    NavigableSet<String> bases = new TreeSet<>();
    for (Question.Held held : delivered.fields()) {
      Optional<Weight> live =
          today.weights().stream().filter(each -> covers(each, held)).findFirst();
      if (live.isEmpty()) {
        return Optional.empty();
      }
      bases.addAll(live.get().bases());
    }
    return Optional.of(bases);
  }

  private static boolean covers(Weight weight, Question.Held held) {
    return weight.part().equals(held.part())
        && held.part().order().isAtOrBelow(held.level(), weight.level());
  }

  /** Recalls that nobody acknowledged in time. */
  public static List<Consequence.Escalate> overdue(
      List<Consequence> consequences, Map<String, Instant> acknowledged, Instant now) {
    List<Consequence.Escalate> late = new ArrayList<>();
    Set<String> done = acknowledged.keySet();
    for (Consequence each : consequences) {
      if (each instanceof Consequence.Recall(Delivered delivered, Instant by)
          && !done.contains(delivered.id())
          && now.isAfter(by)) {
        late.add(new Consequence.Escalate(delivered, by));
      }
    }
    return late;
  }
}
