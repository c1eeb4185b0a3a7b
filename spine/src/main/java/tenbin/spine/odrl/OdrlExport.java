package tenbin.spine.odrl;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A policy set as an ODRL 2.2 policy of the type Set: bases as permissions, forbids as
 * prohibitions, obligations as duties.
 *
 * @param json JSON-LD
 * @param lost what it leaves out, a line each
 */
public record OdrlExport(String json, List<String> lost) {
  public OdrlExport {
    lost = List.copyOf(lost);
  }

  /** Writes what ODRL can say. */
  public static OdrlExport of(PolicySet set) {
    List<String> lost = new ArrayList<>();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("@context", OdrlTerms.CONTEXT);
    root.put("@type", "Set");
    root.put("uid", "urn:tenbin:policy:" + set.version());
    root.put("profile", OdrlTerms.PROFILE);
    ArrayNode permissions = root.putArray("permission");
    for (Basis basis : set.bases()) {
      permissions.add(permission(basis));
      addLost(basis, lost);
    }
    ArrayNode prohibitions = root.putArray("prohibition");
    for (Forbid forbid : set.forbids()) {
      prohibitions.add(prohibition(forbid));
      addLost(forbid, lost);
    }
    addLost(set, lost);
    String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    return new OdrlExport(json, lost);
  }

  private static ObjectNode permission(Basis basis) {
    ObjectNode rule = rule(OdrlTerms.BASIS + basis.id(), basis.scope(), basis.term());
    rule.put("tenbin:kind", basis.kind().word());
    texts(rule, "tenbin:opens", names(basis.opens()));
    rule.put("tenbin:law", basis.law());
    rule.put("tenbin:evidence", basis.proof().evidence());
    narrow((ArrayNode) rule.path("constraint"), basis);
    ArrayNode duties = rule.putArray("duty");
    for (Obligation each : new TreeSet<>(basis.obligations())) {
      duties.add(duty(each));
    }
    return rule;
  }

  /** What ODRL has no words for stays as constraints, so that nobody reads the rest as enough. */
  private static void narrow(ArrayNode constraints, Basis basis) {
    for (Condition each : basis.conditions()) {
      String fact = OdrlTerms.CONDITION + each.who().word() + "." + each.key();
      constraints.add(constraint(fact, "isAnyOf", each.values().stream().sorted().toList()));
    }
    String grant =
        switch (basis.grant()) {
          case Grant.Standing ignored -> "";
          case Grant.Consent consent -> "consent of " + consent.subject();
          case Grant.GeneralTerms terms -> "not in register " + terms.register();
          case Grant.Adopted adopted -> "adopted by " + lower(adopted.adopter());
        };
    if (!grant.isEmpty()) {
      constraints.add(constraint(OdrlTerms.ONLY_HERE + "grant", "eq", List.of(grant)));
    }
    if (!basis.scope().subjects().equals(Parties.ANYBODY)) {
      constraints.add(constraint(OdrlTerms.ONLY_HERE + "subjects", "eq", List.of(basis.id())));
    }
    List<String> ceiling = new ArrayList<>();
    basis.ceiling().levels().forEach((of, level) -> ceiling.add(of + ": " + level));
    if (!ceiling.isEmpty()) {
      constraints.add(
          constraint(
              OdrlTerms.ONLY_HERE + "ceiling", "isAllOf", ceiling.stream().sorted().toList()));
    }
  }

  private static ObjectNode prohibition(Forbid forbid) {
    return rule(OdrlTerms.FORBID + forbid.id(), forbid.scope(), forbid.term());
  }

  private static ObjectNode rule(String uid, Scope scope, Term term) {
    ObjectNode rule = JsonNodeFactory.instance.objectNode();
    rule.put("uid", uid);
    rule.set("target", target(scope));
    parties(rule, "assigner", scope.givers());
    parties(rule, "assignee", scope.recipients());
    texts(rule, "action", scope.acts().stream().map(OdrlTerms::action).sorted().toList());
    ArrayNode constraints = rule.putArray("constraint");
    List<String> purposes =
        scope.purposes().stream().map(each -> OdrlTerms.PURPOSE + each.code()).sorted().toList();
    constraints.add(constraint("purpose", "isAnyOf", purposes));
    dates(constraints, term);
    return rule;
  }

  private static ObjectNode target(Scope scope) {
    ObjectNode target = JsonNodeFactory.instance.objectNode();
    target.put("@type", "AssetCollection");
    target.put("source", "urn:tenbin:fields");
    ArrayNode refinements = target.putArray("refinement");
    refinements.add(constraint(OdrlTerms.CATEGORY, "isAnyOf", names(scope.categories())));
    if (!scope.fields().isEmpty()) {
      List<String> fields = scope.fields().stream().sorted().toList();
      refinements.add(constraint(OdrlTerms.FIELD, "isAnyOf", fields));
    }
    return target;
  }

