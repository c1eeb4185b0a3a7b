package tenbin.hub.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Balance;
import tenbin.balance.Policy;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.member.MemberId;
import tenbin.spine.asking.Answering;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.Asker;
import tenbin.spine.asking.RowAsker;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.ToldIncidents;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.GroundConsents;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.PortalLink;
import tenbin.spine.post.Tokens;

/** The portal's ports in memory: customers without links, reports that nobody told. */
final class FakePortal implements PortalBook {
  private final List<Customer> customers = new ArrayList<>();
  private final List<PortalLink> links = new ArrayList<>();

  static PortalParts parts(FakeGrounds grounds) {
    FakePortal portal = new FakePortal();
    IncidentBook reports = new Reports();
    Tokens tokens = new Tokens(new byte[32]);
    ConsentDesk desk = new GroundConsents(grounds, tokens, Fake.CLOCK);
    AskBook asks = new FakeAsks();
    return new PortalParts(
        reports,
        new ToldIncidents(reports, ToldIncidents.Questions.NONE),
        portal,
        desk,
        asks,
        new Asker(reports, asks, () -> new Balance(Policy.of(Fake.circle())), Fake.CLOCK),
        new RowAsker(
            java.util.List::of, asks, () -> new Balance(Policy.of(Fake.circle())), Fake.CLOCK),
        new Answering(asks, reports, portal, desk, grounds, Fake.CLOCK),
        tokens);
  }

  @Override
  public Customer add(MemberId desk, String name, String mail) {
    MemberId id = new MemberId(Customer.PREFIX + "fake" + customers.size());
    Customer made = new Customer(id, desk, name, mail, Fake.NOW, Optional.empty());
    customers.add(made);
    return made;
  }

  @Override
  public List<Customer> of(MemberId desk) {
    return customers.stream().filter(each -> each.desk().equals(desk)).toList();
  }

  @Override
  public Optional<Customer> find(MemberId customer) {
    return customers.stream().filter(each -> each.id().equals(customer)).findFirst();
  }

  @Override
  public void end(MemberId customer) {}

  @Override
  public Issued issue(Order order) {
    PortalLink link =
        new PortalLink(
            UUID.randomUUID(),
            order.customer(),
            order.task(),
            order.coded(),
            order.madeBy(),
            Fake.NOW,
            Fake.NOW.plus(order.holds()),
            Optional.empty(),
            Optional.empty());
    links.add(link);
    return new Issued(link, "secret", Optional.empty());
  }

  @Override
  public List<PortalLink> linksOf(MemberId customer) {
    return links.stream().filter(each -> each.customer().equals(customer)).toList();
  }

  @Override
  public void revoke(UUID link) {}

  @Override
  public Knock knock(String secret, String code) {
    return new Knock.Shut();
  }

  @Override
  public Optional<Knock.Open> open(UUID link) {
    return Optional.empty();
  }

  /** Reports that nobody told. */
  private static final class Reports implements IncidentBook {
    private final List<IncidentReport> reports = new ArrayList<>();

    @Override
    public void put(IncidentReport report) {
      reports.add(report);
    }

    @Override
    public List<IncidentReport> all() {
      return List.copyOf(reports);
    }

    @Override
    public long count() {
      return reports.size();
    }

    @Override
    public List<IncidentReport> of(PartyId subject) {
      return reports.stream().filter(each -> each.subject().equals(subject)).toList();
    }

    @Override
    public List<Review> reviews() {
      return List.of();
    }

    @Override
    public void reviewed(Review review) {}
  }
}
