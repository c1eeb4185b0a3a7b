package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Retention;
import tenbin.nouns.report.Digest;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.StoredIncidents;
import tenbin.spine.retention.Removal;
import tenbin.spine.retention.Removal.What;
import tenbin.spine.retention.RetentionRound;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** What a hub keeps and what it removes, day by day of a clock that is moved by hand. */
class RetentionStoryTest {
  private static final String FIRST = (DAY + 1) + " 10.64.0.7 1111 conficker\n";
  private static final String SECOND = (DAY + 2) + " 10.64.0.8 2222 conficker\n";

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();

  private Spine open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "alpha-net,beta-net,gamma-net");
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(url)
            .withClock(clock),
        SmallCircle.knowledge());
  }

  private static Progress send(Spine hub, String text)
      throws IOException, UploadRefused, InterruptedException {
    Progress progress =
        hub.intake()
            .accept(
                new Arrival(GAMMA, "a.rows", "", Optional.empty(), Optional.empty()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(hub.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
    return progress;
  }

  private static List<Disclosure> rows(Spine hub) {
    return hub.deliveries()
        .pull(new Pull(ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, Optional.empty(), 100))
        .rows();
  }

  private static Map<What, Long> things(List<Removal> removals) {
    return removals.stream().collect(Collectors.toMap(Removal::what, Removal::things));
  }

  private Map<What, Long> overdue() {
    try (Database database = Database.open(url)) {
      return things(new RetentionRound(data, database, clock).overdue(Optional.empty()));
    }
  }

  private static void leave(Spine hub, List<Disclosure> rows) {
    hub.deliveries()
        .record(
            new Deliveries.Left(
                ALPHA,
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                Outlet.API,
                "json-lines",
                Footing.of(rows),
                Digest.of(new byte[] {1})));
  }

  @Test
  void raw_bytes_go_after_a_quarter_and_rows_after_thirteen_months_but_the_ledger_stays()
      throws IOException, UploadRefused, InterruptedException {
    try (Spine hub = open()) {
      Digest first = send(hub, FIRST).digest();
      leave(hub, rows(hub));
      assertThat(things(hub.removeOverdue()).values()).containsOnly(0L);
      clock.pass(Duration.ofDays(93));
      Digest second = send(hub, SECOND).digest();

      Map<What, Long> told = overdue();
      assertThat(told).containsEntry(What.RAW_REPORTS, 1L).containsEntry(What.ROWS, 0L);
      assertThat(hub.reports().raw(GAMMA, first)).as("only told").isPresent();
      assertThat(things(hub.removeOverdue())).isEqualTo(told);
      assertThat(hub.reports().raw(GAMMA, first)).isEmpty();
      assertThat(hub.reports().raw(GAMMA, second)).isPresent();
      assertThat(hub.reports().report(GAMMA, first)).as("its line stays").isPresent();
      assertThat(send(hub, FIRST).knownBefore()).as("sent again it changes nothing").isTrue();
      assertThat(rows(hub)).hasSize(2);
      assertThat(things(hub.removeOverdue()).values()).containsOnly(0L);

      clock.pass(Duration.ofDays(304));
      Map<What, Long> year = overdue();
      assertThat(year).containsEntry(What.ROWS, 1L).containsEntry(What.SALTS, 1L);
      assertThat(things(hub.removeOverdue())).isEqualTo(year);
      assertThat(rows(hub)).extracting(row -> row.source().port()).containsExactly(2222);
      assertThat(hub.scales().read(Optional.empty(), List.of(), any -> true).rows())
          .as("counted")
          .isOne();
      assertThat(hub.ledger().verify().holds()).isTrue();
      assertThat(hub.receipts().receipts(ALPHA, 0, 10))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.salt()).isEmpty();
            assertThat(line.rows()).isOne();
          });
      assertThat(hub.receipts().find(ALPHA, Digest.of(new byte[] {1}))).isEmpty();
      assertThat(overdue().values()).containsOnly(0L);
    }
    try (Spine hub = open()) {
      assertThat(hub.awaitCaughtUp(Duration.ofMinutes(1))).as("it starts without the day").isTrue();
      assertThat(rows(hub)).hasSize(1);
    }
  }

  @Test
  void reports_of_incidents_go_as_rows_do_with_what_was_said_of_them_and_the_dry_run_says_so()
      throws IOException {
    try (Spine hub = open()) {
      IncidentBook book = new StoredIncidents(hub.dataSource());
      IncidentReport old = incident(1);
      book.put(old);
      book.reviewed(
          new IncidentBook.Review(
              old.id(), IncidentField.TTPS, "digest", "portal:1", clock.instant(), false));
      clock.pass(Duration.ofDays(396));
      IncidentReport young = incident(2);
      book.put(young);
      assertThat(overdue()).as("on its last day").containsEntry(What.INCIDENTS, 0L);
      clock.pass(Duration.ofDays(1));
      Map<What, Long> told = overdue();
      assertThat(told).containsEntry(What.INCIDENTS, 1L);
      assertThat(book.all()).as("only told").containsExactly(old, young);
      assertThat(things(hub.removeOverdue())).isEqualTo(told);
      assertThat(book.all()).containsExactly(young);
      assertThat(book.reviews()).isEmpty();
      assertThat(overdue().values()).containsOnly(0L);
    }
  }

  private Entry entry(int number, Entry.Kind kind) {
    return new Entry(
        new UUID(0x5000L, number),
        "case-1",
        kind,
        Entry.Reach.CIRCLE,
        new Entry.Author(ALPHA, "person:1", clock.instant()),
        "",
        Optional.empty(),
        "words");
  }

  @Test
  void what_was_written_into_cases_goes_after_three_years_of_its_own_and_nothing_while_held()
      throws IOException {
    try (Spine hub = open()) {
      EntryBook book = EntryBook.in(hub.dataSource());
      int number = 0;
      for (Entry.Kind kind : Entry.Kind.values()) {
        book.add(entry(++number, kind), new byte[] {1, 2, 3});
      }
      clock.pass(Duration.ofDays(1_096));
      book.add(entry(7, Entry.Kind.COMMENT));
      assertThat(overdue()).as("on the last day").containsEntry(What.CASE_ENTRIES, 0L);
      clock.pass(Duration.ofDays(1));
      assertThat(overdue()).containsEntry(What.CASE_ENTRIES, 6L);
      assertThat(book.content(new UUID(0x5000L, 6))).as("only told").isPresent();

      Circle circle = hub.roster().circle();
      Retention usual = circle.retention();
      Circle held =
          new Circle(
              circle.name(),
              circle.version(),
              circle.members(),
              circle.groups(),
              circle.agreements(),
              circle.unmarked(),
              new Retention(
                  usual.raw(), usual.rows(), usual.deliveries(), usual.cases(), "order 12/34"),
              circle.signIn());
      hub.roster().replace(held, "held");
      assertThat(hub.removeOverdue()).as("held").isEmpty();
      assertThat(overdue()).as("still told").containsEntry(What.CASE_ENTRIES, 6L);
      hub.roster().replace(circle, "not held");
      assertThat(things(hub.removeOverdue())).containsEntry(What.CASE_ENTRIES, 6L);
      assertThat(book.content(new UUID(0x5000L, 6))).isEmpty();
      assertThat(overdue().values()).containsOnly(0L);
    }
  }

  private IncidentReport incident(int number) {
    return new IncidentReport(
        new UUID(0x4000L, number),
        new PartyId("c-sakura"),
        ALPHA.party(),
        clock.instant(),
        ZoneOffset.UTC,
        Tlp.AMBER,
        IncidentReport.Asking.WELCOME,
        Map.of(IncidentField.KIND, "system-compromise"));
  }
}
