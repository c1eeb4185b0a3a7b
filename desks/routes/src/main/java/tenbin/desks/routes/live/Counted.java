package tenbin.desks.routes.live;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.health.FeedHealth;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.health.HealthState;
import tenbin.desks.routes.health.Thresholds;
import tenbin.desks.routes.table.PathShelf;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.watch.RouteWatch;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/**
 * The table with its watch and the health of those who fill it: the word of one that is not well is
 * kept in the table and makes no incident. One thread.
 */
final class Counted implements RouteSink {
  private final RouteTable table;
  private final RouteWatch watch;
  private final FeedHealth health = new FeedHealth(Thresholds.USUAL, List.of());
  private final PathShelf shelf;
  private final BitSet counting = new BitSet();
  private final BitSet starting = new BitSet();
  private final Beginning beginning;

  /** So many vantage points were reviewed; later ones are starting. */
  private int known;

  private boolean begun;
  private boolean reviewSoon;

  Counted(RouteTable table, RouteWatch watch, Predicate<Prefix> declared, Beginning beginning) {
    this.table = table;
    this.watch = watch;
    this.shelf = new PathShelf(declared, PathShelf.MOST_PREFIXES);
    this.beginning = beginning;
  }

  boolean hasBegun() {
    return begun;
  }

  /**
   * What is new from a time on is news.
   *
   * @param now by the clock; files are of before
   */
  void begin(long micros, long now) {
    if (!begun) {
      review(now);
      begun = true;
      watch.begin(micros);
    }
  }

  private boolean counts(int vantage) {
    return !begun || vantage >= 0 && counting.get(vantage);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    int vantage = table.vantage(from);
    health.announced(micros, vantage, prefix);
    shelf.announced(vantage, prefix, attributes.path());
    if (!begun) {
      beginning.heard(from);
    }
    if (counts(vantage)) {
      watch.announced(micros, from, prefix, attributes);
    } else {
      boolean isNew = vantage >= 0 && (starting.get(vantage) || vantage >= known);
      watch.aside(
          micros,
          from,
          prefix,
          attributes,
          isNew ? RouteWatch.Aside.STARTING : RouteWatch.Aside.DOUBTED);
    }
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    int vantage = table.vantage(from);
    long had = vantage < 0 ? RouteTable.NONE : table.origin(vantage, prefix);
    health.withdrawn(micros, vantage, prefix, had);
    shelf.withdrawn(vantage, prefix);
    if (counts(vantage)) {
      watch.withdrawn(micros, from, prefix);
    } else {
      watch.asideWithdrawn(micros, from, prefix);
    }
  }

  @Override
  public void lost(long micros, Vantage from) {
    int vantage = table.vantage(from);
    health.lost(micros, vantage);
    shelf.lost(vantage);
    watch.lost(micros, from);
    beginning.lost(from);
    if (vantage >= 0) {
      counting.clear(vantage);
      starting.set(vantage);
    }
  }

  @Override
  public void complete(long micros, Vantage from) {
    health.complete(micros, table.vantage(from));
    watch.complete(micros, from);
    beginning.complete(from);
    reviewSoon = true;
  }

  /** Somebody told all: who counts is asked now, not in a minute. */
  void reviewIfAsked(long micros) {
    if (reviewSoon) {
      reviewSoon = false;
      review(micros);
    }
  }

  /** Decides anew who counts. */
  void review(long micros) {
    health.review(micros, table);
    for (Health each : health.all(micros, table)) {
      int vantage = table.vantage(each.vantage());
      boolean counts = each.state().counts();
      starting.set(vantage, isStarting(each.state()));
      known = Math.max(known, vantage + 1);
      if (counts != counting.get(vantage)) {
        counting.set(vantage, counts);
        turned(micros, vantage, counts);
      }
    }
  }

  private static boolean isStarting(HealthState state) {
    return state == HealthState.STARTING || state == HealthState.DOWN;
  }

  private void turned(long micros, int vantage, boolean counts) {
    if (!begun) {
      return;
    }
    Vantage who = table.vantage(vantage);
    if (!counts) {
      watch.doubted(micros, who);
      return;
    }
    Map<Prefix, AsPath> paths = new HashMap<>();
    shelf.forEach(vantage, paths::put);
    paths.forEach((prefix, path) -> watch.counts(micros, who, prefix, path));
  }

  /** How each vantage point is. */
  List<Health> healths(long micros) {
    return health.all(micros, table);
  }
}
