package tenbin.spine.collect;

import tenbin.nouns.consent.Tlp;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.correlate.Correlator;

/**
 * The stations that every observation passes.
 *
 * @param attributor whose network
 * @param correlator who else saw it; fed in the hub's order
 * @param findings is told, after the commit, what was found; the same again after a crash
 * @param circle what depends on the circle of the moment
 */
public record Way(
    Attributor attributor, Correlator correlator, FindingSink findings, CircleRules circle) {

  /** Takes what correlation found; must bear the same finding twice. */
  @FunctionalInterface
  public interface FindingSink {
    void found(java.util.List<tenbin.spine.correlate.Finding> findings);
  }

  /** What the circle says about reports. */
  public interface CircleRules {
    /** The marking of what came without one. */
    Tlp unmarked();

    /** Whether the member is the secretariat, which brings feeds in for all. */
    boolean isSecretariat(tenbin.nouns.member.MemberId member);
  }
}
