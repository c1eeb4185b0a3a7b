package tenbin.balance.weigh;

import java.util.Comparator;
import tenbin.balance.ground.Gate;

/**
 * A touched gate under one law. Where holder, subject and recipient sit under different laws, each
 * of them has its own, and every one must be open (DISCLOSURE section 3).
 *
 * @param gate S, P, K or H
 * @param law "JP"; "" for gates that are no law's
 */
record GateKey(Gate gate, String law) implements Comparable<GateKey> {
  private static final Comparator<GateKey> ORDER =
      Comparator.comparing(GateKey::gate).thenComparing(GateKey::law);

  boolean isOpenedBy(tenbin.balance.ground.Basis basis) {
    return basis.opens().contains(gate) && (basis.law().isEmpty() || basis.law().equals(law));
  }

  @Override
  public int compareTo(GateKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return law.isEmpty() ? gate.name() : gate + "/" + law;
  }
}
