package tenbin.spine.odrl;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.balance.ground.Obligation;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Purpose;
import tools.jackson.databind.JsonNode;

/**
 * One rule of an ODRL policy as the entry of a policy file.
 *
 * @param id of the entry
 * @param text its lines
 * @param unknown what the rule says that the entry does not
 */
record OdrlRule(String id, String text, List<String> unknown) {
  static OdrlRule read(JsonNode rule) {
    return new Reader(rule).read();
  }

  /** Collects an entry's lines. */
  private static final class Reader {
    private final JsonNode rule;
    private final List<String> unknown = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Reader(JsonNode rule) {
      this.rule = rule;
    }

    OdrlRule read() {
      String id = id();
      text.append("  - id: ").append(id).append('\n');
      own("kind");
      own("law");
      own("evidence");
      list("opens", texts(rule.path("tenbin:opens")));
      target();
      parties("assigner", "givers");
      parties("assignee", "recipients");
      acts();
      constraints();
      duties();
      return new OdrlRule(id, text.toString(), unknown);
    }

    private String id() {
      String uid = rule.path("uid").asString("");
      String last = uid.substring(uid.lastIndexOf(':') + 1);
      String plain = last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
      return plain.isEmpty() ? "unnamed" : plain.replaceFirst("^[.-]+", "");
    }

    /** What only our profile says. */
    private void own(String key) {
      String value = rule.path("tenbin:" + key).asString("");
      if (!value.isEmpty()) {
        line(key, OdrlImport.quoted(value));
      }
    }

    private void line(String key, String value) {
      text.append("    ").append(key).append(": ").append(value).append('\n');
    }

    private void list(String key, List<String> values) {
      if (!values.isEmpty()) {
        line(
            key,
            values.stream().map(OdrlImport::quoted).collect(Collectors.joining(", ", "[", "]")));
      }
    }

    private static List<String> texts(JsonNode node) {
      return OdrlImport.listed(node).stream()
          .map(each -> each.isObject() ? each.path("uid").asString("") : each.asString(""))
          .toList();
    }

    private void target() {
      for (JsonNode each : OdrlImport.listed(rule.path("target").path("refinement"))) {
        switch (each.path("leftOperand").asString("")) {
          case OdrlTerms.CATEGORY -> list("categories", texts(each.path("rightOperand")));
          case OdrlTerms.FIELD -> list("fields", texts(each.path("rightOperand")));
          default -> unknown.add("the target's refinement " + each);
        }
      }
      if (!rule.path("target").has("refinement")) {
        unknown.add("which fields the target " + rule.path("target") + " has");
      }
    }

    private void parties(String odrl, String key) {
      List<String> words = new ArrayList<>();
      for (String uid : texts(rule.path(odrl))) {
        if (uid.startsWith(OdrlTerms.PARTY)) {
          words.add(uid.substring(OdrlTerms.PARTY.length()));
        } else if (uid.startsWith(OdrlTerms.CLASS)) {
          words.add("class:" + uid.substring(OdrlTerms.CLASS.length()));
        } else if (uid.startsWith(OdrlTerms.ROLE)) {
          words.add(uid.substring(OdrlTerms.ROLE.length()));
        } else {
          unknown.add("the " + odrl + " " + uid);
        }
      }
      list(key, words);
    }

    private void acts() {
      List<String> words = new ArrayList<>();
      if (!rule.has("action")) {
        unknown.add("no action");
      }
      for (String action : texts(rule.path("action"))) {
        Optional<Act> known =
            java.util.Arrays.stream(Act.values())
                .filter(act -> OdrlTerms.action(act).equals(action))
                .findFirst();
        known.ifPresent(act -> words.add(act.word()));
        if (known.isEmpty()) {
          unknown.add("the action " + action);
        }
      }
      list("acts", words);
    }

    private void constraints() {
      Dates dates = new Dates();
      List<String> when = new ArrayList<>();
      for (JsonNode each : OdrlImport.listed(rule.path("constraint"))) {
        String left = each.path("leftOperand").asString("");
        if (left.startsWith(OdrlTerms.CONDITION) && isAnyOf(each)) {
          String fact = left.substring(OdrlTerms.CONDITION.length());
          when.add(fact + " = " + String.join(" | ", texts(each.path("rightOperand"))));
        } else if (each.has("or")) {
          spans(each.path("or").path("@list"));
        } else if (left.equals("purpose")) {
          purposes(each);
        } else if (!dates.take(each)) {
          unknown.add("the constraint " + each);
        }
      }
      dates.lines().forEach(text::append);
      list("when", when);
    }

    private static boolean isAnyOf(JsonNode constraint) {
      return constraint.path("operator").asString("").equals("isAnyOf");
    }

    private void purposes(JsonNode constraint) {
      List<String> codes = new ArrayList<>();
      for (String uid : texts(constraint.path("rightOperand"))) {
        boolean ours = uid.startsWith(OdrlTerms.PURPOSE);
        String code = ours ? uid.substring(OdrlTerms.PURPOSE.length()) : uid;
        if (ours && Purpose.tryParse(code).isPresent()) {
          codes.add(code);
        } else {
          unknown.add("the purpose " + uid);
        }
      }
      String operator = constraint.path("operator").asString("");
      if (!operator.equals("isAnyOf") && !operator.equals("eq")) {
        unknown.add("the operator " + operator + " on purposes");
      }
      list("purposes", codes);
    }

    private void spans(JsonNode alternatives) {
      text.append("    spans:\n");
      for (JsonNode each : alternatives) {
        Dates dates = new Dates();
        for (JsonNode part : each.path("and").path("@list")) {
          if (!dates.take(part)) {
            unknown.add("the constraint " + part);
          }
        }
        text.append("      - {").append(String.join(", ", dates.pairs())).append("}\n");
      }
    }

    private void duties() {
      List<String> obligations = new ArrayList<>();
      for (JsonNode duty : OdrlImport.listed(rule.path("duty"))) {
        String told = duty.path("tenbin:obligation").asString("");
        if (Obligation.tryParse(told).isPresent()) {
          obligations.add(told);
        } else {
          unknown.add("the duty " + duty);
        }
      }
      list("obligations", obligations);
    }
  }

  /** The beginning and the earliest end among constraints on the time. */
  private static final class Dates {
    private Instant from = Instant.MIN;
    private Instant to = Instant.MAX;

    boolean take(JsonNode constraint) {
      JsonNode right = constraint.path("rightOperand");
      String told = right.isObject() ? right.path("@value").asString("") : right.asString("");
      Optional<Instant> when = instant(told);
      if (!constraint.path("leftOperand").asString("").equals("dateTime") || when.isEmpty()) {
        return false;
      }
      return switch (constraint.path("operator").asString("")) {
        case "gteq" -> {
          from = from.isAfter(when.get()) ? from : when.get();
          yield true;
        }
        case "lt" -> {
          to = to.isBefore(when.get()) ? to : when.get();
          yield true;
        }
        default -> false;
      };
    }

    private static Optional<Instant> instant(String text) {
      try {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException other) {
        return Optional.empty();
      }
    }

    List<String> pairs() {
      List<String> pairs = new ArrayList<>();
      if (!from.equals(Instant.MIN)) {
        pairs.add("from: " + OdrlImport.quoted(from.toString()));
      }
      if (!to.equals(Instant.MAX)) {
        pairs.add("to: " + OdrlImport.quoted(to.toString()));
      }
      return pairs;
    }

    List<String> lines() {
      return pairs().stream().map(pair -> "    " + pair + "\n").toList();
    }
  }
}
