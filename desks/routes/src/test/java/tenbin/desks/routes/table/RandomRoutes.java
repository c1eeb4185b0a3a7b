package tenbin.desks.routes.table;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Words of vantage points by chance, few prefixes and many collisions, the same for a seed. */
final class RandomRoutes {
  final SplittableRandom random;
  final List<Prefix> prefixes = new ArrayList<>();
  final List<Integer> vantages = new ArrayList<>();
  final List<Long> origins = new ArrayList<>();
  int minute = 29_000_000;

  RandomRoutes(long seed) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < 60; i++) {
      prefixes.add(i % 3 == 0 ? v6() : v4());
    }
    prefixes.add(Prefix.parse("0.0.0.0/0"));
    prefixes.add(Prefix.parse("::/0"));
    prefixes.add(Prefix.parse("::/1"));
  }

  private Prefix v4() {
    int near = random.nextInt(4) << 22 | random.nextInt() & 0x7;
    return Prefix.around(Address.ofV4(0xC0000000 | near), 6 + random.nextInt(27));
  }

  private Prefix v6() {
    long high = random.nextBoolean() ? 0x2001_0db8_0000_0000L | random.nextInt(4) << 14 : 0;
    return Prefix.around(new Address(high, random.nextInt(5)), random.nextInt(129));
  }

  void open(RouteTable table, int count) {
    for (int i = 0; i < count; i++) {
      Vantage vantage =
          new Vantage("rrc0" + i % 3, new Asn(64_500 + i), Address.ofV4(0xC6336400 + i));
      vantages.add(table.vantage(vantage));
    }
    origins.addAll(List.of(64_496L, 64_497L, 0L, 4_294_967_295L, 64_498L));
    origins.add(table.set(IntStream.of(64_499, 64_498)));
    origins.add(table.set(IntStream.of(-1, 64_498, 7)));
  }

  Prefix prefix() {
    return prefixes.get(random.nextInt(prefixes.size()));
  }

  int vantage() {
    return vantages.get(random.nextInt(vantages.size()));
  }

  long origin() {
    return origins.get(random.nextInt(origins.size()));
  }

  /** One word to both, and what both say of it. */
  long[] word(RouteTable table, NaiveTable naive) {
    minute += random.nextInt(3) == 0 ? random.nextInt(4_000) : 0;
    int vantage = vantage();
    Prefix prefix = prefix();
    int what = random.nextInt(100);
    if (what < 60) {
      long origin = origin();
      return new long[] {
        table.announce(vantage, prefix, origin, minute),
        naive.announce(vantage, prefix, origin, minute)
      };
    }
    if (what < 90) {
      return new long[] {
        table.withdraw(vantage, prefix, minute), naive.withdraw(vantage, prefix, minute)
      };
    }
    if (what < 98) {
      table.lost(vantage);
      naive.lost(vantage);
      return new long[] {0, 0};
    }
    int before = minute - table.limits.memoryDays() * RouteTable.MINUTES_A_DAY;
    return new long[] {table.forget(minute), naive.forget(before)};
  }
}
