package tenbin.desks.routes.session;

import java.util.List;
import java.util.Set;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Multi;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Update;

/** Takes the routes of families that are not believed out of updates. */
final class Believed {
  private Believed() {}

  static Update of(Update update, Set<AfiSafi> disabled) {
    boolean plain = !disabled.contains(AfiSafi.IPV4_UNICAST);
    Attributes old = update.attributes();
    if (disabled.isEmpty() || plain && old.reach().isEmpty() && old.unreach().isEmpty()) {
      return update;
    }
    Attributes left = old.with(without(old.reach(), disabled), without(old.unreach(), disabled));
    return new Update(
        plain ? update.withdrawn() : List.of(), left, plain ? update.announced() : List.of());
  }

  private static List<Multi> without(List<Multi> routes, Set<AfiSafi> disabled) {
    return routes.stream()
        .filter(each ->
            !disabled.contains(new AfiSafi(each.family() == Family.IPV4 ? 1 : 2, each.safi())))
        .toList();
  }
}
