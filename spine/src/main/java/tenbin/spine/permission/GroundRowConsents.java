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

  /** Of a token's letters enough that no two are alike. */
  private static final int ID_LETTERS = 16;

  private final GroundBook book;
  private final Tokens tokens;
  private final Clock clock;

  public GroundRowConsents(GroundBook book, Tokens tokens, Clock clock) {
    this.book = book;
    this.tokens = tokens;
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
    String id = NETWORK + letters("network", customer);
    book.record(
        new Entry.By(customer.desk(), person),
        List.of(new Deed.Recorded(id, RowConsentEntry.network(customer, network, from))),
        now(),
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
    Deed.Recorded given = deed(letters("row-consent", customer), customer, permission, person, now);
    deeds.add(given);
    book.record(new Entry.By(customer.id(), person), deeds, now, evidence(person));
    return given.about();
  }

  /** A consent as a deed: for whoever was asked and said yes. */
  public static Deed.Recorded deed(
      String id, Customer customer, RowPermission permission, String person, Instant at) {
    return new Deed.Recorded(
        CONSENT + id, RowConsentEntry.of(CONSENT + id, customer, permission, evidence(person), at));
  }

  private static String evidence(String person) {
    return "said by the organisation itself, " + person;
  }

  /** How many others there are in the book tells nobody's id: a customer's own are counted. */
  private String letters(String use, Customer customer) {
    long own =
        book.history().stream()
            .map(Entry::deed)
            .filter(deed ->
                deed instanceof Deed.Recorded recorded
                    && recorded.entries().contains('"' + customer.id().text() + '"'))
            .count();
    return tokens.token(use, customer.id().text(), Long.toString(own)).substring(0, ID_LETTERS);
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
