package tenbin.spine.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.consent.PartyId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One consent with everything that is on record of it: metadata, processing, parties, events (the
 * four parts of ISO/IEC TS 27560:2023).
 *
 * @param id of the basis
 * @param subject who consented
 * @param json the record; the subject gets it as the receipt
 * @param lacking fields of the structure that nobody recorded
 */
public record ConsentRecord(String id, PartyId subject, String json, List<String> lacking) {
  private static final String SCHEMA = "ISO/IEC TS 27560:2023";
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  public ConsentRecord {
    lacking = List.copyOf(lacking);
  }

  /** The records of all consents of a set, by id. */
  public static List<ConsentRecord> of(PolicySet set) {
    List<ConsentRecord> all = new ArrayList<>();
    for (Basis basis : set.bases()) {
      if (basis.grant() instanceof Grant.Consent consent) {
        all.add(of(basis, consent, set, Names.ALL));
      }
    }
    return all;
  }

  /**
   * The record of a subject's own consent, for the subject: recipients stand in it as the subject
   * named them, because what a member is called is the member's to tell.
   */
  public static Optional<ConsentRecord> receipt(PolicySet set, PartyId subject, String id) {
    for (Basis basis : set.bases()) {
      if (basis.id().equals(id)
          && basis.grant() instanceof Grant.Consent consent
          && consent.subject().equals(subject)) {
        return Optional.of(of(basis, consent, set, Names.NOT_OF_RECIPIENTS));
      }
    }
    return Optional.empty();
  }

  private enum Names {
    ALL,
    NOT_OF_RECIPIENTS
  }

  private static ConsentRecord of(Basis basis, Grant.Consent consent, PolicySet set, Names names) {
    ObjectNode root = MAKE.objectNode();
    ObjectNode context = root.putObject("@context");
    context.put("dpv", "https://w3id.org/dpv#");
    context.put("dct", "http://purl.org/dc/terms/");
    root.put("@type", "dpv:ConsentRecord");
    root.put("schema_version", SCHEMA);
    root.put("record_id", "urn:tenbin:basis:" + basis.id());
    root.put("pii_principal_id", consent.subject().text());
    root.set("pii_processing", processing(basis, consent, set));
    root.set("party_identification", parties(basis, consent, set, names));
    root.set("events", events(basis, consent));
    String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    return new ConsentRecord(basis.id(), consent.subject(), json, lacking(basis));
  }

  private static ObjectNode processing(Basis basis, Grant.Consent consent, PolicySet set) {
    ObjectNode node = MAKE.objectNode();
    node.put("privacy_notice", basis.proof().evidence());
    ArrayNode purposes = node.putArray("purposes");
    basis.scope().purposes().stream()
        .sorted()
        .forEach(purpose -> {
          ObjectNode each = purposes.addObject();
          each.put("purpose", purpose.code() + " " + purpose.word());
          each.put("lawful_basis", "dpv:Consent");
          each.set("pii_information", information(basis));
          texts(each, "pii_controllers", names(basis.scope().givers()));
          texts(each, "recipient_third_parties", names(basis.scope().recipients()));
          texts(each, "processing_method", words(basis.scope().acts()));
          each.put("retention_period", retention(basis, set.need(purpose).retention() + ""));
        });
    texts(node, "jurisdictions", new TreeSet<>(set.party(consent.subject()).laws()));
    texts(node, "obligations", basis.obligations().stream().sorted().toList());
    return node;
  }

  private static ArrayNode information(Basis basis) {
    ArrayNode list = MAKE.arrayNode();
    for (Enum<?> category : new TreeSet<>(basis.scope().categories())) {
      list.addObject().put("pii_type", category.name());
    }
    if (!basis.scope().fields().isEmpty()) {
      texts(list.addObject(), "pii_attributes", new TreeSet<>(basis.scope().fields()));
    }
    return list;
  }

  private static String retention(Basis basis, String byPurpose) {
    return basis.obligations().stream()
        .filter(each -> each.duty() == Obligation.Duty.DELETE_AFTER)
        .map(Obligation::of)
        .findFirst()
        .orElse(byPurpose);
  }

  private static ArrayNode parties(Basis basis, Grant.Consent consent, PolicySet set, Names names) {
    ArrayNode list = MAKE.arrayNode();
    list.add(party(set.party(consent.subject()), "dpv:DataSubject"));
    sorted(basis.scope().givers())
        .forEach(id -> list.add(party(set.party(id), "dpv:DataController")));
    sorted(basis.scope().recipients())
        .forEach(id -> {
          ObjectNode node = party(set.party(id), "dpv:Recipient");
          list.add(names == Names.ALL ? node : node.put("party_name", id.text()));
        });
    return list;
  }

  private static List<PartyId> sorted(Parties parties) {
    return parties.named().stream().sorted().toList();
  }

  private static ObjectNode party(Party party, String role) {
    ObjectNode node = MAKE.objectNode();
    node.put("party_id", party.id().text());
    node.put("party_name", party.name());
    node.put("party_role", role);
    return node;
  }

  private static ArrayNode events(Basis basis, Grant.Consent consent) {
    ArrayNode list = MAKE.arrayNode();
    consent.changes().stream()
        .sorted(Comparator.comparing(Grant.Change::from).thenComparing(Grant.Change::recordedAt))
        .forEach(change -> {
          ObjectNode event = list.addObject();
          event.put("event_state", status(change.state()));
          event.put("event_time", change.from().toString());
          event.put("recorded_at", change.recordedAt().toString());
          event.put("entity_id", consent.subject().text());
          basis
              .term()
              .reviewBy()
              .map(Instant::toString)
              .ifPresent(end -> event.put("valid_until", end));
        });
    return list;
  }

  /** The status as DPV 2 names it. */
  static String status(ConsentState state) {
    return switch (state) {
      case DEFERRED -> "dpv:ConsentRequestDeferred";
      case RENEWED_GIVEN -> "dpv:RenewedConsentGiven";
      case UNKNOWN, REQUESTED, REFUSED, GIVEN, EXPIRED, INVALIDATED, REVOKED, WITHDRAWN ->
          "dpv:Consent" + state.word();
    };
  }

  private static List<String> lacking(Basis basis) {
    List<String> lacking =
        new ArrayList<>(List.of("language", "storage_locations", "withdrawal_method"));
    if (basis.scope().givers().named().isEmpty()) {
      lacking.add("a named controller");
    }
    if (basis.scope().recipients().named().isEmpty()) {
      lacking.add("a named recipient");
    }
    return lacking;
  }

  private static List<String> names(Parties parties) {
    Set<String> all = new TreeSet<>();
    parties.named().forEach(each -> all.add(each.text()));
    parties.classes().forEach(each -> all.add("class:" + each));
    all.addAll(words(parties.roles()));
    return List.copyOf(all);
  }

  private static List<String> words(Set<? extends Enum<?>> values) {
    return values.stream()
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .sorted()
        .toList();
  }

  private static void texts(ObjectNode at, String key, Collection<?> values) {
    ArrayNode list = at.putArray(key);
    values.forEach(each -> list.add(each.toString()));
  }
}
