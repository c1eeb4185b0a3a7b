package tenbin.desks.routes.registry;

import java.util.function.Consumer;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.rpsl.RoutingRows;

/** Puts what registries' databases say into a table that is being made. */
final class IrrRows implements RoutingRows {
  private final IrrTable.Builder table;
  private final Consumer<Warning> damaged;

  IrrRows(IrrTable.Builder table, Consumer<Warning> damaged) {
    this.table = table;
    this.damaged = damaged;
  }

  @Override
  public void route(Prefix prefix, Asn origin, Keepers keepers) {
    table.add(new RouteObject(prefix, origin, keepers.source(), keepers.maintainers()));
  }

  @Override
  public void maintainer(String name, Keepers keepers) {
    table.add(new Maintainer(name, keepers.source(), keepers.noticesTo()));
  }

  @Override
  public void damaged(Warning warning) {
    damaged.accept(warning);
  }
}
