package tenbin.spine.asking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.balance.Balance;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.balance.weigh.AskFor;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.ground.Release;
import tenbin.spine.storage.row.Contributions;

/**
 * Asks a holder about its rows: whether those responsible may have them, where the balance says
 * that it is asked. Only its own gate (H) is its to open by a word; what law, privacy and contracts
 * shut needs other grounds. One question for all its rows, for each rule and purpose. Any thread.
 */
public final class RowAsker {
  /** For whom is asked: the word of policy files. */
  public static final String RECIPIENTS = "responsible";

  private static final List<Purpose> PURPOSES =
      List.of(Purpose.NOTIFY_AFFECTED_CUSTOMER, Purpose.INFORM_AND_DEFEND);

  private static final RecipientKey NO_KEY = new RecipientKey(new byte[32]);

  private final Supplier<List<Contributions.Group>> rows;
  private final AskBook tasks;
  private final Supplier<Balance> balance;
  private final Clock clock;
  private final Optional<CustomerAsker> customers;

  private final LookAgain again = new LookAgain();

  public RowAsker(
      Supplier<List<Contributions.Group>> rows,
      AskBook tasks,
      Supplier<Balance> balance,
      Clock clock) {
    this(rows, tasks, balance, clock, Optional.empty());
  }

  /** The same, and with it one that asks customers about what is not a holder's to open. */
  public RowAsker(
      Supplier<List<Contributions.Group>> rows,
      AskBook tasks,
      Supplier<Balance> balance,
      Clock clock,
      Optional<CustomerAsker> customers) {
    this.rows = rows;
    this.tasks = tasks;
    this.balance = balance;
    this.clock = clock;
    this.customers = customers;
  }

  /** Looks where anything changed since the last look; returns how many tasks it opened. */
  public int look() {
    return lookForHolders() + customers.map(CustomerAsker::look).orElse(0);
  }

  private int lookForHolders() {
    Balance standing = balance.get();
    List<AskRule> rules =
        standing.policy().grounds().askRules().stream().filter(RowAsker::fits).toList();
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
    for (Purpose purpose : PURPOSES) {
      for (Contributions.Group group : groups) {
        Request request = new Request(group.responsible(), purpose, Outlet.API, now);
        opened += look(standing.plan(request, NO_KEY), standing, group, rules);
      }
    }
    again.done(mark);
    return opened;
  }

  private static boolean fits(AskRule rule) {
    return rule.whom() == AskRule.Whom.HOLDER
        && rule.gate() == Gate.H
        && Release.RELEASABLE.containsAll(rule.categories());
  }

  private int look(Plan plan, Balance standing, Contributions.Group group, List<AskRule> rules) {
    int opened = 0;
    for (AskFor ask : plan.weigh(group.holder(), group.marking()).asks()) {
      Optional<AskRule> rule =
          rules.stream().filter(each -> each.id().equals(ask.rule())).findFirst();
      if (rule.isPresent()) {
        AskTask.Matter matter =
            new AskTask.Matter(
                rule.get().id(),
                AskRule.Whom.HOLDER,
                group.holder().party(),
                group.holder().party(),
                Optional.empty(),
                Gate.H,
                rule.get().categories(),
                plan.request().purpose(),
                RECIPIENTS);
        NewTask fresh = new NewTask(standing.policy().grounds(), plan.request().at());
        opened += tasks.open(fresh.of(matter)) ? 1 : 0;
      }
    }
    return opened;
  }
}
