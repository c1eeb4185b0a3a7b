package tenbin.desks.routes.rtr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.nouns.net.Asn;

/** The payloads of a version: tables, and the ASPAs one by one for the next change. */
record RtrData(VrpTable vrps, Map<Asn, Aspa> aspas) {
  static final RtrData EMPTY = new RtrData(VrpTable.EMPTY, Map.of());

  RtrData {
    aspas = Map.copyOf(aspas);
  }

  AspaTable aspaTable() {
    return AspaTable.of(aspas.values());
  }

  /** What this has that the other has not, and the other way round. */
  RpkiChanges since(RtrData before) {
    List<Vrp> added = new ArrayList<>();
    List<Vrp> removed = new ArrayList<>();
    vrps.forEach(each -> add(!before.vrps.contains(each), each, added));
    before.vrps.forEach(each -> add(!vrps.contains(each), each, removed));
    List<Aspa> changed =
        aspas.values().stream()
            .filter(each -> !each.equals(before.aspas.get(each.customer())))
            .toList();
    List<Asn> gone =
        before.aspas.keySet().stream().filter(each -> !aspas.containsKey(each)).toList();
    return new RpkiChanges(added, removed, changed, gone);
  }

  private static void add(boolean differs, Vrp vrp, List<Vrp> to) {
    if (differs) {
      to.add(vrp);
    }
  }
}
