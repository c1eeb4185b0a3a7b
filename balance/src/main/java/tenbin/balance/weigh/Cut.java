package tenbin.balance.weigh;

import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.ground.Obligation;
import tenbin.balance.level.Order;

/** The most that ceilings leave of one field, with what cut it down and what that obliges to. */
final class Cut {
  private final Order order;
  private int level;
  private final NavigableSet<Why> whys = new TreeSet<>();
  private final NavigableSet<Obligation> obligations = new TreeSet<>();

  Cut(Order order) {
    this.order = order;
    this.level = order.greatest();
  }

  /** Nothing of it, for this reason. */
  void shut(Why why) {
    level = order.least();
    whys.add(why);
  }

  void lowerTo(int most, Why why) {
    if (!order.isAtOrBelow(level, most)) {
      whys.add(why);
    }
    level = order.meet(level, most);
  }

  void lowerTo(int most) {
    level = order.meet(level, most);
  }

  void oblige(Obligation obligation) {
    obligations.add(obligation);
  }

  int level() {
    return level;
  }

  boolean isShut() {
    return level == order.least();
  }

  NavigableSet<Why> whys() {
    return whys;
  }

  NavigableSet<Obligation> obligations() {
    return obligations;
  }
}
