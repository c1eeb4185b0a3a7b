package tenbin.balance.weigh;

import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Parties.Role;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.Touch;

/** Which gates a field touches in a scene (DISCLOSURE section 2). Laws add, none removes. */
final class Gates {
  /** How the holder came to know: "carrying", "party", "found". */
  static final String LEARNT = "learnt";

  private static final String CARRYING = "carrying";
  private static final String UNDER_NDA = "nda";

  private final Scene scene;
  private final boolean carried;

  Gates(Scene scene) {
    this.scene = scene;
    this.carried =
        scene
            .trait(LEARNT)
            .map(CARRYING::equals)
            .orElseGet(() ->
                scene.holder().carrier() || scene.source().filter(Party::carrier).isPresent());
  }

  NavigableSet<GateKey> touchedBy(Part part) {
    NavigableSet<GateKey> keys = new TreeSet<>();
    if (scene.isOwnKnowledge()) {
      return keys;
    }
    if (!scene.recipientRoles().contains(Role.HOLDER)) {
      keys.add(new GateKey(Gate.H, ""));
    }
    addByCategory(part, keys);
    for (Touch touch : scene.policy().touches()) {
      if (applies(touch, part)) {
        addFor(touch, keys);
      }
    }
    return keys;
  }

  private void addByCategory(Part part, NavigableSet<GateKey> keys) {
    switch (part.category()) {
      case C0, CR, C8, C9, CD -> {}
      case C1 -> {
        if (scene.trait(UNDER_NDA).filter("yes"::equals).isPresent()) {
          add(Gate.K, keys);
        }
      }
      case C2 -> {
        addSecrecy(keys);
        add(Gate.P, keys);
      }
      case C3, C4 -> {
        addSecrecy(keys);
        add(Gate.P, keys);
        add(Gate.K, keys);
      }
      case C5, C6, C7 -> add(Gate.K, keys);
      case UNKNOWN -> {
        add(Gate.S, keys);
        add(Gate.P, keys);
        add(Gate.K, keys);
      }
    }
  }

  private void addSecrecy(NavigableSet<GateKey> keys) {
    if (carried) {
      add(Gate.S, keys);
    }
  }

  private void add(Gate gate, NavigableSet<GateKey> keys) {
    boolean byLaw = gate == Gate.S || gate == Gate.P;
    if (byLaw && !scene.laws().isEmpty()) {
      scene.laws().forEach(law -> keys.add(new GateKey(gate, law)));
    } else {
      keys.add(new GateKey(gate, ""));
    }
  }

  private boolean applies(Touch touch, Part part) {
    return (touch.law().isEmpty() || scene.laws().contains(touch.law()))
        && touch.categories().contains(part.category())
        && touch.conditions().stream()
            .noneMatch(each -> scene.answer(each) == Condition.Answer.UNMET);
  }

  private static void addFor(Touch touch, NavigableSet<GateKey> keys) {
    boolean byLaw = touch.gate() == Gate.S || touch.gate() == Gate.P;
    keys.add(new GateKey(touch.gate(), byLaw ? touch.law() : ""));
  }
}
