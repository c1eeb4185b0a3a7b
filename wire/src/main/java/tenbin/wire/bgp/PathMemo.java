package tenbin.wire.bgp;

import org.jspecify.annotations.Nullable;

/**
 * Paths that came lately, so that one that comes again is the same object: who keeps something of
 * it by then compares references, and never waits for its numbers. Each has one place, which the
 * next that wants it takes. For one thread.
 */
public final class PathMemo {
  /** 256 Ki: a full table of one router has 100,000 to 150,000 paths (field notes, section 7). */
  private static final int PLACE_BITS = 18;

  private static final int FEWEST_BITS = 8;
  private static final int SPREAD = 0x9e37_79b9; // 2^32 by the golden ratio

  private @Nullable AsPath[] places = new AsPath[1 << FEWEST_BITS];
  private int shift = Integer.SIZE - FEWEST_BITS;
  private int kept;

  /** The one that came before, if it is there, else this one. */
  AsPath of(AsPath path) {
    int place = path.hashCode() * SPREAD >>> shift;
    AsPath known = places[place];
    if (known != null && known.hashCode() == path.hashCode() && known.equals(path)) {
      return known;
    }
    places[place] = path;
    if (kept++ == places.length && shift > Integer.SIZE - PLACE_BITS) {
      grow();
    }
    return path;
  }

  /** Forgets all: what comes again is soon there again. */
  private void grow() {
    shift -= 2;
    places = new AsPath[1 << Integer.SIZE - shift];
    kept = 0;
  }
}
