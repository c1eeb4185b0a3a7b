package tenbin.hub.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.spine.checkup.Checkup;
import tenbin.spine.checkup.TableState;
import tenbin.spine.checkup.Vitals;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.health.Health;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/** The hub's numbers now: {@code GET /api/v1/metrics}, for a token with the scope metrics. */
@RestController
@May(Act.MEASURE)
public class Metrics {
  private static final double MILLIS = 1e3;

  private final Checkup checkup;
  private final EvidenceBook evidence;
  private final AnswerTimes answers;
  private final Clock clock;

  public Metrics(Checkup checkup, EvidenceBook evidence, AnswerTimes answers, Clock clock) {
    this.checkup = checkup;
    this.evidence = evidence;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/api/v1/metrics")
  ResponseEntity<String> metrics() {
    MetricText out = new MetricText();
    Vitals vitals = checkup.take();
    store(out, vitals);
    queue(out, vitals);
    outward(out, vitals);
    doors(out, vitals);
    ledger(out);
    machine(out);
    answers.write(out);
    return ResponseEntity.ok().header("Content-Type", MetricText.MEDIA_TYPE).body(out.toString());
  }

  private static void store(MetricText out, Vitals vitals) {
    Vitals.Store store = vitals.store();
    out.gauge("tenbin_database_up", "Whether the database answers.", store.answers() ? 1 : 0);
    out.gauge(
        "tenbin_database_answer_seconds",
        "How long the database took for the checkup.",
        store.took().toMillis() / MILLIS);
    out.gauge("tenbin_database_bytes", "The size of the database.", store.bytes());
    out.gauge(
        "tenbin_writer_up",
        "Whether this hub holds the lock of the one that writes.",
        vitals.mayWrite() ? 1 : 0);
    Vitals.Disk disk = vitals.disk();
    out.gauge(
        "tenbin_disk_writable",
        "Whether the folder of raw reports can be written.",
        disk.writable() ? 1 : 0);
    out.gauge(
        "tenbin_disk_free_bytes", "What is left on the disk of raw reports.", disk.freeBytes());
    out.gauge(
        "tenbin_disk_reserve_bytes", "Below this no report is taken in.", disk.reserveBytes());
  }

  private static void queue(MetricText out, Vitals vitals) {
    Vitals.Queue queue = vitals.queue();
    out.gauge("tenbin_queue_reports", "Reports that wait to be read.", queue.reports());
    out.gauge("tenbin_queue_bytes", "Their size.", queue.bytes());
    out.gauge(
        "tenbin_queue_oldest_seconds",
        "How long the oldest of them has waited.",
        age(queue.oldest(), vitals.at()));
    Vitals.Delay delay = vitals.delay();
    out.gauge("tenbin_delay_reports", "Reports read in the last hour.", delay.reports());
    out.family(
            "tenbin_delay_seconds",
            MetricText.Kind.GAUGE,
            "From a report's acknowledgement to its last row, over the last hour.")
        .line(MetricText.labels("part", "half"), delay.usual().toMillis() / MILLIS)
        .line(MetricText.labels("part", "19-of-20"), delay.most().toMillis() / MILLIS)
        .line(MetricText.labels("part", "all"), delay.longest().toMillis() / MILLIS);
  }

  private static void outward(MetricText out, Vitals vitals) {
    Vitals.Outward outward = vitals.outward();
    out.gauge("tenbin_subscriptions_active", "Subscriptions that run.", outward.active());
    out.gauge("tenbin_dead_letters", "Subscriptions that failed for good.", outward.dead());
    out.gauge(
        "tenbin_deliveries_late_seconds",
        "How late the subscription most behind is.",
        age(outward.oldestDue(), vitals.at()));
  }

  private static void doors(MetricText out, Vitals vitals) {
    MetricText.Family ways =
        out.family(
            "tenbin_way_in_last_seconds",
            MetricText.Kind.GAUGE,
            "How long ago the last report came by this way.");
    for (WaysIn.LastIn way : vitals.ways()) {
      ways.line(
          MetricText.labels("way", way.way().split(":", 2)[0]),
          age(Optional.of(way.at()), vitals.at()));
    }
    // A door's name goes on behind a colon: a member, a folder, a server. Its kind is enough.
    Map<String, List<Health>> kinds =
        vitals.doors().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.name().split(":", 2)[0], TreeMap::new, Collectors.toList()));
    MetricText.Family doors =
        out.family(
            "tenbin_doors_failing",
            MetricText.Kind.GAUGE,
            "Sources, channels and rounds of a kind whose last turn failed.");
    kinds.forEach((kind, all) ->
        doors.line(
            MetricText.labels("kind", kind), all.stream().filter(each -> !each.isWell()).count()));
    MetricText.Family failures =
        out.family(
            "tenbin_door_failures_most",
            MetricText.Kind.GAUGE,
            "The most failures in a row among those of a kind.");
    kinds.forEach((kind, all) ->
        failures.line(
            MetricText.labels("kind", kind),
            all.stream().mapToLong(Health::failuresInARow).max().orElse(0)));
    long refused = vitals.tables().stream().filter(each -> !each.isUsed()).count();
    out.gauge("tenbin_tables_refused", "Tables of networks that are not used.", refused);
    Optional<Instant> oldest =
        vitals.tables().stream().map(TableState::modified).min(Instant::compareTo);
    out.gauge(
        "tenbin_tables_oldest_seconds",
        "The age of the oldest table of networks.",
        age(oldest, vitals.at()));
  }

  private void ledger(MetricText out) {
    Optional<HeadNote> head = evidence.head();
    out.gauge(
        "tenbin_ledger_heads",
        "How many signed heads the ledger has.",
        head.map(HeadNote::size).orElse(0L));
  }

  private void machine(MetricText out) {
    Runtime runtime = Runtime.getRuntime();
    out.gauge(
        "tenbin_memory_used_bytes",
        "Memory that the program uses.",
        runtime.totalMemory() - (double) runtime.freeMemory());
    out.gauge("tenbin_memory_most_bytes", "What it may use.", runtime.maxMemory());
    out.gauge("tenbin_processors", "Processors that it sees.", runtime.availableProcessors());
    long collecting = 0;
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      collecting += Math.max(0, each.getCollectionTime());
    }
    out.family(
            "tenbin_memory_collecting_seconds_total",
            MetricText.Kind.COUNTER,
            "Time spent on collecting memory.")
        .line(MetricText.labels(), collecting / MILLIS);
    out.gauge(
        "tenbin_up_seconds",
        "How long the program runs.",
        ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    out.gauge("tenbin_time_seconds", "The hub's own time.", clock.instant().getEpochSecond());
  }

  private static double age(Optional<Instant> since, Instant now) {
    return since
        .map(each -> Math.max(0, Duration.between(each, now).toMillis() / MILLIS))
        .orElse(0.0);
  }
}
