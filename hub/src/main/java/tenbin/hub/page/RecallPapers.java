package tenbin.hub.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.recall.Recall;

/**
 * Recalls as their one reader may see them: a recipient its own, the secretariat all. A recall is
 * about what its recipient has already, so it tells it nothing new.
 */
public final class RecallPapers {
  private static final String KIND = "recall";

  private final Showing showing;
  private final Instant now;

  public RecallPapers(Plan plan) {
    this.showing = new Showing(plan);
    this.now = plan.request().at();
  }

  /**
   * A recall for its reader.
   *
   * @param state "open", "overdue", "answered", "noted" where nothing has to be done
   */
  public record Line(
      UUID id,
      String recipient,
      String basis,
      String state,
      Instant madeAt,
      Instant acknowledgeBy,
      long deliveries,
      long rows,
      Instant first,
      Instant last,
      String how,
      Optional<Instant> answeredAt) {
    /** Whether something has to be done. */
    public boolean waits() {
      return state.equals("open") || state.equals("overdue");
    }
  }

  /** Everything that was released for the last views, for the ledger. */
  public List<Disclosure> shown() {
    return showing.shown();
  }

  public List<Line> of(List<Recall> recalls) {
    return recalls.stream().flatMap(each -> line(each).stream()).toList();
  }

  public Optional<Line> line(Recall recall) {
    return tell(recall).map(RecallPapers::line);
  }

  /** The recall as the plan's recipient may have it. */
  public Optional<Disclosure> tell(Recall recall) {
    MemberId reader = showing.viewer();
    return showing.tell(
        new Item.Told(
            KIND,
            recall.id().toString(),
            reader,
            Tlp.AMBER_STRICT,
            List.of(reader),
            facts(recall)));
  }

  private List<Fact> facts(Recall recall) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "recall", recall.id());
    add(facts, "recipient", recall.recipient());
    add(facts, "basis", recall.basis());
    add(facts, "state", state(recall));
    add(facts, "made-at", recall.madeAt());
    add(facts, "acknowledge-by", recall.acknowledgeBy());
    add(facts, "deliveries", recall.recalled());
    add(facts, "rows", recall.rows());
    add(facts, "first", recall.first());
    add(facts, "last", recall.last());
    recall
        .answer()
        .ifPresent(answer -> {
          add(facts, "how", Facts.word(answer.how()));
          add(facts, "answered-at", answer.at());
        });
    return facts;
  }

  private String state(Recall recall) {
    if (recall.recalled() == 0) {
      return "noted";
    }
    if (recall.answer().isPresent()) {
      return "answered";
    }
    return recall.isOverdue(now) ? "overdue" : "open";
  }

  private static void add(List<Fact> facts, String name, Object value) {
    facts.add(new Fact(name, Category.C0, value.toString()));
  }

  private static Line line(Disclosure told) {
    return new Line(
        UUID.fromString(told.fact("recall")),
        told.fact("recipient"),
        told.fact("basis"),
        told.fact("state"),
        Instant.parse(told.fact("made-at")),
        Instant.parse(told.fact("acknowledge-by")),
        Long.parseLong(told.fact("deliveries")),
        Long.parseLong(told.fact("rows")),
        Instant.parse(told.fact("first")),
        Instant.parse(told.fact("last")),
        told.fact("how"),
        Optional.of(told.fact("answered-at")).filter(at -> !at.isEmpty()).map(Instant::parse));
  }
}
