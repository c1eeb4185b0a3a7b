package tenbin.proof.balance;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.balance.plan.Answer;
import tenbin.balance.plan.Row;
import tenbin.balance.plan.RowPlan;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.nouns.consent.PartyId;

/**
 * Rows about a provider's customers: three customers a row, one row of a hundred with an account.
 */
final class Rows {
  private static final int GROUPS = 3;
  private static final int ONE_IN = 100;

  private final Provider provider;
  private final int[] customers;
  private final boolean[] accounts;

  Rows(Provider provider, int rows, RandomGenerator random) {
    this.provider = provider;
    this.customers = new int[rows * GROUPS];
    this.accounts = new boolean[rows];
    for (int i = 0; i < customers.length; i++) {
      customers[i] = random.nextInt(provider.customers());
    }
    for (int i = 0; i < rows; i++) {
      accounts[i] = random.nextInt(ONE_IN) == 0;
    }
  }

  int count() {
    return accounts.length;
  }

  /** What was decided of many rows. */
  static final class Tally {
    long groupsPermitted;
    long rowsAsking;
    long rowsPermitted;
  }

  /** Decides every row by a plan; rows carry their parties' numbers, as stored ones do. */
  Tally decide(RowPlan plan) {
    List<Optional<PartyId>> open = List.of(Optional.empty(), Optional.empty(), Optional.empty());
    List<Linkage> linkages = Provider.linkages(open, Optional.empty());
    int flow = plan.shape(Provider.shape(false, linkages));
    int account = plan.shape(Provider.shape(true, linkages));
    Row row = new Row(GROUPS);
    Tally tally = new Tally();
    for (int i = 0; i < accounts.length; i++) {
      row.shape(accounts[i] ? account : flow);
      for (int group = 0; group < GROUPS; group++) {
        row.group(
            group,
            plan.subject(customers[i * GROUPS + group]),
            plan.responsible(provider.responsible()));
      }
      count(plan.of(row), tally);
    }
    return tally;
  }

  private static void count(Answer answer, Tally tally) {
    for (int group = 0; group < GROUPS; group++) {
      tally.groupsPermitted += answer.effect(group * 5) == Effect.PERMIT ? 1 : 0;
    }
    tally.rowsAsking += answer.asks().isEmpty() ? 0 : 1;
    tally.rowsPermitted += answer.effect() == Effect.PERMIT ? 1 : 0;
  }

  /** How many groups must be permitted by what was planted: a flow whose customer stayed in. */
  long plantedGroups(boolean accountsOpen) {
    long groups = 0;
    for (int i = 0; i < customers.length; i++) {
      boolean isAccount = accounts[i / GROUPS] && i % GROUPS == GROUPS - 1;
      boolean in = !provider.hasOptedOut(customers[i]);
      groups += (isAccount ? accountsOpen : in) ? 1 : 0;
    }
    return groups;
  }

  /** Whether plan and interpreter say the same of a sample of rows. */
  boolean agree(RowPlan plan, int sample, RandomGenerator random) {
    Weigher weigher = new Weigher(provider.policy());
    for (int n = 0; n < sample; n++) {
      int i = random.nextInt(accounts.length);
      Question question = question(i);
      Weighing said = weigher.weigh(question);
      Row row = new Row(GROUPS);
      row.shape(
          plan.shape(
              Provider.shape(
                  accounts[i],
                  Provider.linkages(
                      List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                      Optional.empty()))));
      for (int group = 0; group < GROUPS; group++) {
        PartyId subject = provider.subject(customers[i * GROUPS + group]);
        row.group(group, plan.subject(subject), plan.responsible(Provider.RESPONSIBLE));
      }
      Answer answer = plan.of(row);
      for (int part = 0; part < said.weights().size(); part++) {
        if (answer.level(part) != said.weights().get(part).level()) {
          return false;
        }
      }
      if (answer.effect() != said.effect() || !answer.bases().equals(said.bases())) {
        return false;
      }
    }
    return true;
  }

  private Question question(int i) {
    List<Optional<PartyId>> subjects =
        List.of(
            Optional.of(provider.subject(customers[i * GROUPS])),
            Optional.of(provider.subject(customers[i * GROUPS + 1])),
            Optional.of(provider.subject(customers[i * GROUPS + 2])));
    Matter matter =
        Provider.shape(accounts[i], Provider.linkages(subjects, Optional.of(Provider.RESPONSIBLE)));
    return Provider.question(matter);
  }
}
