package tenbin.spine.asking;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import tenbin.balance.Balance;
import tenbin.balance.CustomerNetwork;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.balance.weigh.AskFor;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Weighing;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.storage.row.Contributions;

/**
 * Asks customers about rows about their networks, where law, privacy or a contract alone is in the
 * way and an ask rule of a policy says that it is asked. One question for all that members saw of a
 * customer, whoever saw it: it names none of them, and is nobody's to see but the customer's. Any
 * thread.
 */
public final class CustomerAsker {
  /** Rows go to the member responsible so that it can tell its customer. */
  private static final Purpose PURPOSE = Purpose.NOTIFY_AFFECTED_CUSTOMER;

  private static final RecipientKey NO_KEY = new RecipientKey(new byte[32]);

  private final Supplier<List<Contributions.Group>> rows;
  private final BiPredicate<Contributions.Group, Prefix> there;
  private final AskBook tasks;
  private final PortalBook customers;
  private final Supplier<Balance> balance;
  private final Clock clock;

  private final LookAgain again = new LookAgain();

  /**
   * One that asks.
   *
   * @param rows in groups that the balance decides alike
   * @param there whether a group has a row about a network
   */
  public CustomerAsker(
      Supplier<List<Contributions.Group>> rows,
      BiPredicate<Contributions.Group, Prefix> there,
      AskBook tasks,
      PortalBook customers,
      Supplier<Balance> balance,
      Clock clock) {
    this.rows = rows;
    this.there = there;
    this.tasks = tasks;
    this.customers = customers;
    this.balance = balance;
    this.clock = clock;
  }

  /** Looks where anything changed since the last look; returns how many tasks it opened. */
  public int look() {
    Balance standing = balance.get();
    List<AskRule> rules =
        standing.policy().grounds().askRules().stream().filter(CustomerAsker::fits).toList();
    if (rules.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    List<Contributions.Group> groups = rows.get();
    String mark = LookAgain.mark(standing, groups.size(), now);
    if (again.isDone(mark)) {
      return 0;
    }
    int opened = 0;
    Set<PartyId> asked = asked();
    for (Contributions.Group group : groups) {
      Request request = new Request(group.responsible(), PURPOSE, Outlet.API, now);
      opened += look(standing.plan(request, NO_KEY), standing, group, rules, asked);
    }
    again.done(mark);
    return opened;
  }

  /** What a customer can open; the holder's own gate is the holder's. */
  private static boolean fits(AskRule rule) {
    return rule.whom() == AskRule.Whom.SUBJECT
        && rule.gate() != Gate.H
        && rule.purposes().contains(PURPOSE)
        && rule.categories().contains(Category.C2);
  }

  /** Whoever was ever asked, by whatever rule, is not asked again. */
  private Set<PartyId> asked() {
    Set<PartyId> asked = new HashSet<>();
    for (AskTask task : tasks.all()) {
      if (task.matter().isAboutRowsOfItsSubject()) {
        asked.add(task.matter().subject());
      }
    }
    return asked;
  }

  private int look(
      Plan plan,
      Balance standing,
      Contributions.Group group,
      List<AskRule> rules,
      Set<PartyId> asked) {
    int opened = 0;
    for (CustomerNetwork network : plan.networks()) {
      PartyId customer = network.customer();
      Optional<AskRule> rule =
          asked.contains(customer) || known(customer).isEmpty()
              ? Optional.empty()
              : rule(plan.weigh(group.holder(), group.marking(), Optional.of(customer)), rules);
      if (rule.isPresent() && there.test(group, network.prefix())) {
        NewTask fresh = new NewTask(standing.policy().grounds(), plan.request().at());
        opened += tasks.open(fresh.of(matter(rule.get(), customer))) ? 1 : 0;
        asked.add(customer);
      }
    }
    return opened;
  }

  /** The first rule, where everything that is in the way can be asked of the customer. */
  private static Optional<AskRule> rule(Weighing weighing, List<AskRule> rules) {
    boolean asks = weighing.effect() == Effect.ASK;
    Set<String> named = new HashSet<>();
    for (AskFor each : weighing.asks()) {
      asks &= each.whom() == AskRule.Whom.SUBJECT;
      named.add(each.rule());
    }
    return asks
        ? rules.stream().filter(each -> named.contains(each.id())).findFirst()
        : Optional.empty();
  }

  /** Who has no way in can be asked by nobody. */
  private Optional<Customer> known(PartyId party) {
    return party.text().startsWith(Customer.PREFIX)
        ? customers.find(new MemberId(party.text())).filter(Customer::isActive)
        : Optional.empty();
  }

  private static AskTask.Matter matter(AskRule rule, PartyId customer) {
    return new AskTask.Matter(
        rule.id(),
        AskRule.Whom.SUBJECT,
        customer,
        customer,
        Optional.empty(),
        rule.gate(),
        rule.categories(),
        PURPOSE,
        RowAsker.RECIPIENTS);
  }
}
