package tenbin.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;

/**
 * What the balance goes by: the circle with its dated agreements, and whatever packs, contracts and
 * consents were laid beside it.
 *
 * @param circle members and agreements
 * @param grounds all of it together
 */
public record Policy(Circle circle, PolicySet grounds) {
  /** The circle's policy by itself, with the purposes that this version of the product serves. */
  public static Policy of(Circle circle) {
    return new Policy(circle, new PolicySet(CirclePolicy.of(circle)));
  }

  /**
   * The circle's policy with further grounds beside it; what they say of a purpose's needs stands
   * before the circle's own.
   */
  public static Policy of(Circle circle, PolicySet.Parts further) {
    PolicySet.Parts own = CirclePolicy.of(circle);
    Map<Purpose, Need> needs = new TreeMap<>(own.needs());
    needs.putAll(further.needs());
    return new Policy(
        circle,
        new PolicySet(
            new PolicySet.Parts(
                circle.version() + "+" + further.version(),
                further.orders(),
                both(own.parties(), further.parties()),
                both(own.facts(), further.facts()),
                further.touches(),
                both(own.bases(), further.bases()),
                further.forbids(),
                further.askRules(),
                both(own.standings(), further.standings()),
                needs,
                further.registers(),
                further.schemes(),
                circle.unmarked())));
  }

  private static <T> List<T> both(List<T> own, List<T> further) {
    List<T> all = new ArrayList<>(own);
    all.addAll(further);
    return all;
  }
}
