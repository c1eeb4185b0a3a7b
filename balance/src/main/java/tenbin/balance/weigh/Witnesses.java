package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Forbid;
import tenbin.nouns.consent.Category;

/**
 * Every way to choose one basis for each touched gate of a group, once for the whole group
 * (DISCLOSURE section 5, step 2). What one basis allows for one field and another for the next is
 * never added up.
 *
 * <p>Gate by gate, the choices so far are kept only while no other choice is as good in every
 * respect: at most as many as there are different answers, not as many as there are combinations.
 */
final class Witnesses {
  /** More ways to open a gate than these are no help to whoever reads them. */
  private static final int MOST_NEAR_MISSES = 12;

  private static final NavigableSet<Why> NO_REFUSALS = Collections.emptyNavigableSet();

  private final Fields fields;
  private final List<NearMiss> nearMisses = new ArrayList<>();
  private final List<Fit> fitting = new ArrayList<>();
  private final Map<Integer, NavigableSet<Why>> refusals = new HashMap<>();
  private final BitSet shutByHeld = new BitSet();
  private final Map<Near, NavigableSet<Why>> near = new HashMap<>();
  private final boolean namesFields;

  /** Where fields have the same near misses, unless a basis names single ones. */
  private record Near(GateKey key, Category category) {}

  /** A basis with one thing in its way. */
  private record NearMiss(Basis basis, Why why) {}

  /** A basis that fits the scene, with what it opens. */
  private record Fit(Basis basis, Offer offer) {}

  Witnesses(Fields fields, Ceilings ceilings, Fitting fit) {
    this.fields = fields;
    for (Basis basis : fields.scene().bases()) {
      if (fields.keys().stream().noneMatch(key -> key.isOpenedBy(basis))) {
        continue;
      }
      List<Why> found = fit.failuresOf(basis);
      if (found.size() == 1) {
        nearMisses.add(new NearMiss(basis, found.getFirst()));
      }
      if (found.isEmpty()) {
        fitting.add(new Fit(basis, offerOf(basis, fit, ceilings)));
      }
    }
    nearMisses.sort(Comparator.comparingInt(Witnesses::distance));
    namesFields = nearMisses.stream().anyMatch(miss -> !miss.basis.scope().fields().isEmpty());
  }

  /** Grounds that are meant for these parties come before those that are meant for others. */
  private static int distance(NearMiss miss) {
    return switch (miss.why.code()) {
      case OTHER_RECIPIENT, OTHER_GIVER, OTHER_SUBJECT -> 1;
      default -> 0;
    };
  }

  private Offer offerOf(Basis basis, Fitting fit, Ceilings ceilings) {
    int[] levels = new int[fields.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = levelOf(basis, i, fit, ceilings);
    }
    boolean names =
        basis.kind().canNameAddressee()
            && basis.scope().recipients().named().contains(fields.scene().recipient().id());
    return new Offer(
        levels, new TreeSet<>(List.of(basis.id())), new TreeSet<>(basis.obligations()), names);
  }

  private int levelOf(Basis basis, int i, Fitting fit, Ceilings ceilings) {
    Part part = fields.part(i);
    int least = part.order().least();
    if (!basis.scope().lists(part.name(), part.category())) {
      return least;
    }
    for (Forbid forbid : fields.scene().policy().forbids()) {
      if (forbid.kinds().contains(basis.kind()) && ceilings.reaches(forbid, part)) {
        refuse(i, Why.of(Code.FORBIDDEN, forbid.id(), forbid.pointer()));
        return least;
      }
    }
    var refusal = fit.refusalAgainst(basis, part);
    if (refusal.isPresent()) {
      refuse(i, Why.of(Code.CONSENT_REFUSED, refusal.get().id()));
      return least;
    }
    int ceiling = basis.ceiling().of(part.name(), part.category(), part.order());
    return part.order().meet(ceiling, fields.most(i));
  }

  private void refuse(int field, Why why) {
    refusals.computeIfAbsent(field, i -> new TreeSet<>()).add(why);
  }

  /** Whether some fitting basis opens this gate for this field at all. */
  boolean opens(GateKey key, int field) {
    for (Fit fit : fitting) {
      if (key.isOpenedBy(fit.basis) && fit.offer.level(field) != fields.order(field).least()) {
        return true;
      }
    }
    return false;
  }

