package tenbin.spine.precedent;

import java.util.List;
import java.util.Optional;
import tenbin.spine.yaml.YamlFault;

/** Something that a case tries: a question, numbers that are to be told, a revocation. */
public sealed interface Trial permits QuestionTrial, NumberTrial, RecallTrial {
  /** The case's name, with the variant's behind it. */
  String name();

  /** What people expect; empty where the file says nothing. */
  Optional<Expectation> expected();

  /** Why its files are refused; empty when they are not. */
  List<YamlFault> faults();
}
