package tenbin.desks.routes.health;

import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.IntConsumer;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/** Prefixes that were withdrawn by many, and who still has them long after. */
final class LeftRoutes {
  /** An outage of a large network; beyond, the oldest are dropped. */
  static final int MOST = 200_000;

  /** A route is left behind where so many withdrew it and one still has it. */
  private static final int FEW = 3;

  /** Or so many times as many withdrew it as still have it: else it is seen by a part, no more. */
  private static final int TIMES = 10;

  private static final class Withdrawal {
    final BitSet by = new BitSet();
    long last;
  }

  private final SequencedMap<Prefix, Withdrawal> withdrawals = new LinkedHashMap<>();

  void withdrawn(long micros, int vantage, Prefix prefix) {
    Withdrawal known = withdrawals.get(prefix);
    if (known == null) {
      if (withdrawals.size() >= MOST) {
        withdrawals.pollFirstEntry();
      }
      known = new Withdrawal();
      withdrawals.put(prefix, known);
    }
    known.by.set(vantage);
    known.last = Math.max(known.last, micros);
  }

  /** Tells who has what all others withdrew before that time, once a prefix. */
  void review(long before, RouteTable table, IntConsumer holder) {
    Iterator<Map.Entry<Prefix, Withdrawal>> all = withdrawals.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Prefix, Withdrawal> each = all.next();
      if (each.getValue().last <= before && !isLeft(each, table, holder)) {
        all.remove();
      }
    }
  }

  private static boolean isLeft(
      Map.Entry<Prefix, Withdrawal> entry, RouteTable table, IntConsumer holder) {
    Prefix prefix = entry.getKey();
    BitSet holders = new BitSet();
    for (long origin : table.origins(prefix)) {
      for (int vantage : table.vantages(prefix, origin)) {
        holders.set(vantage);
      }
    }
    BitSet gone = (BitSet) entry.getValue().by.clone();
    gone.andNot(holders);
    int have = holders.cardinality();
    int most = gone.cardinality() < FEW ? 0 : Math.max(1, gone.cardinality() / TIMES);
    boolean left = have > 0 && have <= most;
    if (left) {
      holders.stream().forEach(holder);
    }
    return left;
  }

  int size() {
    return withdrawals.size();
  }
}
