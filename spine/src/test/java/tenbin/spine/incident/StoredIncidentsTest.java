package tenbin.spine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

class StoredIncidentsTest {
  private static final PartyId SAKURA = new PartyId("c-sakura");
  private static final PartyId UME = new PartyId("c-ume");
  private static final Instant TOLD = Instant.parse("2026-11-18T01:02:03.123456Z");

  private final Database database = Database.open(SharedDatabase.url());
  private final IncidentBook book = new StoredIncidents(database.dataSource());

  @AfterEach
  void close() {
    database.close();
  }

  private static IncidentReport report(int number, PartyId subject, Instant at, String damage) {
    return new IncidentReport(
        new UUID(0x4000L, number),
        subject,
        new PartyId("aozora"),
        at,
        ZoneId.of("Asia/Tokyo"),
        Tlp.AMBER_STRICT,
        IncidentReport.Asking.NOT_WANTED,
        Map.of(
            IncidentField.KIND, "system-compromise",
            IncidentField.SERVERS, "203.0.113.7:443\n[2001:db8::1]:8443",
            IncidentField.DAMAGE, damage));
  }

  @Test
  void a_report_stays_as_it_was_told_and_the_same_one_twice_is_one() {
    IncidentReport first = report(1, SAKURA, TOLD, "端末 \"十二\" 台\\\n{\"a\": null}");
    book.put(first);
    book.put(report(1, SAKURA, TOLD.plusSeconds(9), "told otherwise"));
    assertThat(book.all()).containsExactly(first);
    assertThat(book.count()).isOne();
  }

  @Test
  void an_organisation_reads_its_own_newest_first_and_nobody_elses() {
    IncidentReport old = report(1, SAKURA, TOLD, "a");
    IncidentReport young = report(2, SAKURA, TOLD.plusSeconds(60), "b");
    IncidentReport foreign = report(3, UME, TOLD.plusSeconds(30), "c");
    book.put(young);
    book.put(old);
    book.put(foreign);
    assertThat(book.all()).containsExactly(old, foreign, young);
    assertThat(book.of(SAKURA)).containsExactly(young, old);
    assertThat(book.one(SAKURA, old.id())).contains(old);
    assertThat(book.one(SAKURA, foreign.id())).isEmpty();
    assertThat(book.of(new PartyId("c-take"))).isEmpty();
  }

  @Test
  void a_look_is_bound_to_its_proposal_and_the_last_one_counts() {
    IncidentReport report = report(1, SAKURA, TOLD, "a");
    book.put(report);
    IncidentBook.Review yes = review(report, "d1", false);
    IncidentBook.Review no = review(report, "d1", true);
    IncidentBook.Review other = review(report, "d2", false);
    book.reviewed(yes);
    assertThat(book.reviews()).containsExactly(yes);
    book.reviewed(no);
    book.reviewed(other);
    assertThat(book.reviews()).containsExactlyInAnyOrder(no, other);
  }

  private static IncidentBook.Review review(IncidentReport report, String digest, boolean refused) {
    return new IncidentBook.Review(
        report.id(), IncidentField.TTPS, digest, "portal:1", TOLD, refused);
  }
}
