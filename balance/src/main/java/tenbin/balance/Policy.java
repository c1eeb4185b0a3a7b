package tenbin.balance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.weigh.Part;
import tenbin.nouns.consent.PartyId;
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
   * The circle's policy with further grounds beside it. What they say of a purpose's needs stands
   * before the circle's own; what they say of a member adds to what the circle says of it: classes,
   * laws, that it carries for others.
   */
  public static Policy of(Circle circle, PolicySet.Parts further) {
    return of(circle, further, bases -> bases);
  }

  /**
   * As {@link #of(Circle, PolicySet.Parts)}, with what was recorded since about bases of either:
   * ended, adopted, given, withdrawn.
   */
  public static Policy of(
      Circle circle, PolicySet.Parts further, UnaryOperator<List<Basis>> amendment) {
    PolicySet.Parts own = CirclePolicy.of(circle);
    Map<Purpose, Need> needs = new TreeMap<>(own.needs());
    needs.putAll(further.needs());
    return new Policy(
        circle,
        new PolicySet(
            new PolicySet.Parts(
                circle.version() + "+" + further.version(),
                further.orders(),
                joined(own.parties(), further.parties()),
                both(own.facts(), further.facts()),
                further.touches(),
                amendment.apply(both(own.bases(), further.bases())),
                further.forbids(),
                further.askRules(),
                both(own.standings(), further.standings()),
                needs,
                further.registers(),
                further.schemes(),
                circle.unmarked())));
  }

  /** What a circle file by itself makes known: for whoever reads files that name it. */
  public static PolicySet.Parts partsOf(Circle circle) {
    return CirclePolicy.of(circle);
  }

  /** The fields that observations have in files that name single ones: "source-address". */
  public static List<Part> rowFields() {
    return Shapes.fields();
  }

  private static List<Party> joined(List<Party> own, List<Party> further) {
    Map<PartyId, Party> all = new LinkedHashMap<>();
    own.forEach(each -> all.put(each.id(), each));
    further.forEach(each -> all.merge(each.id(), each, Policy::joined));
    return List.copyOf(all.values());
  }

  private static Party joined(Party own, Party further) {
    Set<String> classes = new HashSet<>(own.classes());
    classes.addAll(further.classes());
    Set<String> laws = new HashSet<>(own.laws());
    laws.addAll(further.laws());
    return new Party(own.id(), own.name(), classes, own.carrier() || further.carrier(), laws);
  }

  private static <T> List<T> both(List<T> own, List<T> further) {
    List<T> all = new ArrayList<>(own);
    all.addAll(further);
    return all;
  }
}
