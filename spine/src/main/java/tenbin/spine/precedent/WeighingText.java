package tenbin.spine.precedent;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.balance.weigh.Why;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as JSON, for the holder, the approver and the secretariat: with every reason and with
 * what would open it. A recipient never sees one.
 */
public final class WeighingText {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private WeighingText() {}

  /** One trial's answer. */
  public static String json(Judgement judgement) {
    ObjectNode root = MAKE.objectNode();
    root.put("case", judgement.trial().name());
    switch (judgement.trial()) {
      case QuestionTrial trial ->
          trial.policy().ifPresent(policy -> root.put("policy", policy.version()));
      case NumberTrial trial -> trial.told().forEach(root.putObject("told")::put);
      case RecallTrial trial -> trial.consequences().forEach((word, all) -> texts(root, word, all));
    }
    texts(root, "refused", judgement.trial().faults());
    judgement.weighing().ifPresent(weighing -> add(root, weighing));
    return pretty(root);
  }

  private static void add(ObjectNode root, Weighing weighing) {
    root.put("effect", word(weighing.effect()));
    root.put("byRetroaction", weighing.byRetroaction());
    ArrayNode fields = root.putArray("fields");
    weighing.weights().forEach(weight -> fields.add(field(weight)));
    texts(root, "obligations", weighing.obligations());
    ArrayNode asks = root.putArray("asks");
    weighing.asks().forEach(ask -> asks.add(ask(ask)));
    whys(root, weighing.whys());
    texts(root, "tasks", weighing.tasks());
    texts(root, "pointers", weighing.pointers());
  }

  private static ObjectNode field(Weight weight) {
    ObjectNode field = MAKE.objectNode();
    field.put("name", weight.part().name());
    field.put("group", weight.part().group());
    field.put("category", weight.part().category().name());
    field.put("effect", word(weight.effect()));
    field.put("level", weight.word());
    texts(field, "bases", weight.bases().stream().sorted().toList());
    whys(field, weight.whys());
    return field;
  }

  private static void whys(ObjectNode at, Collection<Why> whys) {
    ArrayNode list = at.putArray("reasons");
    for (Why why : whys) {
      ObjectNode reason = list.addObject();
      reason.put("code", why.code().name());
      reason.put("en", why.english());
      reason.put("ja", why.japanese());
      if (!why.opener().isEmpty()) {
        reason.put("opens", why.opener());
        reason.put("opensJa", why.openerJapanese());
      }
    }
  }

  private static ObjectNode ask(AskFor ask) {
    ObjectNode node = MAKE.objectNode();
    node.put("rule", ask.rule());
    node.put("whom", ask.whom().word());
    node.put("party", ask.party());
    node.put("about", ask.about());
    node.put("pending", ask.pending());
    return node;
  }

  /** What a proposal would release. */
  public static String json(WhatIf whatIf) {
    ObjectNode root = MAKE.objectNode();
    root.put("whatif", whatIf.title());
    root.put("rows", whatIf.rows());
    root.put("withheld", whatIf.withheld());
    root.put("released", whatIf.rowsByRecipient().values().stream().mapToLong(n -> n).sum());
    ObjectNode by = root.putObject("releasedByRecipient");
    whatIf.rowsByRecipient().forEach(by::put);
    root.put("cases", whatIf.cases().size());
    root.put("casesReleased", whatIf.casesReleased().size());
    ObjectNode cases = root.putObject("casesByRecipient");
    whatIf.casesByRecipient().forEach((recipient, its) -> cases.put(recipient, its.size()));
    ArrayNode releases = root.putArray("releases");
    for (WhatIf.Release release : whatIf.releases()) {
      ObjectNode node = releases.addObject();
      node.put("name", release.name());
      node.put("recipient", release.recipient());
      node.put("rows", release.rows());
      texts(node, "cases", new TreeSet<>(release.cases()));
      ObjectNode fields = node.putObject("fields");
      release.fields().forEach(fields::put);
      texts(node, "bases", release.restsOn());
    }
    return pretty(root);
  }

  private static void texts(ObjectNode at, String key, Collection<?> values) {
    ArrayNode list = at.putArray(key);
    values.forEach(value -> list.add(value.toString()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String pretty(ObjectNode root) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
