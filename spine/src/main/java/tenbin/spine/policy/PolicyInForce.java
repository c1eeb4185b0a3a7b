package tenbin.spine.policy;

import java.util.List;
import tenbin.balance.ground.PolicySet;
import tenbin.spine.yaml.YamlFault;

/**
 * The policy set in force. Files that are refused change nothing: the set before stays. Any thread;
 * whoever reads it has one whole set, never half of one and half of the next.
 */
public final class PolicyInForce {
  private volatile PolicySet set;

  public PolicyInForce(PolicySet first) {
    this.set = first;
  }

  public PolicySet current() {
    return set;
  }

  /**
   * Puts files in force together.
   *
   * @return why they are refused; empty when they are in force
   */
  public List<YamlFault> replace(List<PolicySource> sources) {
    PolicyReading reading = PolicyFile.read(sources);
    reading.set().ifPresent(read -> set = read);
    return reading.faults();
  }
}
