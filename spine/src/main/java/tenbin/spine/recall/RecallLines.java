package tenbin.spine.recall;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tenbin.spine.ledger.Became;
import tenbin.spine.ledger.Sequel;
import tenbin.spine.ledger.Traces.Trace;

/**
 * What became of deliveries as lines of the ledger: their recipient and those whom they were about
 * can prove it, each once: a line is written together with its name, whenever the hub stops.
 */
final class RecallLines {
  private final StoredRecalls recalls;
  private final RecallWork.LedgerSides ledger;
  private final Clock clock;

  RecallLines(StoredRecalls recalls, RecallWork.LedgerSides ledger, Clock clock) {
    this.recalls = recalls;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Writes what is not written yet. */
  void write() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (StoredRecalls.Word word : StoredRecalls.Word.values()) {
      for (Recall recall : recalls.unwritten(word, now)) {
        write(word, recall, now);
        recalls.written(word, recall);
      }
    }
  }

  private void write(StoredRecalls.Word word, Recall recall, Instant now) {
    List<Recall.Delivery> all =
        recalls.deliveries(recall.recipient(), recall.id(), 0, Integer.MAX_VALUE);
    List<Trace> traces = ledger.traces().of(recall.recipient(), recall.basis());
    Optional<Instant> until = Optional.of(recall.acknowledgeBy());
    switch (word) {
      case MADE -> {
        Part part = new Part(recall, all, traces, now);
        line(part, Recall.Fate.RECALLED, Sequel.Word.RECALLED, until);
        line(part, Recall.Fate.ANNOTATED, Sequel.Word.ANNOTATED, Optional.empty());
        line(part, Recall.Fate.STAYS, Sequel.Word.STAYS, Optional.empty());
      }
      case ANSWERED ->
          recall
              .answer()
              .ifPresent(answer ->
                  line(
                      new Part(recall, all, traces, now),
                      Recall.Fate.RECALLED,
                      answer.how() == Recall.How.DELETED
                          ? Sequel.Word.DELETED
                          : Sequel.Word.STOPPED,
                      Optional.empty()));
      case OVERDUE ->
          line(
              new Part(recall, all, traces, now), Recall.Fate.RECALLED, Sequel.Word.OVERDUE, until);
    }
  }

  private record Part(
      Recall recall, List<Recall.Delivery> deliveries, List<Trace> traces, Instant at) {}

  /** One line for the deliveries of one fate; none where there are none. */
  private void line(Part part, Recall.Fate fate, Sequel.Word word, Optional<Instant> until) {
    List<Recall.Delivery> some =
        part.deliveries.stream().filter(each -> each.fate() == fate).toList();
    if (some.isEmpty()) {
      return;
    }
    Set<UUID> receipts = new HashSet<>();
    Set<String> restsOn = new TreeSet<>();
    TreeSet<Instant> times = new TreeSet<>();
    long rows = 0;
    for (Recall.Delivery each : some) {
      receipts.add(each.receipt());
      times.add(each.at());
      rows += each.rows();
      if (!each.restsOn().isEmpty()) {
        restsOn.addAll(List.of(each.restsOn().split(",")));
      }
    }
    Sequel sequel =
        new Sequel(
            word, part.recall.basis(), some.size(), times.first(), times.last(), until, restsOn);
    List<Trace> its =
        part.traces.stream().filter(each -> receipts.contains(each.receipt())).toList();
    ledger
        .lines()
        .appendOnce(
            new Became(part.at, part.recall.recipient(), rows, sequel, its),
            "recall " + part.recall.recipient() + " " + part.recall.id() + " " + word);
  }
}
