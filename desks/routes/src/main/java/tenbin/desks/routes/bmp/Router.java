package tenbin.desks.routes.bmp;

import java.util.Set;
import tenbin.nouns.net.Address;
import tenbin.wire.bmp.View;

/**
 * A router that may dial the station.
 *
 * @param name in the configuration
 * @param address from which it dials
 * @param views the tables that are taken from it; others are counted and told nobody
 * @param limits what it may cost
 */
public record Router(String name, Address address, Set<View> views, Limits limits) {
  /** What peers told the router, and what the router chose. */
  public static final Set<View> USUAL_VIEWS = Set.of(View.IN_BEFORE_POLICY, View.LOCAL);

  public Router {
    views = Set.copyOf(views);
    if (name.isBlank() || !address.isPresent() || views.isEmpty()) {
      throw new IllegalArgumentException("a router has a name, an address and tables");
    }
  }

  /** The feed of one of its tables: "bmp:azu", "bmp:azu/local". */
  String feed(View view) {
    String table =
        switch (view) {
          case IN_BEFORE_POLICY -> "";
          case IN_AFTER_POLICY -> "/after";
          case OUT_BEFORE_POLICY -> "/out-before";
          case OUT_AFTER_POLICY -> "/out";
          case LOCAL -> "/local";
        };
    return "bmp:" + name + table;
  }
}
