package tenbin.spine.permission;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.portal.Customer;
import tenbin.spine.post.Tokens;

/** Consents about rows, and customers' networks, in the book of grounds and nowhere else. */
public final class GroundRowConsents implements RowConsents {
  private static final String CONSENT = "consent:rows-";
  private static final String NETWORK = "network:";

  private final GroundBook book;
  private final FreshIds ids;
  private final Clock clock;

  public GroundRowConsents(GroundBook book, Tokens tokens, Clock clock) {
    this.book = book;
    this.ids = new FreshIds(book, tokens);
    this.clock = clock;
  }

  @Override
  public List<OnRecord> networksOf(PartyId customer) {
    When now = When.asKnownThen(clock.instant());
    List<OnRecord> all = new ArrayList<>();
    for (Fact fact : book.inForce().parts().facts()) {
      boolean its = fact.about().equals(customer.text()) && fact.key().equals("network");
      if (its && fact.term().holds(now)) {
        Prefix.tryParse(fact.value())
            .ifPresent(prefix -> all.add(onRecord(customer, prefix, fact)));
      }
    }
    all.sort(Comparator.comparing(OnRecord::prefix));
    return all;
  }

  /** A line of the book says it in its own words; what no line says stands in a file. */
  private OnRecord onRecord(PartyId customer, Prefix prefix, Fact fact) {
    Optional<String> id =
        book.history().stream()
            .map(Entry::deed)
            .filter(deed ->
                deed instanceof Deed.Recorded(String about, String entries)
                    && about.startsWith(NETWORK)
                    && RowConsentEntry.isNetwork(entries, customer, prefix))
            .map(Deed::about)
            .reduce((earlier, later) -> later);
    return new OnRecord(id, prefix, fact.term().spans().getFirst().from());
  }

  @Override
  public void put(Customer customer, Prefix network, Instant from, String person) {
    Instant now = now();
    String said = now + " " + network + " " + from;
    String id = ids.fresh(NETWORK, "network", customer.id().text(), said);
    book.record(
        new Entry.By(customer.desk(), person),
        List.of(new Deed.Recorded(id, RowConsentEntry.network(customer, network, from))),
        now,
        "its customer desk says so");
  }

  @Override
  public boolean end(Customer customer, String id, String person) {
    boolean its =
        networksOf(customer.party()).stream()
            .anyMatch(each -> each.id().filter(id::equals).isPresent());
    if (its) {
      book.record(
          new Entry.By(customer.desk(), person),
          List.of(new Deed.Ended(id)),
          now(),
          "its customer desk says that it has it no more");
    }
    return its;
  }

  @Override
  public String give(
      Customer customer, RowPermission permission, String person, List<String> instead) {
    Instant now = now();
    List<Deed> deeds = new ArrayList<>();
    of(customer.party()).stream()
        .filter(each -> each.live() && instead.contains(each.id()))
        .forEach(each -> deeds.add(new Deed.Ended(each.id())));
    String said = now + " " + permission.words();
    String id = ids.fresh(CONSENT, "row-consent", customer.id().text(), said);
    Deed.Recorded given = of(id, customer, permission, person, now);
    deeds.add(given);
    book.record(new Entry.By(customer.id(), person), deeds, now, evidence(person));
    return given.about();
  }

  /** A consent as a deed: for whoever was asked and said yes. */
  public static Deed.Recorded deed(
      String id, Customer customer, RowPermission permission, String person, Instant at) {
    return of(CONSENT + id, customer, permission, person, at);
  }

  private static Deed.Recorded of(
      String id, Customer customer, RowPermission permission, String person, Instant at) {
    return new Deed.Recorded(
        id, RowConsentEntry.of(id, customer, permission, evidence(person), at));
  }

  private static String evidence(String person) {
    return "said by the organisation itself, " + person;
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
  public List<Given> of(PartyId subject) {
    Instant now = clock.instant();
    List<Given> all = new ArrayList<>();
    for (Basis basis : book.inForce().consentsOf(subject)) {
      GivenReading.ofRows(basis, now).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(Given::from).reversed().thenComparing(Given::id));
    return all;
  }

  /** The book keeps microseconds. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
