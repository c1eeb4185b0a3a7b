package tenbin.spine.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Item;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Question.Asked;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;

/** Reports as items of the balance: each field with its category, about the one who told it. */
public final class IncidentItems {
  /** What the items are called. */
  public static final String KIND = "incident";

  private IncidentItems() {}

  /** A report as others could be told it: what patterns cut out is cut out. */
  public static Item.Told told(IncidentReport report) {
    List<Item.Fact> facts = new ArrayList<>();
    report
        .values()
        .forEach((field, value) -> {
          Redaction redaction = Redaction.of(report, field);
          String state =
              redaction.isNeeded()
                  ? redaction.breaksIt() ? "breaks-indicator" : "proposed"
                  : "none";
          facts.add(new Item.Fact(field.field(), field.category(), redaction.text(), state));
        });
    return item(report, facts, Map.of());
  }

  /** A report for those who know all of it: its holder, and the one whom it is about. */
  public static Item.Told whole(IncidentReport report) {
    List<Item.Fact> facts = new ArrayList<>();
    report
        .values()
        .forEach(
            (field, value) -> facts.add(new Item.Fact(field.field(), field.category(), value)));
    return item(report, facts, Map.of(Item.About.OWN_WORDS, "yes"));
  }

  /** Told by a party to the communications, so nobody learnt them by carrying. */
  private static Item.Told item(
      IncidentReport report, List<Item.Fact> facts, Map<String, String> more) {
    Map<String, String> traits = new java.util.HashMap<>(more);
    traits.put(Item.About.REPORT, report.id().toString());
    traits.put("learnt", "party");
    return new Item.Told(
        KIND,
        report.id().toString(),
        report.holder(),
        new Item.About(Optional.of(report.subject()), traits),
        report.marking(),
        List.of(),
        facts);
  }

  /** What persons said of a report's proposals, for the balance. */
  static List<Asked> reviews(IncidentReport report, List<IncidentBook.Review> reviews) {
    List<Asked> asked = new ArrayList<>();
    for (IncidentField field : report.values().keySet()) {
      String digest = Redaction.of(report, field).digest();
      reviews.stream()
          .filter(each -> of(each, report.id(), field, digest))
          .map(each ->
              new Asked(
                  AskFor.REVIEW,
                  field.field(),
                  each.refused() ? Asked.State.REFUSED : Asked.State.APPROVED))
          .forEach(asked::add);
    }
    return asked;
  }

  private static boolean of(
      IncidentBook.Review review, UUID report, IncidentField field, String digest) {
    return review.report().equals(report)
        && review.field() == field
        && review.digest().equals(digest);
  }
}
