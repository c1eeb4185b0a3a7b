package tenbin.desks.routes.watch;

import java.util.Arrays;

/** How many vantage points see any of a track's prefixes, counted as they come and go. */
final class Spread {
  private int[] hits = new int[64];
  private int now;
  private int most;

  void add(int vantage) {
    if (vantage >= hits.length) {
      hits = Arrays.copyOf(hits, Math.max(vantage + 1, hits.length * 2));
    }
    if (hits[vantage]++ == 0) {
      now++;
      most = Math.max(most, now);
    }
  }

  void remove(int vantage) {
    if (--hits[vantage] == 0) {
      now--;
    }
  }

  int most() {
    return most;
  }
}
