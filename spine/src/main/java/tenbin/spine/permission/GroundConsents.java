package tenbin.spine.permission;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.consent.ConsentRecord;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.portal.Customer;
import tenbin.spine.post.Tokens;

/** Consents in the book of grounds, and nowhere else. */
public final class GroundConsents implements ConsentDesk {
  private static final String CONSENT = "consent:";
  private static final String RELEASE = "release:";

  /** A desk looks again at what it lets go after a year. */
  private static final Period REVIEW = Period.ofYears(1);

  private final GroundBook book;
  private final FreshIds ids;
  private final Clock clock;

  public GroundConsents(GroundBook book, Tokens tokens, Clock clock) {
    this.book = book;
    this.ids = new FreshIds(book, tokens);
    this.clock = clock;
  }

  @Override
  public void welcome(Customer customer, String person) {
    ConsentEntry party = ConsentEntry.party(customer);
    Entry.By by = new Entry.By(customer.desk(), person);
    book.record(
        by,
        List.of(new Deed.Recorded(party.id(), party.text())),
        now(),
        "entered by its customer desk");
  }

  @Override
  public String give(
      Customer customer,
      IncidentReport report,
      Permission permission,
      String person,
      List<String> instead) {
    Instant now = now();
    List<Deed> deeds = new ArrayList<>();
    own(customer.party()).stream()
        .map(Basis::id)
        .filter(instead::contains)
        .forEach(id -> deeds.add(new Deed.Ended(id)));
    Drafted drafted = drafted(customer, report, permission, person, now);
    deeds.addAll(drafted.deeds());
    book.record(new Entry.By(customer.id(), person), deeds, now, evidence(person));
    return drafted.id();
  }

  private record Drafted(String id, List<Deed> deeds) {}

  private Drafted drafted(
      Customer customer, IncidentReport report, Permission permission, String person, Instant at) {
    ConsentEntry.Matter matter = new ConsentEntry.Matter(customer, report, evidence(person));
    List<Deed> deeds = new ArrayList<>(leave(matter, at));
    String id =
        ids.fresh(CONSENT, "consent", report.id().toString(), at + " " + permission.words());
    ConsentEntry entry = ConsentEntry.of(id, matter, permission, at);
    deeds.add(new Deed.Recorded(entry.id(), entry.text()));
    return new Drafted(id, deeds);
  }

  /** The holder's leave for one report, where it holds one for somebody and gave none yet. */
  private List<Deed> leave(ConsentEntry.Matter matter, Instant at) {
    String id = ids.of(RELEASE, "release", matter.report().id().toString());
    boolean held = !matter.holder().equals(matter.subject());
    if (!held || basis(id).isPresent()) {
      return List.of();
    }
    Instant review = at.atZone(ZoneOffset.UTC).plus(REVIEW).toInstant();
    ConsentEntry entry = ConsentEntry.release(id, matter, at, review);
    return List.of(new Deed.Recorded(entry.id(), entry.text()));
  }

  @Override
  public void told(Customer customer, IncidentReport report, String person) {
    Instant now = now();
    List<Deed> deeds = leave(new ConsentEntry.Matter(customer, report, evidence(person)), now);
    if (!deeds.isEmpty()) {
      book.record(
          new Entry.By(customer.desk(), person),
          deeds,
          now,
          "the customer desk let in this customer with what it permits");
    }
  }

  private static String evidence(String person) {
    return "said by the organisation itself, " + person;
  }

  private Optional<Basis> basis(String id) {
    return book.inForce().bases().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  @Override
  public boolean withdraw(Customer customer, String id, String person) {
    boolean live =
        of(customer.party()).stream().anyMatch(each -> each.id().equals(id) && each.live());
    if (live) {
      book.record(
          new Entry.By(customer.id(), person),
          List.of(new Deed.Stated(id, ConsentState.WITHDRAWN)),
          now(),
          evidence(person));
    }
    return live;
  }

  @Override
  public void end(Customer customer, String person) {
    List<Deed> deeds = new ArrayList<>();
    for (Basis basis : book.inForce().bases()) {
      boolean its =
          basis.kind() == Kind.HOLDER_RELEASE
              && basis.id().startsWith(RELEASE)
              && basis.scope().subjects().named().contains(customer.party());
      if (its && basis.term().holds(tenbin.balance.ground.When.asKnownThen(now()))) {
        deeds.add(new Deed.Ended(basis.id()));
      }
    }
    if (!deeds.isEmpty()) {
      book.record(
          new Entry.By(customer.desk(), person), deeds, now(), "the customer desk ended it");
    }
  }

  @Override
  public String release(Customer customer, IncidentReport report, String person) {
    Instant now = now();
    ConsentEntry.Matter matter = new ConsentEntry.Matter(customer, report, person);
    String id = ids.fresh(RELEASE, "release", report.id().toString(), now.toString());
    Instant review = now.atZone(ZoneOffset.UTC).plus(REVIEW).toInstant();
    ConsentEntry entry = ConsentEntry.release(id, matter, now, review);
    book.record(
        new Entry.By(customer.desk(), person),
        List.of(new Deed.Recorded(entry.id(), entry.text())),
        now,
        "the holder was asked and said yes, " + person);
    return id;
  }

  @Override
  public void endRelease(Customer customer, String id, String person) {
    if (id.startsWith(RELEASE)) {
      book.record(
          new Entry.By(customer.desk(), person),
          List.of(new Deed.Ended(id)),
          now(),
          "the holder took it back, " + person);
    }
  }

  private List<Basis> own(PartyId subject) {
    return book.inForce().bases().stream()
        .filter(basis ->
            basis.grant() instanceof Grant.Consent consent && consent.subject().equals(subject))
        .toList();
  }

  @Override
  public List<Given> of(PartyId subject) {
    Instant now = clock.instant();
    List<Given> all = new ArrayList<>();
    for (Basis basis : own(subject)) {
      GivenReading.of(basis, now).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Given::from).reversed().thenComparing(Given::id));
    return all;
  }

  @Override
  public List<Sight> preview(
      Customer customer, IncidentReport report, Optional<Permission> permission) {
    Instant now = now();
    String person = "preview";
    List<Deed> deeds =
        permission
            .map(each -> drafted(customer, report, each, person, now).deeds())
            .orElse(List.of());
    Entry.By by = new Entry.By(customer.id(), person);
    return Preview.of(book.tried(by, deeds, now, evidence(person)), report, now);
  }

  @Override
  public Optional<String> receipt(PartyId subject, String id) {
    return ConsentRecord.receipt(book.inForce(), subject, id).map(ConsentRecord::json);
  }

  /** The book keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
