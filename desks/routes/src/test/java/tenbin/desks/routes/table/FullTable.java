package tenbin.desks.routes.table;

import java.util.SplittableRandom;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * A table as large as the world's: so many prefixes, five of six of IPv4, in the order of a table;
 * of each thousand, one has a second origin; each vantage point lacks one of two hundred.
 */
final class FullTable {
  static final int NOW = 29_000_000;

  private static final int SPACE = 1 << 24;

  final int prefixes;
  final int vantages;
  private final int v4;

  FullTable(int prefixes, int vantages) {
    this.prefixes = prefixes;
    this.vantages = vantages;
    this.v4 = prefixes / 6 * 5;
  }

  /** Made anew each time, as a decoder does. */
  Prefix prefix(int i) {
    return i < v4 ? v4(i, v4) : v6(i - v4);
  }

  private static Prefix v4(int i, int of) {
    int step = (int) ((long) i * (SPACE - (32 << 16)) / of);
    return Prefix.around(Address.ofV4((1 << 24) + (step << 8)), i % 3 == 0 ? 22 + i % 2 : 24);
  }

  private static Prefix v6(int i) {
    return Prefix.around(new Address(0x2001_0000_0000_0000L + ((long) i << 16), 0), 48);
  }

  static long origin(int prefix) {
    return 1_000L + prefix / 15;
  }

  /** Everybody's table, prefix by prefix, as one reads tables of all collectors side by side. */
  RouteTable fill(Limits limits) {
    RouteTable table = new RouteTable(limits);
    for (int i = 0; i < vantages; i++) {
      table.vantage(new Vantage("rrc00", new Asn(200_000 + i), Address.ofV4(0x0A00_0000 + i)));
    }
    for (int i = 0; i < prefixes; i++) {
      Prefix prefix = prefix(i);
      for (int vantage = 0; vantage < vantages; vantage++) {
        if ((i + vantage) % 200 != 0) {
          long second = i % 1_000 == 0 && vantage % 2 == 0 ? 7 : 0;
          table.announce(vantage, prefix, origin(i) + second, NOW);
        }
      }
    }
    return table;
  }

  /** Links as many as the world's, each shown by some. */
  void link(RouteTable table, int links) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < links; i++) {
      int a = random.nextInt(90_000);
      int b = random.nextInt(90_000);
      for (int vantage = 0; vantage < 8; vantage++) {
        table.link(a, b, NOW, vantage);
      }
    }
  }
}
