package tenbin.desks.routes.rtr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.nouns.net.Asn;
import tenbin.wire.rpki.RtrError;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrRefused;

/** The answer to a serial query: what came and went since a version. */
final class ChangeAnswer extends RtrAnswer {
  private final RtrData before;
  private final Set<Vrp> added = new LinkedHashSet<>();
  private final Set<Vrp> removed = new LinkedHashSet<>();

  ChangeAnswer(RtrLimits limits, RtrData before) {
    super(limits);
    this.before = before;
  }

  @Override
  void take(Vrp vrp, RtrMessage message) throws RtrRefused {
    boolean there = before.vrps().contains(vrp) ? !removed.contains(vrp) : added.contains(vrp);
    boolean comes =
        message.pdu() instanceof RtrPdu.PrefixPayload payload
            && payload.action() == RtrPdu.Action.ANNOUNCE;
    if (comes && there) {
      throw refused(RtrError.DUPLICATE_ANNOUNCEMENT, message, "there already: " + vrp.prefix());
    }
    if (!comes && !there) {
      throw refused(RtrError.WITHDRAWAL_OF_UNKNOWN, message, "none to withdraw: " + vrp.prefix());
    }
    if (comes && !removed.remove(vrp)) {
      added.add(vrp);
    }
    if (!comes && !added.remove(vrp)) {
      removed.add(vrp);
    }
  }

  @Override
  int vrps() {
    return before.vrps().size() + added.size();
  }

  @Override
  boolean hadAspa(Asn customer) {
    return before.aspas().containsKey(customer);
  }

  @Override
  Outcome end(RtrMessage message) {
    VrpTable table = before.vrps();
    if (!added.isEmpty() || !removed.isEmpty()) {
      VrpTable.Builder builder = VrpTable.builder();
      before
          .vrps()
          .forEach(each -> {
            if (!removed.contains(each)) {
              builder.add(each);
            }
          });
      added.forEach(builder::add);
      table = builder.build();
    }
    RtrData now = new RtrData(table, merged(before.aspas()));
    return new Outcome(now, changes(now));
  }

  private RpkiChanges changes(RtrData now) {
    List<Aspa> changed = new ArrayList<>();
    List<Asn> gone = new ArrayList<>();
    for (Asn customer : aspas().keySet()) {
      Aspa is = now.aspas().get(customer);
      Aspa was = before.aspas().get(customer);
      if (is == null && was != null) {
        gone.add(customer);
      } else if (is != null && !is.equals(was)) {
        changed.add(is);
      }
    }
    return new RpkiChanges(List.copyOf(added), List.copyOf(removed), changed, gone);
  }
}
