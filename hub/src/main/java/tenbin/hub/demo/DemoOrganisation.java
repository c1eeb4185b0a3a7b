package tenbin.hub.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.incident.IncidentText;
import tenbin.nouns.member.MemberId;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.Redaction;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.permission.Permission.Aim;
import tenbin.spine.permission.Permission.Part;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.recall.Recall;
import tenbin.spine.recall.RecallWork;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.wire.lines.DisclosureLines;

/**
 * The demo's organisation, a customer of one operator: it told what happened to it, two operators
 * may know how it was done, and what the secretariat was told of the damage it took back.
 */
public final class DemoOrganisation {
  /** By which the demo knows it again. */
  public static final String MAIL = "ciso@seiki.example.co.jp";

  /** Who may know how it was done. */
  public static final List<MemberId> PERMITTED =
      List.of(new MemberId("hayate"), new MemberId("kogane"));

  private static final MemberId DESK = new MemberId("aozora");
  private static final MemberId OFFICE = new MemberId("secretariat");
  private static final String NAME = "桜精機 Sakura Seiki";
  private static final String PERSON = "portal:demo";
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final Means means;

  /** What it needs of a hub. */
  public record Means(
      PortalBook portal,
      IncidentBook incidents,
      ToldIncidents told,
      ConsentDesk consents,
      RecallWork recalls,
      Viewers viewers,
      WayOut wayOut,
      DemoClock clock) {}

  public DemoOrganisation(Means means) {
    this.means = means;
  }

  /** The demo's customer, once it is there. */
  public static Optional<Customer> in(PortalBook portal) {
    return portal.of(DESK).stream()
        .filter(each -> each.mail().equals(MAIL) && each.isActive())
        .findFirst();
  }

  /** Lets it tell, in the last day; nothing where it told before. */
  public void tell() {
    if (in(means.portal).isPresent()) {
      return;
    }
    Instant end = means.clock.instant();
    try {
      play(end.minus(Duration.ofHours(26)));
    } finally {
      means.clock.go();
    }
  }

  private void play(Instant begin) {
    means.clock.stand(begin);
    Customer customer = means.portal.add(DESK, NAME, MAIL);
    means.consents.welcome(customer, PERSON);
    means.portal.issue(
        new PortalBook.Order(
            customer.id(), Optional.empty(), false, DESK.text(), PortalBook.LONGEST));
    means.clock.stand(begin.plus(Duration.ofMinutes(40)));
    IncidentReport report = report(customer, begin);
    means.incidents.put(report);
    review(report);
    means.consents.told(customer, report, PERSON);
    give(customer, report, Set.of(Part.METHOD), PERMITTED.stream().map(MemberId::text).toList());
    String damage =
        give(customer, report, Set.of(Part.IDENTITY, Part.DAMAGE), List.of(Permission.SECRETARIAT));
    PERMITTED.forEach(member -> look(member, begin.plus(Duration.ofHours(2))));
    look(OFFICE, begin.plus(Duration.ofHours(3)));
    PERMITTED.forEach(member -> look(member, begin.plus(Duration.ofHours(20))));
    withdraw(customer, damage, begin.plus(Duration.ofHours(22)));
  }

  private static IncidentReport report(Customer customer, Instant begin) {
    LocalDate day = LocalDate.ofInstant(begin, TOKYO).minusDays(1);
    Map<IncidentField, String> typed = new EnumMap<>(IncidentField.class);
    typed.put(IncidentField.KIND, "system-compromise");
    typed.put(IncidentField.STARTED, day + "T02:40");
    typed.put(IncidentField.DETECTED, day + "T08:55");
    typed.put(IncidentField.SERVERS, "203.0.113.61:443\n198.51.100.23:8443");
    typed.put(IncidentField.DOMAINS, "update.cloud-parts.example");
    typed.put(
        IncidentField.TTPS,
        "T1566.001 (seiki.example.co.jp) -> T1059.001 -> T1486; helpdesk@seiki.example.co.jp");
    typed.put(IncidentField.VICTIM_NAME, NAME);
    typed.put(IncidentField.VICTIM_DOMAIN, "seiki.example.co.jp");
    typed.put(IncidentField.DAMAGE, "端末 12 台、メール停止 1 日 / 12 machines, no mail for a day");
    return new IncidentReport(
        UUID.nameUUIDFromBytes(
            customer.id().text().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        customer.party(),
        DESK.party(),
        begin.plus(Duration.ofMinutes(40)),
        TOKYO,
        Tlp.AMBER,
        IncidentReport.Asking.NOT_WANTED,
        IncidentText.read(typed, TOKYO).values());
  }

  /** It looked at what is cut out of its free text. */
  private void review(IncidentReport report) {
    for (IncidentField field : report.values().keySet()) {
      Redaction redaction = Redaction.of(report, field);
      if (redaction.isNeeded() && !redaction.breaksIt()) {
        means.incidents.reviewed(
            new IncidentBook.Review(
                report.id(), field, redaction.digest(), PERSON, means.clock.instant(), false));
      }
    }
  }

  private String give(
      Customer customer, IncidentReport report, Set<Part> parts, List<String> recipients) {
    Permission permission =
        new Permission(
            parts,
            Set.of(Aim.DEFEND),
            Set.copyOf(recipients),
            means.clock.instant().plus(Duration.ofDays(180)));
    return means.consents.give(customer, report, permission, PERSON, List.of());
  }

  /** As a member's program fetches what it may know. */
  private void look(MemberId member, Instant at) {
    means.clock.stand(at);
    Purpose purpose = Aim.DEFEND.purpose();
    List<Disclosure> rows =
        means.told.of(means.viewers.plan(member, purpose, Outlet.API)).stream()
            .map(ToldIncidents.Told::disclosure)
            .toList();
    means.wayOut.pack(new WayOut.Errand(member, purpose, Outlet.API), new DisclosureLines(), rows);
  }

  private void withdraw(Customer customer, String consent, Instant at) {
    means.clock.stand(at);
    means.consents.withdraw(customer, consent, PERSON);
    means.clock.stand(at.plus(Duration.ofMinutes(1)));
    means.recalls.turn();
    means.clock.stand(at.plus(Duration.ofHours(1)));
    for (Recall recall : means.recalls.book().of(OFFICE)) {
      means
          .recalls
          .book()
          .answer(
              OFFICE,
              recall.id(),
              new Recall.Answer(Recall.How.DELETED, PERSON, means.clock.instant()));
    }
    means.recalls.turn();
  }
}
