package tenbin.spine.precedent;

import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.spine.yaml.YamlFault;

/**
 * One question under one policy set, with the answer that is expected.
 *
 * @param name the case's, with the variant's behind it
 * @param policy what it is decided by; empty when the files are refused
 * @param question empty when the files are refused
 * @param expected what people expect; empty where the file says nothing
 * @param faults why the files are refused
 * @param original a trial whose answer this one must have, whatever it is
 */
public record QuestionTrial(
    String name,
    Optional<PolicySet> policy,
    Optional<Question> question,
    Optional<Expectation> expected,
    List<YamlFault> faults,
    Optional<QuestionTrial> original)
    implements Trial {
  public QuestionTrial {
    faults = List.copyOf(faults);
    if (policy.isPresent() != question.isPresent() || policy.isPresent() != faults.isEmpty()) {
      throw new IllegalArgumentException("a question with its policy set, or faults");
    }
  }

  QuestionTrial(
      String name,
      Optional<PolicySet> policy,
      Optional<Question> question,
      Optional<Expectation> expected,
      List<YamlFault> faults) {
    this(name, policy, question, expected, faults, Optional.empty());
  }

  QuestionTrial sameAs(QuestionTrial other) {
    return new QuestionTrial(name, policy, question, expected, faults, Optional.of(other));
  }

  /** The balance's answer; empty when the files are refused. */
  public Optional<Weighing> weighed() {
    return policy.map(set -> new Weigher(set).weigh(question.orElseThrow()));
  }
}
