package tenbin.spine.correlate;

import java.util.function.Consumer;

/**
 * The second detector, keyed by a set of two or three members: one rare value that two members saw
 * within an hour is coincidence more often than not; several of them over the same few members are
 * not. It fires when chance, as the background knows it, explains them too badly. What three
 * members share counts for every two of them as well.
 *
 * <p>A slot: how many values it holds, since when it has fired (0: not), how many values it told,
 * whether a timer is set, then each value in the order of its first sighting as {@link SetValues}
 * reads it.
 */
final class Campaigns implements Detector<SharedValue, Joined> {
  static final String NAME = "campaign";

  static final int MOST_MEMBERS = 3;

  /** A campaign that keeps below every member's own threshold: no more sightings each than this. */
  static final int MOST_EACH = 3;

  /** More addresses at once are no campaign that hides, but peers that share their weather. */
  static final int MOST_ADDRESSES = 2 * MOST_EACH;

  /** One more member within an hour: correlated sources need minutes (Katti, IMC 2005). */
  static final int WIDEST_GAP = 3_600;

  /** What was made for an attack serves for hours. */
  static final int WIDEST_ARTEFACT_GAP = 6 * 3_600;

  /** Sets farther in the past are another campaign. */
  static final int WINDOW = 86_400;

  /**
   * What chance may make a day by our bound. The bound is a careful one: ten days without any
   * campaign brought no false one at twice as much (docs/decisions/0011-correlation.md). The
   * mission allows one.
   */
  static final double BUDGET = 5;

  private static final int MOST_VALUES = 24;
  static final int HEAD = 4;

  private static final int EVALUATE_AFTER = 10 * 60;

  private final Background background;
  private final Ties ties;

  Campaigns(Background background, Ties ties) {
    this.background = background;
    this.ties = ties;
  }

  /** Whether a shared value is of the sort that campaigns leave behind. */
  static boolean wants(SharedValue shared) {
    int members = MemberSet.size(shared.members());
    int widest = shared.type().isArtefact() ? WIDEST_ARTEFACT_GAP : WIDEST_GAP;
    return members <= MOST_MEMBERS && !isLoud(shared) && shared.gap() <= widest;
  }

  /** Whether it does not hide at the few members that saw it. */
  static boolean isLoud(SharedValue shared) {
    return shared.count() > MemberSet.size(shared.members()) * MOST_EACH;
  }

  @Override
  public long key(SharedValue event) {
    return event.members();
  }

  @Override
  public long[] start() {
    return new long[HEAD + MOST_VALUES * SetValues.EACH];
  }

  @Override
  public void on(SharedValue event, Slot slot, Consumer<Joined> found) {
    SetValues values = new SetValues(slot);
    int size = forget(values, slot, event);
    int at = size;
    while (at > 0 && values.first(at - 1) > event.first()) {
      values.move(at - 1, at);
      at--;
    }
    values.put(at, event);
    slot.set(0, size + 1L);
    if (slot.get(3) == 0) {
      slot.set(3, 1);
      slot.timer(slot.now() + EVALUATE_AFTER);
    }
  }

  private static boolean isRecent(SetValues values, Slot slot) {
    return values.first(values.size() - 1) > slot.now() - WINDOW;
  }

  /**
   * Lets go of what the value said before, of what is too old, and of the oldest if there is still
   * no room; returns how many values are left.
   */
  private static int forget(SetValues values, Slot slot, SharedValue event) {
    int size = values.size();
    int left = 0;
    for (int i = 0; i < size; i++) {
      boolean old = values.first(i) < event.first() - WINDOW;
      if (!old && values.key(i) != event.value()) {
        values.move(i, left++);
      }
    }
    if (left == MOST_VALUES) {
      left--;
      for (int i = values.leastTelling(left + 1); i < left; i++) {
        values.move(i + 1, i);
      }
    }
    if (left == 0) {
      slot.set(1, 0);
      slot.set(2, 0);
    }
    return left;
  }

  @Override
  public void onTimer(Slot slot, Consumer<Joined> found) {
    slot.set(3, 0);
    SetValues values = new SetValues(slot);
    SetTies tied = new SetTies(values);
    if (values.size() < 2 && !tied.hasOneOfManySources()) {
      return;
    }
    if (!background.isKnown()) {
      slot.set(3, 1);
      slot.timer(slot.now() + WIDEST_GAP);
      return;
    }
    Cluster best = best(values, tied, 0);
    int told = values.told();
    if ((best.choice() & ~told) == 0) {
      // Nothing new about it: the set may share another campaign.
      best = best(values, tied, told);
    }
    if (best.expectedPerDay() <= BUDGET && best.choice() != 0) {
      long first = values.first(Integer.numberOfTrailingZeros(best.choice()));
      slot.set(1, slot.get(1) == 0 ? first : slot.get(1));
      slot.set(2, slot.get(2) + best.size());
      values.tell(best.choice());
      found.accept(best.joined(values, ties, slot.get(1)));
    } else if (tied.hasOneOfManySources() && isRecent(values, slot)) {
      // What is not sure yet may be once more is known of what chance does.
      slot.set(3, 1);
      slot.timer(slot.now() + WIDEST_GAP);
    }
  }

  /** What chance explains worst, of what was not told. */
  private Cluster best(SetValues values, SetTies setTies, int without) {
    Cluster near = new Neighbours(values, setTies, background, without).best();
    Cluster tied = new TiedTogether(values, setTies, background, without).best();
    // What is tied says more exactly what belongs together.
    return near.score() > tied.score() && tied.expectedPerDay() > BUDGET ? near : tied;
  }
}
