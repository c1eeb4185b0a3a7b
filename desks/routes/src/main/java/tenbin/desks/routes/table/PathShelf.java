package tenbin.desks.routes.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/**
 * The whole paths that vantage points have to some prefixes: members' own, and those of open
 * incidents. Of all others none is kept: those of 300 full tables fit into no memory. Vantage
 * points by their numbers in the {@link RouteTable}. One thread.
 */
public final class PathShelf {
  /** Prefixes of a large circle, with as many more of incidents: 120 MB of 300 routers. */
  public static final int MOST_PREFIXES = 100_000;

  private static final int NONE = 0;
  private static final int[] NOTHING = {};

  private final Predicate<Prefix> always;
  private final int most;
  private final Set<Prefix> asked = new HashSet<>();

  /** By vantage point, the path's number and one. */
  private final Map<Prefix, int[]> paths = new HashMap<>();

  private final PathPool pool = new PathPool();
  private long refused;

  /**
   * An empty shelf.
   *
   * @param always prefixes that are kept as long as the shelf is there
   * @param most so many prefixes at once
   */
  public PathShelf(Predicate<Prefix> always, int most) {
    this.always = always;
    this.most = most;
  }

  /** From now on the paths to this one are kept too; those told before are not known. */
  public void keep(Prefix prefix) {
    if (asked.size() < most) {
      asked.add(prefix);
    } else {
      refused++;
    }
  }

  /** The paths to it are wanted no more, unless they always are. */
  public void release(Prefix prefix) {
    if (asked.remove(prefix) && !always.test(prefix)) {
      drop(prefix);
    }
  }

  /** Other prefixes are always kept from now on: what is wanted no more goes. */
  public void review() {
    List.copyOf(paths.keySet()).stream().filter(each -> !isWanted(each)).forEach(this::drop);
  }

  private boolean isWanted(Prefix prefix) {
    return always.test(prefix) || !asked.isEmpty() && asked.contains(prefix);
  }

  private void drop(Prefix prefix) {
    int[] of = paths.remove(prefix);
    for (int each : of == null ? NOTHING : of) {
      if (each != NONE) {
        pool.release(each - 1);
      }
    }
  }

  public void announced(int vantage, Prefix prefix, AsPath path) {
    if (vantage < 0 || !isWanted(prefix)) {
      return; // Nearly every prefix is nobody's here.
    }
    int[] of = paths.get(prefix);
    if (of == null) {
      if (paths.size() >= most) {
        refused++;
        return;
      }
      of = NOTHING;
    }
    if (vantage >= of.length) {
      of = Arrays.copyOf(of, vantage + 1 + vantage / 4);
      paths.put(prefix, of);
    }
    int before = of[vantage];
    of[vantage] = pool.hold(path) + 1;
    if (before != NONE) {
      pool.release(before - 1);
    }
  }

  public void withdrawn(int vantage, Prefix prefix) {
    int[] of = paths.get(prefix);
    if (of != null) {
      take(of, vantage);
      if (Arrays.stream(of).allMatch(each -> each == NONE)) {
        paths.remove(prefix);
      }
    }
  }

  private void take(int[] of, int vantage) {
    if (vantage >= 0 && vantage < of.length && of[vantage] != NONE) {
      pool.release(of[vantage] - 1);
      of[vantage] = NONE;
    }
  }

  /** The vantage point has nothing from now on. */
  public void lost(int vantage) {
    for (int[] of : paths.values()) {
      take(of, vantage);
    }
    paths.values().removeIf(of -> Arrays.stream(of).allMatch(each -> each == NONE));
  }

  /** Hands over all paths of a vantage point, in no order. */
  public void forEach(int vantage, BiConsumer<Prefix, AsPath> each) {
    paths.forEach((prefix, of) -> {
      if (vantage >= 0 && vantage < of.length && of[vantage] != NONE) {
        each.accept(prefix, pool.path(of[vantage] - 1));
      }
    });
  }

  public Optional<AsPath> path(int vantage, Prefix prefix) {
    return Optional.ofNullable(paths(prefix).get(vantage));
  }

  /** The paths to a prefix by the numbers of the vantage points that have them, sorted. */
  public Map<Integer, AsPath> paths(Prefix prefix) {
    Map<Integer, AsPath> all = new TreeMap<>();
    int[] of = paths.getOrDefault(prefix, NOTHING);
    for (int vantage = 0; vantage < of.length; vantage++) {
      if (of[vantage] != NONE) {
        all.put(vantage, pool.path(of[vantage] - 1));
      }
    }
    return all;
  }

  /** How many prefixes have paths here. */
  public int prefixes() {
    return paths.size();
  }

  /** How many different paths there are. */
  public int differentPaths() {
    return pool.size();
  }

  /** How many words about prefixes were not kept for want of room. */
  public long refused() {
    return refused;
  }
}
