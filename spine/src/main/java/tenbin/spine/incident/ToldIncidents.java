package tenbin.spine.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.balance.weigh.Question.Asked;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;

/**
 * What a member is told of incidents: for each purpose what it may have, in an order of what it
 * has, so that a report which it does not get changes nothing. Any thread.
 */
public final class ToldIncidents {
  private final IncidentBook book;
  private final Questions questions;

  /** What was asked about a report for a purpose, and what came of it. */
  public interface Questions {
    List<Asked> about(IncidentReport report, Plan plan);

    /** Nothing was asked. */
    Questions NONE = (report, plan) -> List.of();
  }

  public ToldIncidents(IncidentBook book, Questions questions) {
    this.book = book;
    this.questions = questions;
  }

  /** A report as a recipient gets it. The report is for the hub's own books. */
  public record Told(IncidentReport report, Disclosure disclosure) {
    String day() {
      return disclosure.fact(IncidentField.DAY.field());
    }

    UUID id() {
      return disclosure.id();
    }
  }

  /** The latest day first, then by the recipient's own ids. */
  public static final Comparator<Told> ORDER =
      Comparator.comparing(Told::day).reversed().thenComparing(told -> told.id().toString());

  /** All that the plan's recipient may have for the plan's purpose. */
  public List<Told> of(Plan plan) {
    List<Told> found = new ArrayList<>();
    List<IncidentBook.Review> reviews = book.reviews();
    for (IncidentReport report : book.all()) {
      decide(plan, report, reviews).ifPresent(each -> found.add(new Told(report, each)));
    }
    found.sort(ORDER);
    return found;
  }

  /** One of them by the id that the recipient knows. */
  public Optional<Told> one(Plan plan, UUID id) {
    return of(plan).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private Optional<Disclosure> decide(
      Plan plan, IncidentReport report, List<IncidentBook.Review> reviews) {
    PartyId recipient = plan.request().recipient().party();
    Item.Told item =
        recipient.equals(report.holder())
            ? IncidentItems.whole(report)
            : IncidentItems.told(report);
    List<Asked> asked = new ArrayList<>(IncidentItems.reviews(report, reviews));
    asked.addAll(questions.about(report, plan));
    return switch (plan.decide(item, asked)) {
      case Decision.Released(Disclosure disclosure) -> Optional.of(disclosure);
      case Decision.Withheld ignored -> Optional.empty();
    };
  }

  /** Fields by name, for a page. */
  public static Map<String, String> valuesOf(Disclosure disclosure) {
    Map<String, String> values = new java.util.LinkedHashMap<>();
    disclosure.facts().forEach(fact -> values.put(fact.name(), fact.value()));
    return values;
  }
}
