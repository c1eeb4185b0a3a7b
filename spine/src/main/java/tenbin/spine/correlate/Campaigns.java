package tenbin.spine.correlate;

import java.util.function.Consumer;

/**
 * The second detector, keyed by a set of two or three members: one rare value that two members saw
 * within an hour is coincidence more often than not; several of them over the same few members are
 * not. It fires when chance, as the background knows it, would make fewer than one such set in two
 * days anywhere in the circle. What three members share counts for every two of them as well.
 *
 * <p>A slot: how many values it holds, since when it has fired (0: not), how many values it told,
 * whether a timer is set, then each value in the order of its first sighting as {@link SetValues}
 * reads it.
 */
final class Campaigns implements Detector<SharedValue, Joined> {
  static final String NAME = "campaign";

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

  /** False campaigns a day that we allow: what the mission does. */
  static final double BUDGET = 1;

  private static final int MOST_VALUES = 24;
  static final int HEAD = 4;

  private static final int EVALUATE_AFTER = 10 * 60;

  private final Background background;

  Campaigns(Background background) {
    this.background = background;
  }

  /** Whether a shared value is of the sort that campaigns leave behind. */
  static boolean wants(SharedValue shared) {
    int members = MemberSet.size(shared.members());
    int widest = shared.type().isArtefact() ? WIDEST_ARTEFACT_GAP : WIDEST_GAP;
    return members <= 3 && shared.count() <= members * MOST_EACH && shared.gap() <= widest;
  }

  /** Whether it is an artefact of few members that does not hide. */
  static boolean isLoudArtefact(SharedValue shared) {
    int members = MemberSet.size(shared.members());
    return shared.type().isArtefact()
        && members < SharedValue.MOST_COMPANIONS
        && shared.count() > members * MOST_EACH;
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
    if (values.size() < 2 && !values.hasOneOfManySources()) {
      return;
    }
    if (!background.isKnown()) {
      slot.set(3, 1);
      slot.timer(slot.now() + WIDEST_GAP);
      return;
    }
    Cluster best = new Clusters(values, background, 0).best();
    int told = values.told();
    if ((best.choice() & ~told) == 0) {
      // Nothing new about it: the set may share another campaign.
      best = new Clusters(values, background, told).best();
    }
    if (best.expectedPerDay() <= BUDGET && best.choice() != 0) {
      long first = values.first(Integer.numberOfTrailingZeros(best.choice()));
      slot.set(1, slot.get(1) == 0 ? first : slot.get(1));
      slot.set(2, slot.get(2) + best.size());
      values.tell(best.choice());
      found.accept(best.joined(values, slot.get(1)));
    } else if (values.hasOneOfManySources() && isRecent(values, slot)) {
      // What is not sure yet may be once more is known of what chance does.
      slot.set(3, 1);
      slot.timer(slot.now() + WIDEST_GAP);
    }
  }
}
