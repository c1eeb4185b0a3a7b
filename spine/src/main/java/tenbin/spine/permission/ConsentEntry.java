package tenbin.spine.permission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.balance.ground.Gate;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.portal.Customer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consent as an entry of a policy file. JSON is YAML, so what people typed cannot become a key.
 *
 * @param id of the basis
 * @param text the file
 */
public record ConsentEntry(String id, String text) {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  /**
   * What a consent is about.
   *
   * @param customer who consents
   * @param report for which report alone
   * @param evidence where it was said
   */
  public record Matter(Customer customer, IncidentReport report, String evidence) {
    PartyId subject() {
      return customer.party();
    }

    PartyId holder() {
      return report.holder();
    }
  }

  /**
   * The consent to a permission.
   *
   * @param id of the basis that it makes
   * @param at from when on
   */
  public static ConsentEntry of(String id, Matter matter, Permission permission, Instant at) {
    ObjectNode basis = MAKE.objectNode();
    basis.put("id", id);
    basis.put("kind", "individual-consent");
    texts(basis, "opens", opened(matter));
    texts(basis, "categories", names(permission.categories()));
    texts(basis, "purposes", codes(permission));
    texts(basis, "givers", List.of(matter.holder().text()));
    texts(basis, "recipients", permission.sortedRecipients());
    texts(basis, "subjects", List.of(matter.subject().text()));
    texts(basis, "when", List.of("item.report = " + matter.report().id()));
    ObjectNode consent = basis.putObject("consent");
    consent.put("subject", matter.subject().text());
    consent.putArray("states").addObject().put("state", "Given").put("from", at.toString());
    basis.put("from", at.toString());
    basis.put("to", permission.until().toString());
    basis.put("evidence", matter.evidence());
    return new ConsentEntry(id, file(matter, basis));
  }

  /**
   * The leave of the member that holds a report: it opens the member's own interest, and nothing
   * that is the customer's. One for each report, so that its id joins nothing.
   */
  public static ConsentEntry release(String id, Matter matter, Instant at, Instant reviewBy) {
    ObjectNode basis = MAKE.objectNode();
    basis.put("id", id);
    basis.put("kind", "holder-release");
    texts(basis, "opens", List.of("H"));
    texts(basis, "categories", List.of("C0", "C1", "C2", "C5", "C6", "C7"));
    texts(basis, "purposes", List.of("P3", "P4", "P11"));
    texts(basis, "givers", List.of(matter.holder().text()));
    texts(basis, "recipients", List.of("anybody"));
    texts(basis, "subjects", List.of(matter.subject().text()));
    texts(basis, "when", List.of("item.report = " + matter.report().id()));
    basis.put("from", at.toString());
    basis.put("review-by", reviewBy.toString());
    basis.put("evidence", "the customer desk let in this customer with what it permits");
    return new ConsentEntry(id, file(matter, basis));
  }

  /** The organisation alone, so that it can be asked and answered. */
  public static ConsentEntry party(Customer customer) {
    ObjectNode file = file(customer);
    return new ConsentEntry("party:" + customer.id(), text(file));
  }

  private static String file(Matter matter, ObjectNode basis) {
    ObjectNode file = file(matter.customer());
    file.putArray("bases").add(basis);
    return text(file);
  }

  /** The beginning of every entry: the organisation itself. */
  static ObjectNode file(Customer customer) {
    ObjectNode file = MAKE.objectNode();
    file.put("policy", "what " + customer.id() + " permits");
    ObjectNode party = file.putArray("parties").addObject();
    party.put("id", customer.id().text());
    party.put("name", customer.name());
    party.put("carrier", false);
    texts(party, "classes", List.of("customer-of:" + customer.desk()));
    party.putArray("laws");
    return file;
  }

  static String text(ObjectNode file) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file);
  }

  /** Who told it directly has its own interest to open as well; a member's is the member's. */
  private static List<String> opened(Matter matter) {
    Set<Gate> gates =
        matter.holder().equals(matter.subject())
            ? Set.of(Gate.S, Gate.P, Gate.K, Gate.H)
            : Set.of(Gate.S, Gate.P, Gate.K);
    return names(gates);
  }

  private static List<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().collect(Collectors.toList());
  }

  private static List<String> codes(Permission permission) {
    return permission.purposes().stream().map(each -> each.code()).sorted().toList();
  }

  private static void texts(ObjectNode at, String key, List<String> values) {
    ArrayNode list = at.putArray(key);
    new TreeSet<>(values).forEach(list::add);
  }
}
