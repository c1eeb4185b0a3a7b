package tenbin.desks.routes.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenbin.wire.bgp.AsPath;

/**
 * What a path says, worked out once for every prefix that has it. AS numbers are unsigned; arrays
 * are not to be changed.
 */
public final class PathFacts {
  private static final int[] NO_SET = {};

  private static final int[] NO_HOPS = {};

  private final AsPath path;

  /** Of one with faults, which is looked at again and again; a clean one is asked once. */
  private final int[] hops;

  private final int[] set;
  private final long origin;
  private final List<PathFault> faults;

  /** None until somebody asks. */
  private @Nullable List<Suspicion> ofNobody;

  PathFacts(AsPath path, int[] hops, List<PathFault> faults) {
    this.path = path;
    this.hops = faults.isEmpty() ? NO_HOPS : hops;
    this.set = path.endsInSet() ? path.origins().sorted().distinct().toArray() : NO_SET;
    this.origin =
        set.length > 0 || hops.length == 0 ? -1 : Integer.toUnsignedLong(hops[hops.length - 1]);
    this.faults = List.copyOf(faults);
  }

  /** As it came. */
  public AsPath path() {
    return path;
  }

  /** The ASes, the nearest first, without repetitions and sets. */
  public int[] hops() {
    return hops.length > 0 ? hops : path.hops();
  }

  /** The set at its end, sorted; empty where one AS originates it. */
  public int[] set() {
    return set;
  }

  /** Whether there is nothing to be said against it. */
  public boolean isClean() {
    return faults.isEmpty();
  }

  List<PathFault> faults() {
    return faults;
  }

  /**
   * What it is suspected of for a prefix that nobody declares, and around which nothing is: the
   * same for all of them, and kept.
   */
  List<Suspicion> ofNobody(Supplier<List<Suspicion>> how) {
    if (ofNobody == null) {
      ofNobody = List.copyOf(how.get());
    }
    return ofNobody;
  }

  /** The first fault of a kind. */
  Optional<PathFault> fault(PathFault.What what) {
    for (PathFault each : faults) {
      if (each.what() == what) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Who originates it; -1 for a set, and for a path of nobody. */
  public long origin() {
    return origin;
  }

  /** The AS before the origin; 0 where there is none. */
  int firstHop() {
    int[] all = hops();
    int before = set.length > 0 ? all.length - 1 : all.length - 2;
    return before >= 0 ? all[before] : 0;
  }

  /** Whether two ASes stand beside each other at its origin's end. */
  boolean isFirstHop(PathFault fault) {
    return fault.at() == hops.length - 2;
  }
}
