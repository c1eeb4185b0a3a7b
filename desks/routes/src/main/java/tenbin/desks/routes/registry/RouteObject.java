package tenbin.desks.routes.registry;

import java.util.List;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * A route object of a routing registry (RFC 2622 section 4, RFC 4012).
 *
 * @param prefix that is announced
 * @param origin by whom
 * @param source the registry: "JPIRR"; empty where it does not say
 * @param maintainers who may change it, by name
 */
public record RouteObject(Prefix prefix, Asn origin, String source, List<String> maintainers) {
  public RouteObject {
    maintainers = List.copyOf(maintainers);
  }
}
