package tenbin.balance.weigh;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.balance.ground.Horizon;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;

/**
 * Weighs under one policy set, and weighs nothing twice while the answer stays the same: from the
 * last moment that it hangs on to before the next. Any thread.
 */
public final class Remembered {
  /** Questions; some 20 MB. Then it begins anew. */
  private static final int MOST = 2_000;

  /** Stands in the questions that are looked for. */
  private static final When ANY_TIME = When.asKnownThen(Instant.EPOCH);

  private final Weigher weigher;
  private final Map<Question, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(Horizon horizon, Weighing weighing) {}

  public Remembered(PolicySet policy) {
    this.weigher = new Weigher(policy);
  }

  /** The same as {@link Weigher#weigh}. */
  public Weighing weigh(Question question) {
    if (!question.when().isAsKnownThen()) {
      return weigher.weigh(question);
    }
    Instant at = question.when().at();
    Question timeless = question.asOf(ANY_TIME);
    Answer known = answers.get(timeless);
    if (known != null && known.horizon.holds(at)) {
      return known.weighing;
    }
    Horizon horizon = new Horizon();
    Weighing weighing = weigher.weigh(question.asOf(When.watched(at, horizon)));
    if (answers.size() >= MOST) {
      answers.clear();
    }
    answers.put(timeless, new Answer(horizon, weighing));
    return weighing;
  }
}
