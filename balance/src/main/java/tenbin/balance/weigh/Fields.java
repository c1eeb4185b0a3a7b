package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.level.Order;

/**
 * The fields that are decided together: one linkage group's, or one field that stands alone; with
 * those of the group that the recipient already holds behind them.
 */
final class Fields {
  private final Scene scene;
  private final List<Part> parts;
  private final List<Question.Held> held;
  private final List<NavigableSet<GateKey>> touched = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final NavigableSet<GateKey> keys = new TreeSet<>();

  Fields(Scene scene, Ceilings ceilings, List<Part> parts, List<Question.Held> held) {
    this.scene = scene;
    this.parts = parts;
    this.held = held;
    Gates gates = new Gates(scene);
    for (Part part : parts) {
      touched.add(gates.touchedBy(part));
      cuts.add(ceilings.over(part));
    }
    for (Question.Held each : held) {
      touched.add(gates.touchedBy(each.part()));
    }
    touched.forEach(keys::addAll);
  }

  Scene scene() {
    return scene;
  }

  /** Fields and held ones. */
  int size() {
    return parts.size() + held.size();
  }

  /** Fields that are to be decided: the first ones. */
  int open() {
    return parts.size();
  }

  Part part(int i) {
    return i < parts.size() ? parts.get(i) : held.get(i - parts.size()).part();
  }

  Order order(int i) {
    return part(i).order();
  }

  NavigableSet<GateKey> touched(int i) {
    return touched.get(i);
  }

  /** Every gate that one of them touches. */
  NavigableSet<GateKey> keys() {
    return keys;
  }

  Cut cut(int i) {
    return cuts.get(i);
  }

  /** The most that ceilings leave; all of it for what is held already. */
  int most(int i) {
    return i < cuts.size() ? cuts.get(i).level() : order(i).greatest();
  }

  /** Whether an offer allows everything that the recipient already holds of the group. */
  boolean coversHeld(Offer offer) {
    for (int i = parts.size(); i < size(); i++) {
      int level = held.get(i - parts.size()).level();
      if (!order(i).isAtOrBelow(level, offer.level(i))) {
        return false;
      }
    }
    return true;
  }

  /** Those that are elements of a communication: they may end at an addressee only. */
  BitSet ofCommunication() {
    BitSet set = new BitSet();
    for (int i = 0; i < size(); i++) {
      set.set(i, part(i).isOfCommunication());
    }
    return set;
  }
}
