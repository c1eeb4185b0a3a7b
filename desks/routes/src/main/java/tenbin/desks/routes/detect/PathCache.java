package tenbin.desks.routes.detect;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/**
 * Facts of paths that came lately. One place a hash: the newer path takes it. Paths with a fault
 * are kept for a while only, because what is known of links grows.
 */
final class PathCache {
  /** 256 Ki: a full table of one router has 100,000 to 150,000 paths (field notes, section 7). */
  private static final int PLACE_BITS = 18;

  private static final int PLACES = 1 << PLACE_BITS;
  private static final int SPREAD = 0x9e37_79b9; // 2^32 by the golden ratio

  /** Words of feeds for which a fault is kept: a moment, in which nothing is learnt that counts. */
  private static final int FAULTY = 50_000;

  private final PathReader reader;
  private final @Nullable PathFacts[] places = new PathFacts[PLACES];
  private final int[] until = new int[PLACES];

  /** Beside them, so that a path that is not there costs one look. */
  private final int[] hashes = new int[PLACES];

  private int asked;

  PathCache(PathReader reader) {
    this.reader = reader;
  }

  /** Of a route; what the nearest AS marked itself says nothing of the way behind it. */
  PathFacts of(Attributes route) {
    AsPath path = route.path();
    OptionalLong marked = route.onlyToCustomer();
    if (route.leak() == Attributes.Leak.BY_ROLE) {
      return reader.leaked(path, marked);
    }
    boolean near = marked.isPresent() && path.isNearest(marked.getAsLong());
    return of(path, near ? OptionalLong.empty() : marked);
  }

  /** Looks where {@link #of} will look; what it gives means nothing. */
  int warm(AsPath path) {
    int hash = path.hashCode() * SPREAD;
    int place = hash >>> Integer.SIZE - PLACE_BITS;
    PathFacts kept = hashes[place] == hash ? places[place] : null;
    return kept == null ? until[place] : kept.set().length;
  }

  PathFacts of(AsPath path, OptionalLong marked) {
    if (marked.isPresent()) {
      return reader.read(path, marked);
    }
    int hash = path.hashCode() * SPREAD;
    int place = hash >>> Integer.SIZE - PLACE_BITS;
    PathFacts kept = hashes[place] == hash ? places[place] : null;
    asked++;
    if (kept != null && kept.path().equals(path) && (kept.isClean() || until[place] - asked > 0)) {
      return kept;
    }
    PathFacts facts = reader.read(path, marked);
    places[place] = facts;
    hashes[place] = hash;
    until[place] = asked + FAULTY;
    return facts;
  }
}