  /** What keeps bases that could open a gate for a field from doing so: the nearest ones. */
  NavigableSet<Why> nearMisses(GateKey key, int field) {
    NavigableSet<Why> own = refusals.getOrDefault(field, NO_REFUSALS);
    Part part = fields.part(field);
    if (!own.isEmpty() || namesFields) {
      return nearest(key, part, own);
    }
    return near.computeIfAbsent(
        new Near(key, part.category()), unseen -> nearest(key, part, NO_REFUSALS));
  }

  private NavigableSet<Why> nearest(GateKey key, Part part, NavigableSet<Why> refused) {
    NavigableSet<Why> found = new TreeSet<>(refused);
    int most = found.size() + MOST_NEAR_MISSES;
    for (NearMiss miss : nearMisses) {
      Basis basis = miss.basis;
      if (found.size() == most) {
        break;
      }
      if (key.isOpenedBy(basis) && basis.scope().lists(part.name(), part.category())) {
        found.add(miss.why);
      }
    }
    return found;
  }

  /** Every choice that no other one makes needless, held fields and addressee observed. */
  List<Offer> all() {
    List<Offer> found = List.of(everything());
    for (GateKey key : fields.keys()) {
      found = extended(found, key);
    }
    List<Offer> routed = found.stream().map(this::routed).toList();
    List<Offer> admissible = routed.stream().filter(fields::coversHeld).toList();
    for (int i = 0; i < fields.open(); i++) {
      int field = i;
      if (routed.stream().anyMatch(offer -> opens(offer, field))
          && admissible.stream().noneMatch(offer -> opens(offer, field))) {
        shutByHeld.set(field);
      }
    }
    return admissible;
  }

  private Offer routed(Offer offer) {
    boolean ends = fields.scene().isOnTheWay() || offer.names();
    return ends ? offer : offer.without(fields.ofCommunication(), fields);
  }

  private boolean opens(Offer offer, int field) {
    return offer.level(field) != fields.order(field).least();
  }

  /** Whether a field would go if the recipient held nothing of its group. */
  boolean isShutByHeld(int field) {
    return shutByHeld.get(field);
  }

  /** What no gate has cut yet: as much as the ceilings leave. */
  private Offer everything() {
    int[] levels = new int[fields.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = fields.most(i);
    }
    return new Offer(levels, new TreeSet<>(), new TreeSet<>(), false);
  }

  /** To leave a gate shut is a choice too: it obliges to nothing, and nothing rests on it. */
  private List<Offer> extended(List<Offer> soFar, GateKey key) {
    List<Offer> forGate = new ArrayList<>();
    forGate.add(shut(key));
    for (Fit fit : fitting) {
      if (key.isOpenedBy(fit.basis)) {
        forGate.add(onlyWhereTouched(fit.offer, key));
      }
    }
    List<Offer> next = new ArrayList<>();
    for (Offer one : soFar) {
      for (Offer other : forGate) {
        keep(one.and(other, fields), next);
      }
    }
    return next;
  }

  private void keep(Offer offer, List<Offer> kept) {
    for (Offer other : kept) {
      if (other.isAsGoodAs(offer, fields)
          && (!offer.isAsGoodAs(other, fields) || isFirst(other, offer))) {
        return;
      }
    }
    kept.removeIf(other -> offer.isAsGoodAs(other, fields));
    kept.add(offer);
  }

  private static boolean isFirst(Offer one, Offer other) {
    return Choice.IDS.compare(one, other) <= 0;
  }

  private Offer onlyWhereTouched(Offer offer, GateKey key) {
    int[] levels = offer.levels(fields.size());
    for (int i = 0; i < levels.length; i++) {
      if (!fields.touched(i).contains(key)) {
        levels[i] = fields.most(i);
      }
    }
    return new Offer(levels, offer.bases(), offer.obligations(), offer.names());
  }

  private Offer shut(GateKey key) {
    int[] levels = new int[fields.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = fields.touched(i).contains(key) ? fields.order(i).least() : fields.most(i);
    }
    return new Offer(levels, new TreeSet<>(), new TreeSet<>(), false);
  }
}
