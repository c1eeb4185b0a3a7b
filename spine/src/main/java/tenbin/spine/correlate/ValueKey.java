package tenbin.spine.correlate;

import tenbin.nouns.net.Address;

/**
 * The 64-bit key of a value, never 0. Two of a day's ten million values share one with odds of
 * 3e-6. Unkeyed, so it stays inside the hub.
 */
final class ValueKey {
  private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

  private ValueKey() {}

  static long of(ValueType type, Address address) {
    return finish(mix(address.high() + 1 + type.code()) ^ address.low());
  }

  static long of(ValueType type, String text) {
    long hash = STEP * (1 + type.code());
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100_0000_01b3L;
      hash ^= hash >>> 29;
    }
    return finish(hash);
  }

  private static long finish(long value) {
    long key = mix(value);
    return key == 0 ? STEP : key;
  }

  /** The 64-bit finaliser of MurmurHash3, after one odd step. */
  static long mix(long value) {
    long mixed = value * STEP;
    mixed = (mixed ^ mixed >>> 33) * 0xff51_afd7_ed55_8ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
    return mixed ^ mixed >>> 33;
  }
}