  private static void parties(ObjectNode rule, String key, Parties parties) {
    Set<String> all = new TreeSet<>();
    parties.named().forEach(each -> all.add(OdrlTerms.PARTY + each));
    parties.classes().forEach(each -> all.add(OdrlTerms.CLASS + each));
    parties.roles().forEach(each -> all.add(OdrlTerms.ROLE + lower(each)));
    texts(rule, key, all);
  }

  /** The spans with the end that was declared: as they are known now. */
  private static void dates(ArrayNode constraints, Term term) {
    List<ObjectNode> spans = term.spans().stream().map(OdrlExport::span).toList();
    if (spans.size() > 1) {
      ArrayNode any = constraints.addObject().putObject("or").putArray("@list");
      spans.forEach(any::add);
    } else if (!spans.getFirst().path("and").path("@list").isEmpty()) {
      spans.getFirst().path("and").path("@list").forEach(constraints::add);
    }
    term.reviewBy().ifPresent(review -> constraints.add(date("lt", review)));
    term.ends().forEach(end -> constraints.add(date("lt", end.from())));
  }

  private static ObjectNode span(Span span) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode both = node.putObject("and").putArray("@list");
    if (!span.from().equals(Instant.MIN)) {
      both.add(date("gteq", span.from()));
    }
    if (!span.to().equals(Instant.MAX)) {
      both.add(date("lt", span.to()));
    }
    return node;
  }

  private static ObjectNode date(String operator, Instant when) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("leftOperand", "dateTime");
    node.put("operator", operator);
    ObjectNode value = node.putObject("rightOperand");
    value.put("@value", when.toString());
    value.put("@type", "xsd:dateTime");
    return node;
  }

  private static ObjectNode constraint(String left, String operator, Collection<String> right) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("leftOperand", left);
    node.put("operator", operator);
    texts(node, "rightOperand", right);
    return node;
  }

  private static ObjectNode duty(Obligation obligation) {
    ObjectNode duty = JsonNodeFactory.instance.objectNode();
    duty.put(
        "action",
        switch (obligation.duty()) {
          case DELETE_AFTER -> "delete";
          case NOTIFY_SUBJECT -> "inform";
          case PSEUDONYMISE, REDACT, STRIP_ATTRIBUTION -> "anonymize";
          case ENCRYPT,
              GENERALISE,
              AGGREGATE,
              ACKNOWLEDGE_BY,
              NO_ONWARD,
              ONWARD_ONLY,
              REPORT_ONWARD,
              FEEDBACK_BY,
              HUMAN_REVIEW,
              AFTER_REVIEW ->
              "urn:tenbin:duty:" + obligation.duty().word();
        });
    duty.put("tenbin:obligation", obligation.toString());
    return duty;
  }

  private static void addLost(Basis basis, List<String> lost) {
    switch (basis.grant()) {
      case Grant.Standing ignored -> {}
      case Grant.Consent ignored -> lost.add(basis.id() + ": the states of the consent");
      case Grant.GeneralTerms ignored -> lost.add(basis.id() + ": the register of opt-outs");
      case Grant.Adopted ignored -> lost.add(basis.id() + ": who adopted the clause, since when");
    }
    if (!basis.ceiling().levels().isEmpty()) {
      lost.add(basis.id() + ": its ceiling");
    }
    addLost(basis.id(), basis.scope(), basis.term(), lost);
  }

  private static void addLost(Forbid forbid, List<String> lost) {
    if (!forbid.conditions().isEmpty() || !forbid.kinds().isEmpty()) {
      lost.add(forbid.id() + ": its conditions and kinds of basis: it reads wider than it is");
    }
    addLost(forbid.id(), forbid.scope(), forbid.term(), lost);
  }

  private static void addLost(String id, Scope scope, Term term, List<String> lost) {
    if (!scope.subjects().equals(Parties.ANYBODY)) {
      lost.add(id + ": whom it is about");
    }
    if (term.spans().stream().anyMatch(span -> !span.recordedAt().equals(span.from()))) {
      lost.add(id + ": since when it is on record");
    }
  }

  private static void addLost(PolicySet set, List<String> lost) {
    if (!set.parts().askRules().isEmpty()) {
      lost.add("who may be asked");
    }
    if (!set.parts().needs().isEmpty()) {
      lost.add("what purposes need");
    }
    if (!set.parts().standings().isEmpty()) {
      lost.add("what recipients must meet");
    }
    if (!set.parts().facts().isEmpty()) {
      lost.add("facts");
    }
  }

  private static void texts(ObjectNode at, String key, Collection<String> values) {
    ArrayNode list = at.putArray(key);
    values.forEach(list::add);
  }

  private static List<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
