package tenbin.desks.routes.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.health.FeedHealth;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.health.Thresholds;
import tenbin.desks.routes.table.PathShelf;
import tenbin.desks.routes.table.RouteTable;
import tenbin.desks.routes.watch.RouteWatch;
import tenbin.nouns.member.MemberId;
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
  private final FeedHealth health;
  private final PathShelf shelf;
  private final Roll roll = new Roll();
  private final Impossible impossible = new Impossible();
  private final Beginning beginning;
  private final Untabled untabled;
  private final Witnesses witnesses;
  private final Consumer<String> words;
  private long now;
  private boolean begun;
  private boolean reviewSoon;

  /**
   * Nobody has told anything.
   *
   * @param beside what is worked out beside the watch, out of the same words
   * @param words what people should know of routers
   */
  Counted(RouteTable table, RouteWatch watch, Beside beside, Consumer<String> words) {
    this.table = table;
    this.watch = watch;
    this.health = new FeedHealth(Thresholds.USUAL, beside.beacons());
    this.shelf = new PathShelf(beside.declared(), PathShelf.MOST_PREFIXES);
    this.beginning = beside.beginning();
    this.untabled = beside.untabled();
    this.witnesses = beside.witnesses();
    this.words = words;
  }

  /** The clock. */
  void now(long micros) {
    now = micros;
    beginning.now(micros);
    witnesses.now(micros);
    List<Integer> due = untabled.due(micros);
    due.forEach(vantage -> health.complete(micros, vantage));
    reviewSoon |= !due.isEmpty();
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
    return !begun || roll.counts(vantage);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    int vantage = table.vantage(from);
    health.announced(micros, vantage, prefix);
    if (impossible.is(from.asn(), attributes.path())) {
      health.garbage(micros, vantage);
    }
    boolean isUntabled = untabled.heard(now, vantage, from);
    shelf.announced(vantage, prefix, attributes.path());
    if (!begun) {
      beginning.heard(from);
    }
    if (isUntabled && !begun) {
      // A few words are no table: who is judged by them would be judged by chance.
      watch.aside(micros, from, prefix, attributes, RouteWatch.Aside.DOUBTED);
      watch.counts(micros, from, prefix, attributes.path());
    } else if (counts(vantage)) {
      watch.announced(micros, from, prefix, attributes);
    } else {
      RouteWatch.Aside why = isUntabled ? RouteWatch.Aside.DOUBTED : roll.aside(vantage);
      watch.aside(micros, from, prefix, attributes, why);
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
    untabled.lost(vantage);
    roll.lost(vantage);
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
    witnesses.judge((from, witness) -> health.suspect(micros, table.vantage(from), witness));
    List<Health> before = health.all(micros, table);
    HealthWords.tell(before, health.review(micros, table), words);
    for (Health each : health.all(micros, table)) {
      int vantage = table.vantage(each.vantage());
      if (roll.turns(vantage, each.state())) {
        turned(micros, vantage, each.state().counts());
      }
    }
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

  /** Registries changed: routes that stand are held against what they say now. */
  void registered(long micros, References before, References now) {
    Map<Prefix, Boolean> changed = new HashMap<>();
    for (int vantage = 0; vantage < table.vantages(); vantage++) {
      if (counts(vantage)) {
        Vantage who = table.vantage(vantage);
        shelf.forEach(
            vantage,
            (prefix, path) -> {
              if (changed.computeIfAbsent(prefix, each -> isOther(each, before, now))) {
                watch.registered(micros, who, prefix, path);
              }
            });
      }
    }
  }

  /**
   * Members declare something else: what stands in their prefixes is judged by it at once, by its
   * path where that was kept, else by its origin, which is all that is known then.
   */
  void declared(long micros, References before, References now) {
    shelf.review();
    Set<Declaration> known = Set.copyOf(before.declarations().ofMembers());
    for (Declaration each : now.declarations().ofMembers()) {
      boolean same = known.contains(each);
      for (Watched watched : each.prefixes()) {
        if (!same || !isOf(before.declarations(), watched.prefix(), each.member())) {
          standsIn(watched.prefix(), micros, now.declarations());
        }
      }
    }
  }

  private static boolean isOf(Declarations declarations, Prefix prefix, MemberId member) {
    return declarations
        .exact(prefix)
        .filter(each -> each.declaration().member().equals(member))
        .isPresent();
  }

  /** What lies in it, and not in a declared prefix inside it. */
  private void standsIn(Prefix declared, long micros, Declarations now) {
    table.forEachInside(
        declared,
        (inside, origin, seenBy) -> {
          Optional<Owner> owner = now.around(inside);
          if (owner.isPresent() && owner.get().watched().prefix().equals(declared)) {
            stands(micros, inside, origin);
          }
        });
  }

  private void stands(long micros, Prefix prefix, long origin) {
    int[] asns = table.members(origin);
    if (!begun || asns.length != 1) {
      return; // Of a set nobody knows who it is.
    }
    for (int vantage : table.vantages(prefix, origin)) {
      if (roll.counts(vantage)) {
        AsPath path = shelf.path(vantage, prefix).orElseGet(() -> AsPath.of(asns));
        watch.counts(micros, table.vantage(vantage), prefix, path);
      }
    }
  }

  private static boolean isOther(Prefix prefix, References before, References now) {
    return !before.vrps().covering(prefix).equals(now.vrps().covering(prefix))
        || !before.irr().covering(prefix).equals(now.irr().covering(prefix));
  }

  /** How each vantage point is. */
  List<Health> healths(long micros) {
    return health.all(micros, table);
  }
}
