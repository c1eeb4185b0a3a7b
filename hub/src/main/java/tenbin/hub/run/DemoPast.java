package tenbin.hub.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.past.Past;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/**
 * The day before the demo as its routers heard it: the members' own prefixes, a change of ways, and
 * the hijack of {@link DemoRoutes}. All of it is invented.
 */
final class DemoPast {
  private static final int STRANGER = 64_511;

  private final RouteSink sink;

  private DemoPast(RouteSink sink) {
    this.sink = sink;
  }

  static Past before(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    return Past.retold(sink -> new DemoPast(sink).tell(hour));
  }

  private void tell(Instant hour) {
    Instant day = hour.minus(Duration.ofDays(1));
    List<Vantage> routers = DemoRoutes.ROUTERS;
    for (int i = 0; i < routers.size(); i++) {
      Instant at = day.plusSeconds(i);
      int transit = i % 2 == 0 ? 64_503 : 64_504;
      announce(at, i, "126.88.0.0/13", transit, 64_498);
      announce(at, i, "126.90.0.0/16", transit, 64_498);
      announce(at, i, "2001:db8:2000::/36", transit, 64_498);
      announce(at, i, "126.80.0.0/13", transit, 64_497);
      sink.complete(micros(at.plusSeconds(30)), routers.get(i));
    }
    Instant begin = hour.minus(Duration.ofMinutes(95));
    for (int i = 0; i < routers.size(); i++) {
      Instant turned = begin.minus(Duration.ofMinutes(20)).plusSeconds(7L * i);
      announce(turned, i, "126.90.0.0/16", 64_503, 64_509, 64_498);
    }
    for (int i = 0; i < routers.size(); i++) {
      for (int part = 0; part < 3; part++) {
        Prefix prefix = Prefix.around(Address.ofV4(0x7e5a_1400 + (part << 10)), 22);
        Instant at = begin.plusSeconds(20L * i + part);
        announce(at, i, prefix.toString(), i % 2 == 0 ? 64_503 : 64_504, 64_509, STRANGER);
      }
    }
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000;
  }

  private void announce(Instant at, int router, String prefix, int... behind) {
    Vantage from = DemoRoutes.ROUTERS.get(router);
    sink.announced(micros(at), from, Prefix.parse(prefix), Attributes.of(path(from, behind)));
  }

  private static AsPath path(Vantage from, int... behind) {
    int[] path = new int[1 + behind.length];
    path[0] = (int) from.asn().number();
    System.arraycopy(behind, 0, path, 1, behind.length);
    return AsPath.of(path);
  }
}
