package tenbin.desks.routes.health;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.net.Prefix;

/**
 * Who hears which beacon. One that others heard and a vantage point did not, though it used to,
 * says that the vantage point's feed is dead; one that nobody heard is dead itself.
 */
final class BeaconWatch {
  /** So often one must have heard a beacon to be expected to. */
  private static final int KNOWN = 3;

  private final Map<Prefix, Integer> numbers = new HashMap<>();
  private final long[] every;
  private final long[] anybody;

  /** By beacon and vantage point: when it was last heard, and in how many rounds. */
  private final long[][] heard;

  private final int[][] rounds;

  BeaconWatch(List<Beacon> beacons) {
    every = new long[beacons.size()];
    anybody = new long[beacons.size()];
    heard = new long[beacons.size()][8];
    rounds = new int[beacons.size()][8];
    for (int i = 0; i < every.length; i++) {
      numbers.put(beacons.get(i).prefix(), i);
      every[i] = beacons.get(i).every().toMillis() * 1_000;
    }
  }

  /** Something was said of a prefix. */
  void heard(long micros, int vantage, Prefix prefix) {
    Integer number = numbers.isEmpty() ? null : numbers.get(prefix);
    if (number == null) {
      return;
    }
    if (vantage >= heard[number].length) {
      heard[number] = Arrays.copyOf(heard[number], vantage * 2);
      rounds[number] = Arrays.copyOf(rounds[number], vantage * 2);
    }
    if (micros - heard[number][vantage] > every[number] / 2) {
      rounds[number][vantage]++;
    }
    heard[number][vantage] = Math.max(micros, heard[number][vantage]);
    anybody[number] = Math.max(micros, anybody[number]);
  }

  /** Whether it should have heard a beacon again, others did, and no other beacon reached it. */
  boolean isMissed(long micros, int vantage) {
    boolean missed = false;
    for (int i = 0; i < every.length; i++) {
      if (vantage < heard[i].length && rounds[i][vantage] >= KNOWN) {
        long last = heard[i][vantage];
        if (micros - last <= every[i] / 2 * 3) {
          return false;
        }
        missed |= anybody[i] - last > every[i] / 2;
      }
    }
    return missed;
  }
}
