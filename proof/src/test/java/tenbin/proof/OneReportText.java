package tenbin.proof;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Reason;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.member.Claim;
import tenbin.nouns.observation.Field;
import tenbin.wire.lines.ObservationLines;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the stages made of one report, as a JSON text for people. */
final class OneReportText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);

  private OneReportText() {}

  /** The text; all but the last two members have one element a row. */
  static String of(OneReport report, String jsonLine, String nineColumns) {
    List<OneReport.Row> rows = report.rows();
    ObjectNode all = JSON.createObjectNode();
    all.set("received", received(report));
    all.set("observation", each(rows, row -> JSON.readTree(ObservationLines.line(row.seen()))));
    all.set("attribution", each(rows, row -> attribution(row.attribution())));
    all.set("fingerprint", each(rows, row -> JSON.valueToTree(row.identity().toString())));
    all.set("seenBy", each(rows, row -> JSON.valueToTree(word(row.seenBy()))));
    all.set("decision", each(report.decisions(), OneReportText::decision));
    all.put("jsonLine", jsonLine);
    all.put("nineColumns", nineColumns);
    return JSON.writer().with(PRETTY).writeValueAsString(all) + "\n";
  }

  private static ObjectNode received(OneReport report) {
    ObjectNode received = JSON.createObjectNode();
    received.put("name", OneReport.NAME);
    received.put("at", OneReport.RECEIVED_AT.toString());
    received.put("holder", OneReport.HOLDER.text());
    received.put("format", report.format().name());
    received.set("lines", each(OneReport.TEXT.lines().toList(), JSON::valueToTree));
    return received;
  }

  private static ObjectNode attribution(Attribution attribution) {
    ObjectNode whose = JSON.createObjectNode();
    whose.put("responsible", OneReport.witness(attribution).text());
    if (attribution.evidence() instanceof Evidence.ByClaim(Claim claim)) {
      whose.put("network", claim.network().toString());
      whose.put("means", word(claim.means()));
      whose.put("from", claim.validity().from().toString());
      claim.validity().end().ifPresent(end -> whose.put("to", end.toString()));
      whose.put("verifiedBy", claim.verifiedBy());
    }
    return whose;
  }

  private static ObjectNode decision(Decision decision) {
    ObjectNode said = JSON.createObjectNode().put("recipient", OneReport.RECIPIENT.text());
    switch (decision) {
      case Decision.Released(Disclosure disclosure) -> {
        said.put("purpose", disclosure.terms().purpose().word());
        said.set("bases", each(sorted(disclosure.terms().bases()), JSON::valueToTree));
        said.set("released", fields(disclosure, true));
        said.set("keptBack", fields(disclosure, false));
      }
      case Decision.Withheld(var reasons) ->
          said.set("withheld", each(sorted(reasons), OneReportText::reason));
    }
    return said;
  }

  private static ObjectNode reason(Reason reason) {
    return JSON.createObjectNode()
        .put("reason", word(reason))
        .put("gate", reason.gate().name())
        .put("opener", reason.opener());
  }

  /** The fields in one text: a line each would hide the rest. */
  private static JsonNode fields(Disclosure disclosure, boolean shown) {
    StringBuilder names = new StringBuilder();
    for (Field field : Field.values()) {
      if (disclosure.shows(field) == shown) {
        names.append(names.isEmpty() ? "" : " ").append(word(field));
      }
    }
    return JSON.valueToTree(names.toString());
  }

  private static <T> ArrayNode each(List<T> values, Function<? super T, JsonNode> toJson) {
    ArrayNode array = JSON.createArrayNode();
    values.forEach(value -> array.add(toJson.apply(value)));
    return array;
  }

  private static <T extends Comparable<? super T>> List<T> sorted(Set<T> values) {
    return values.stream().sorted().toList();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
