package tenbin.spine.permission;

import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.portal.Customer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the book of grounds about rows: a customer's consent, a customer's network. */
final class RowConsentEntry {
  private RowConsentEntry() {}

  /** A consent, in the format of policy files; it opens what is the customer's to open. */
  static String of(
      String id, Customer customer, RowPermission permission, String evidence, Instant at) {
    ObjectNode file = ConsentEntry.file(customer);
    ObjectNode basis = file.putArray("bases").addObject();
    basis.put("id", id).put("kind", "individual-consent");
    basis.putArray("opens").add("K").add("P").add("S");
    basis.putArray("categories").add("C2");
    texts(basis.putArray("fields"), permission.fields());
    basis.putArray("purposes").add("P1");
    texts(basis.putArray("recipients"), permission.recipients());
    basis.putArray("subjects").add(customer.id().text());
    ObjectNode consent = basis.putObject("consent");
    consent.put("subject", customer.id().text());
    consent.putArray("states").addObject().put("state", "Given").put("from", at.toString());
    basis.put("from", at.toString()).put("to", permission.until().toString());
    basis.put("evidence", evidence);
    return ConsentEntry.text(file);
  }

  /** That a network is a customer's, from a time on. */
  static String network(Customer customer, Prefix network, Instant from) {
    ObjectNode file = ConsentEntry.file(customer);
    ObjectNode fact = file.putArray("facts").addObject();
    fact.put("about", customer.id().text()).put("key", "network");
    fact.put("value", network.toString()).put("from", from.toString());
    return ConsentEntry.text(file);
  }

  /** Whether entries say that a network is a customer's. */
  static boolean isNetwork(String entries, PartyId customer, Prefix network) {
    JsonNode fact = JsonMapper.shared().readTree(entries).path("facts").path(0);
    return fact.path("about").asString().equals(customer.text())
        && fact.path("value").asString().equals(network.toString());
  }

  private static void texts(ArrayNode list, Collection<String> values) {
    new TreeSet<>(values).forEach(list::add);
  }
}
