package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.List;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** Reads the columns of a {@link Block}. For one block. */
final class Rows {
  private final List<Vantage> vantages;
  private final List<AsPath> paths;
  private final long unit;
  private final Unpacking kinds;
  private final Unpacking prefixes;
  private final Unpacking from;
  private final Unpacking routes;
  private final Unpacking times;
  private final int[] lastOf;
  private Prefix before = new Prefix(Address.NONE, 0);
  private long time;

  /** Routes alike follow each other: one value stands for them. */
  private PastRoute route = PastRoute.WITHDRAWN;

  private int routeOf = -1;

  Rows(Unpacking in, List<Vantage> vantages, List<AsPath> paths, long unit) throws Damaged {
    this.vantages = vantages;
    this.paths = paths;
    this.unit = unit;
    this.kinds = in.part();
    this.prefixes = in.part();
    this.from = in.part();
    this.routes = in.part();
    this.times = in.part();
    this.lastOf = new int[vantages.size()];
    java.util.Arrays.fill(lastOf, -1);
  }

  List<Change> read(int size) throws Damaged {
    List<Change> all = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int kind = kinds.octet();
      if ((kind & 1) == 0) {
        before = prefix();
      }
      int vantage = index(from, vantages.size());
      time += times.signed();
      all.add(new Change(time * unit, vantages.get(vantage), before, route(kind >> 1, vantage)));
    }
    return all;
  }

  private static int index(Unpacking in, int size) throws Damaged {
    int index = in.count(Block.MOST);
    if (index >= size) {
      throw new Damaged(index + " of " + size);
    }
    return index;
  }

  private Prefix prefix() throws Damaged {
    int bits = prefixes.octet();
    long high = before.first().high() + prefixes.signed();
    long low = before.first().low() + prefixes.signed();
    return Unpacking.prefix(new Address(high, low), bits);
  }

  private PastRoute route(int code, int vantage) throws Damaged {
    PastRoute.Came came = PastRoute.Came.of(code);
    if (came == PastRoute.Came.WITHDRAWN) {
      return PastRoute.WITHDRAWN;
    }
    int told = routes.count(Block.MOST);
    int number = told == 0 ? lastOf[vantage] : told - 1;
    if (number < 0 || number >= paths.size()) {
      throw new Damaged("path " + number + " of " + paths.size());
    }
    lastOf[vantage] = number;
    if (route.came() != came || routeOf != number) {
      routeOf = number;
      route = new PastRoute(paths.get(number), came);
    }
    return route;
  }
}
