package tenbin.spine.ground;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.balance.Policy;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.Part;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.spine.policy.Beside;
import tenbin.spine.policy.FieldCatalogue;

/** What policy files of a hub may name without saying it: its circle, the fields of its rows. */
final class Surroundings {
  /** The number of one network, which a ground can allow or not beside that of all. */
  private static final String OWN_NUMBER = "count.network";

  private Surroundings() {}

  static Beside of(Circle circle) {
    PolicySet.Parts own = Policy.partsOf(circle);
    Set<String> classes = new TreeSet<>();
    own.parties().forEach(each -> classes.addAll(each.classes()));
    Map<String, FieldCatalogue.Entry> fields = new LinkedHashMap<>();
    for (Part part : Policy.rowFields()) {
      fields.put(part.name(), new FieldCatalogue.Entry(part.category(), part.order()));
    }
    fields.put(OWN_NUMBER, new FieldCatalogue.Entry(Category.C0, Order.PLAIN));
    return new Beside(
        own.parties().stream().map(Party::id).map(Object::toString).collect(Collectors.toSet()),
        classes,
        fields,
        own.bases().stream().map(Basis::id).collect(Collectors.toSet()),
        Set.of(),
        own.needs().keySet().stream().map(Purpose::code).collect(Collectors.toSet()));
  }
}
