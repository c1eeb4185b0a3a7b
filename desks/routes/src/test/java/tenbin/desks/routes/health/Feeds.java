package tenbin.desks.routes.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Some routers of two feeds that say what a test has them say, with a review each minute. */
final class Feeds {
  static final long START = Instant.parse("2026-03-24T00:00:00Z").toEpochMilli() * 1_000;
  static final Prefix BEACON = Prefix.parse("84.205.64.0/24");

  final RouteTable table = new RouteTable(Limits.usual(5));
  final FeedHealth health;
  final List<Health> changes = new ArrayList<>();
  long micros = START;

  Feeds(int routers, Beacon... beacons) {
    health = new FeedHealth(Thresholds.USUAL, List.of(beacons));
    for (int i = 0; i < routers; i++) {
      String feed = i % 2 == 0 ? "rrc00" : "rrc01";
      table.vantage(new Vantage(feed, new Asn(64_500 + i), Address.ofV4(0xC6336400 + i)));
    }
  }

  static Prefix prefix(int number) {
    return Prefix.around(Address.ofV4(0x2000_0000 + (number << 8)), 24);
  }

  int minute() {
    return (int) (micros / Pulse.MINUTE);
  }

  void announce(int router, Prefix prefix) {
    table.announce(router, prefix, 64_496, minute());
    health.announced(micros, router, prefix);
  }

  void withdraw(int router, Prefix prefix) {
    health.withdrawn(micros, router, prefix, table.withdraw(router, prefix, minute()));
  }

  void lose(int router) {
    table.lost(router);
    health.lost(micros, router);
  }

  /** A whole table of so many prefixes. */
  void tell(int router, int prefixes) {
    for (int i = 0; i < prefixes; i++) {
      announce(router, prefix(i));
    }
    health.complete(micros, router);
  }

  /** All tell the same table, and are well. */
  Feeds begin(int prefixes) {
    for (int i = 0; i < table.vantages(); i++) {
      tell(i, prefixes);
    }
    pass(1);
    return this;
  }

  /** Minutes in which nobody says anything. */
  void pass(int minutes) {
    pass(minutes, () -> {});
  }

  /** Minutes in each of which something is said. */
  void pass(int minutes, Runnable each) {
    for (int i = 0; i < minutes; i++) {
      each.run();
      micros += Pulse.MINUTE;
      changes.addAll(health.review(micros, table));
    }
  }

  /** Each says something, but those from a number on. */
  void chat(int below) {
    for (int i = 0; i < below; i++) {
      announce(i, prefix(0));
    }
  }

  Health of(int router) {
    return health.all(micros, table).get(router);
  }
}
