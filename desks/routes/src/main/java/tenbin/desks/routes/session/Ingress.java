package tenbin.desks.routes.session;

import java.util.OptionalLong;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Update;

/**
 * The rules of only-to-customer for routes that come in (RFC 9234 section 5): whether a mark says
 * that a route leaked to us, and the mark that a route without one gets. Of IPv4 and IPv6 unicast,
 * which are all that we take.
 */
final class Ingress {
  private Ingress() {}

  /** The same update, its routes marked as they are after these rules. */
  static Update of(Update update, Neighbour from) {
    if (from.stance().isEmpty() || routes(update) == 0) {
      return update;
    }
    Attributes judged = of(update.attributes(), from.stance().get().theirs(), from.asn().number());
    return new Update(update.withdrawn(), judged, update.announced());
  }

  private static int routes(Update update) {
    int others = update.attributes().reach().stream().mapToInt(each -> each.routes().size()).sum();
    return update.announced().size() + others;
  }

  /** How many of its routes leaked to us. */
  static int leaks(Update update) {
    return update.attributes().leak() == Attributes.Leak.BY_ROLE ? routes(update) : 0;
  }

  private static Attributes of(Attributes told, Role neighbour, long asn) {
    OptionalLong mark = told.onlyToCustomer();
    if (mark.isPresent()) {
      return isLeak(neighbour, mark.getAsLong() == asn) ? told.leaked() : told;
    }
    return switch (neighbour) {
      case PROVIDER, PEER, RS -> told.markedBy(asn);
      case CUSTOMER, RS_CLIENT -> told;
    };
  }

  private static boolean isLeak(Role neighbour, boolean byItself) {
    return switch (neighbour) {
      case CUSTOMER, RS_CLIENT -> true;
      case PEER -> !byItself;
      case PROVIDER, RS -> false;
    };
  }
}
