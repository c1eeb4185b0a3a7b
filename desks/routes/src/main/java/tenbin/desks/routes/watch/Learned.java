package tenbin.desks.routes.watch;

import tenbin.desks.routes.detect.Links;
import tenbin.desks.routes.detect.PathFacts;
import tenbin.desks.routes.table.RouteTable;

/**
 * What was there when the watch began, or since a day: neighbours, and who hands routes from whom
 * to whom. A link that one vantage point alone shows is never learnt.
 */
final class Learned implements Links {
  private static final int DAY = 24 * 60;

  private final RouteTable table;
  private static final int TAUGHT_BITS = 18;

  private final long[] taught = new long[1 << TAUGHT_BITS];
  private final LongSet triples = new LongSet();
  private int begin = Integer.MAX_VALUE;
  private int now;

  Learned(RouteTable table) {
    this.table = table;
  }

  /** The watch begins: what came before is what is usual. */
  void begin(int minute) {
    begin = minute;
  }

  boolean hasBegun() {
    return begin != Integer.MAX_VALUE;
  }

  void now(int minute) {
    now = Math.max(now, minute);
  }

  /** Whether something first seen then is old enough. */
  boolean isSettled(int minute) {
    return minute < begin || minute <= now - DAY;
  }

  @Override
  public boolean isSettled(int a, int b) {
    if (triples.isEmpty()) {
      return true; // It began without a table: nothing is known, so nothing is unknown.
    }
    var first = table.linkFirstSeen(a, b);
    return first.isPresent()
        && isSettled(first.getAsInt())
        && table.linkSeenBy(a, b) >= Math.min(2, table.vantages());
  }

  @Override
  public boolean isSettled(int from, int by, int to) {
    return triples.has(triple(from, by, to));
  }

  /** A path of a vantage point; its triples count only while the watch has not begun. */
  void path(PathFacts facts, int vantage, int minute) {
    long key = (long) facts.path().hashCode() << 16 | vantage + 1;
    int place = (int) (key * 0x9E3779B97F4A7C15L >>> 64 - TAUGHT_BITS);
    if (taught[place] == key) {
      return; // Said just before: it teaches nothing more.
    }
    taught[place] = key;
    path(facts.hops(), vantage, minute, !hasBegun());
  }

  /** A path of a vantage point that tells its table for the first time. */
  void starting(PathFacts facts, int vantage, int minute) {
    path(facts.hops(), vantage, minute, true);
  }

  private void path(int[] hops, int vantage, int minute, boolean teaches) {
    for (int i = 1; i < hops.length; i++) {
      table.link(hops[i], hops[i - 1], minute, vantage);
      if (i > 1 && teaches) {
        triples.add(triple(hops[i], hops[i - 1], hops[i - 2]));
      }
    }
  }

  /** 96 bits in 64; two triples of a million share one with less than one chance in ten million. */
  private static long triple(int from, int by, int to) {
    long mixed = (from * 0x9E3779B97F4A7C15L ^ by) * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ mixed >>> 29 ^ to) * 0x165667B19E3779F9L;
    return mixed ^ mixed >>> 32;
  }
}
