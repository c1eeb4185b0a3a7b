package tenbin.desks.routes.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/**
 * All routes that all vantage points have: who has which prefix with which origin, since when, and
 * who had it. Flat arrays of numbers; one thread writes and asks.
 *
 * <p>Times are minutes of the epoch. An origin is an AS number, 0 to 4294967295, or above that the
 * number of an AS_SET that {@link #set} gave. A prefix whose routes are all withdrawn is remembered
 * with its origins until {@link #forget} finds it too old.
 */
public final class RouteTable {
  /** No origin; no number of a vantage point. */
  public static final int NONE = -1;

  /** So many vantage points are told apart; all of RIPE RIS has no more full tables. */
  public static final int MOST_VANTAGES = 1_024;

  /** So many vantage points of a link are told apart. */
  public static final int MOST_LINK_VANTAGES = LinkTable.MOST_COUNTED;

  private static final int MOST_SAME = 10_000;

  static final int MINUTES_A_DAY = 1_440;

  final Limits limits;
  final RouteRows routes;
  final OriginSets sets = new OriginSets();
  final LinkTable links;
  private final Map<Vantage, Integer> numbers = new HashMap<>();

  /** By identity: feeds say the same object each time, and comparing them costs more. */
  private final IdentityHashMap<Vantage, Integer> same = new IdentityHashMap<>();

  private final List<Vantage> vantages = new ArrayList<>();
  private long refusedVantages;

  public RouteTable(Limits limits) {
    this.limits = limits;
    this.routes = new RouteRows(limits);
    this.links = new LinkTable(limits.links(), limits.seed());
  }

  /** What nobody outside may foresee, for tables beside this one. */
  public long seed() {
    return limits.seed();
  }

  /** The number of a vantage point, given at its first word; {@link #NONE} beyond the limit. */
  public int vantage(Vantage vantage) {
    Integer lately = same.get(vantage);
    if (lately != null) {
      return lately;
    }
    int number = number(vantage);
    if (same.size() >= MOST_SAME) {
      same.clear(); // Feeds that make their vantage points anew each time.
    }
    same.put(vantage, number);
    return number;
  }

  private int number(Vantage vantage) {
    Integer known = numbers.get(vantage);
    if (known != null) {
      return known;
    }
    if (vantages.size() == MOST_VANTAGES) {
      refusedVantages++;
      return NONE;
    }
    numbers.put(vantage, vantages.size());
    vantages.add(vantage);
    routes.columns.add();
    return vantages.size() - 1;
  }

  /** How many vantage points have a number; these are 0 and up. */
  public int vantages() {
    return vantages.size();
  }

  public Vantage vantage(int number) {
    return vantages.get(number);
  }

  /** How many prefixes a vantage point has now. */
  public int routes(int vantage) {
    return routes.columns.routes(vantage);
  }

  /** A prefix is asked for soon: its row is fetched; the number means nothing. */
  public long warm(Prefix prefix) {
    return routes.index.warm(prefix.first().high(), prefix.first().low(), prefix.bits());
  }

  /**
   * From now on the vantage point has the prefix with this origin.
   *
   * @return the origin that it had until now, or {@link #NONE}
   */
  public long announce(int vantage, Prefix prefix, long origin, int minute) {
    if (vantage < 0) {
      refusedVantages++;
      return NONE;
    }
    if (!sets.isKnown(origin)) {
      throw new IllegalArgumentException("no such origin: " + origin);
    }
    return routes.announce(vantage, prefix, origin, minute);
  }

  /**
   * From now on the vantage point has no route to the prefix.
   *
   * @return the origin that it had until now, or {@link #NONE}
   */
  public long withdraw(int vantage, Prefix prefix, int minute) {
    return vantage < 0 ? NONE : routes.withdraw(vantage, prefix, minute);
  }

  /** The vantage point has nothing from now on; that is no withdrawal of anything. */
  public void lost(int vantage) {
    if (vantage >= 0) {
      routes.lost(vantage);
    }
  }

  /** The number of an AS_SET, or the AS number where it has one member. */
  public long set(IntStream members) {
    return sets.number(members);
  }

  /** Who originated a path; nobody in it means the vantage point's own AS. */
  public long origin(Vantage from, AsPath path) {
    return path.length() == 0 ? from.asn().number() : sets.number(path.origins());
  }

  /** The AS numbers of an origin: itself, or those of the set. */
  public int[] members(long origin) {
    return sets.members(origin);
  }

  /** How many vantage points have the prefix. */
  public int seenBy(Prefix prefix) {
    return routes.seenBy(prefix);
  }

