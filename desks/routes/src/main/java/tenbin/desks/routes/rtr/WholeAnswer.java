package tenbin.desks.routes.rtr;

import java.util.Map;
import java.util.Optional;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.nouns.net.Asn;
import tenbin.wire.rpki.RtrError;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrRefused;

/** The answer to a reset query: everything that is there. */
final class WholeAnswer extends RtrAnswer {
  private final Optional<RtrData> before;
  private final VrpTable.Builder vrps = VrpTable.builder();

  WholeAnswer(RtrLimits limits, Optional<RtrData> before) {
    super(limits);
    this.before = before;
  }

  @Override
  void take(Vrp vrp, RtrMessage message) throws RtrRefused {
    boolean comes =
        message.pdu() instanceof RtrPdu.PrefixPayload payload
            && payload.action() == RtrPdu.Action.ANNOUNCE;
    if (!comes) {
      throw refused(RtrError.WITHDRAWAL_OF_UNKNOWN, message, "none to withdraw: " + vrp.prefix());
    }
    vrps.add(vrp);
  }

  @Override
  int vrps() {
    return vrps.size();
  }

  @Override
  boolean hadAspa(Asn customer) {
    return false;
  }

  @Override
  Outcome end(RtrMessage message) throws RtrRefused {
    VrpTable table = vrps.build();
    if (table.hasTwins()) {
      throw refused(RtrError.DUPLICATE_ANNOUNCEMENT, message, "the same VRP twice in one answer");
    }
    RtrData now = new RtrData(table, merged(Map.of()));
    return new Outcome(now, before.map(now::since).orElse(RpkiChanges.NONE));
  }
}
