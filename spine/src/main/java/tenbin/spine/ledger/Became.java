package tenbin.spine.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.ledger.evidence.LineText;

/**
 * What became of some deliveries to one recipient, before it stands in the ledger.
 *
 * @param at when
 * @param recipient who has them
 * @param rows how many rows they have together
 * @param sequel what became of them
 * @param traces whom they were about
 */
public record Became(
    Instant at, MemberId recipient, long rows, Sequel sequel, List<Traces.Trace> traces) {
  public Became {
    traces = List.copyOf(traces);
  }

  /** A recipient finds its recalls on a page. */
  private static final String OUTLET = "PAGE";

  Entry entry() {
    Map<PartyId, List<Traces.Trace>> bySubject = new TreeMap<>();
    for (Traces.Trace each : traces) {
      if (!each.subject().equals(recipient.party())) {
        bySubject.computeIfAbsent(each.subject(), subject -> new ArrayList<>()).add(each);
      }
    }
    List<Entry.About> abouts = new ArrayList<>();
    bySubject.forEach((subject, its) -> abouts.add(about(subject, its)));
    byte[] text = Ledger.utf8(sequel.tell(new LineText()).toString());
    return new Entry(
        at,
        recipient,
        Purpose.RUN_THE_CIRCLE.code(),
        OUTLET,
        "recall",
        Entry.Told.rows(rows),
        Entry.Inner.NONE,
        abouts,
        Optional.of(sequel),
        Digest.of(text));
  }

  private Entry.About about(PartyId subject, List<Traces.Trace> its) {
    TreeSet<Instant> times = new TreeSet<>();
    TreeSet<String> reports = new TreeSet<>();
    long sum = 0;
    for (Traces.Trace each : its) {
      times.add(each.at());
      reports.addAll(each.reports());
      sum += each.rows();
    }
    return new Entry.About(
        subject,
        Entry.Told.rows(sum),
        reports,
        Optional.of(sequel.of(its.size(), times.first(), times.last())));
  }
}