  /** How many vantage points have the prefix with this origin. */
  public int seenBy(Prefix prefix, long origin) {
    int row = routes.find(prefix, origin);
    return row == Rows.NONE ? 0 : routes.columns.seenBy(row);
  }

  public boolean isSeen(Prefix prefix) {
    return seenBy(prefix) > 0;
  }

  /** With which origin the vantage point has the prefix, or {@link #NONE}. */
  public long origin(int vantage, Prefix prefix) {
    return routes.origin(vantage, prefix);
  }

  /** The numbers of the vantage points that have the prefix with this origin. */
  public int[] vantages(Prefix prefix, long origin) {
    int row = routes.find(prefix, origin);
    return row == Rows.NONE ? new int[0] : routes.vantages(row);
  }

  /** The origins with which somebody has the prefix now, in no order. */
  public long[] origins(Prefix prefix) {
    return origins(prefix, Of.NOW);
  }

  /** Every origin that is remembered, visible or not, in no order. */
  public long[] remembered(Prefix prefix) {
    return origins(prefix, Of.EVER);
  }

  private enum Of {
    NOW,
    EVER
  }

  private long[] origins(Prefix prefix, Of of) {
    long[] origins = new long[2];
    int size = 0;
    for (int row = routes.find(prefix); row != Rows.NONE; row = routes.rows.next(row)) {
      if (of == Of.EVER || routes.columns.isSeen(row)) {
        origins = size == origins.length ? Arrays.copyOf(origins, 2 * size) : origins;
        origins[size++] = routes.rows.origin(row);
      }
    }
    return Arrays.copyOf(origins, size);
  }

  /** When the prefix first had this origin. */
  public OptionalInt firstSeen(Prefix prefix, long origin) {
    int row = routes.find(prefix, origin);
    return row == Rows.NONE ? OptionalInt.empty() : OptionalInt.of(routes.rows.first(row));
  }

  /** When the prefix last had this origin: now, if somebody has it. */
  public OptionalInt lastSeen(Prefix prefix, long origin) {
    int row = routes.find(prefix, origin);
    return row == Rows.NONE ? OptionalInt.empty() : OptionalInt.of(routes.last(row));
  }

  /** The latest minute that any word had. */
  public int newest() {
    return routes.newest;
  }

  /** The longest really less specific prefix that is visible or remembered. */
  public Optional<Prefix> around(Prefix prefix) {
    return routes.neighbours.around(prefix);
  }

  /** Whether the prefix or a part of it is visible or remembered. */
  public boolean anyInside(Prefix prefix) {
    return routes.neighbours.firstInside(prefix) != routes.sorted.end();
  }

  /** How many prefixes are visible or remembered. */
  public int prefixes() {
    return routes.index.size();
  }

  /** Shows every route that somebody has. */
  public void forEach(RouteVisitor visitor) {
    routes.forEach(visitor);
  }

  /** Shows every route that somebody has to the prefix or a part of it. */
  public void forEachInside(Prefix prefix, RouteVisitor visitor) {
    routes.forEachInside(prefix, visitor);
  }

  /** An AS stands beside another in a path that the vantage point shows; itself is no other. */
  public void link(int a, int b, int minute, int vantage) {
    if (a != b && vantage >= 0) {
      links.add(a, b, minute, Objects.checkIndex(vantage, vantages.size()));
    }
  }

  /** Whether anybody showed the two beside each other, in either order. */
  public boolean knowsLink(int a, int b) {
    return a != b && links.isKnown(a, b);
  }

  /** By how many vantage points, counted up to {@link #MOST_LINK_VANTAGES}. */
  public int linkSeenBy(int a, int b) {
    return knowsLink(a, b) ? links.seenBy(a, b) : 0;
  }

  /** When it was first shown. */
  public OptionalInt linkFirstSeen(int a, int b) {
    return knowsLink(a, b) ? OptionalInt.of(links.first(a, b)) : OptionalInt.empty();
  }

  /** How many links are known. */
  public int links() {
    return links.size();
  }

  /**
   * Forgets origins that nobody showed for as long as the limits say, and links that one vantage
   * point alone showed.
   *
   * @return how many origins of prefixes
   */
  public int forget(int minute) {
    int before = minute - limits.memoryDays() * MINUTES_A_DAY;
    links.forget(before);
    return routes.forget(before);
  }

  /** What was not taken since the table was made. */
  public Refused refused() {
    return new Refused(
        routes.refusedPrefixes,
        routes.refusedOrigins,
        refusedVantages,
        links.refused(),
        sets.refused());
  }
}
