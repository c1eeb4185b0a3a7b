package tenbin.wire.packed;

import java.util.Optional;

/**
 * What came of a part of a bzip2 file.
 *
 * @param bytes that hold it, from the first on
 * @param length how many of them count
 * @param damage that stands behind them
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes on their way out; nobody compares them.
record Bzip2Part(byte[] bytes, int length, Optional<PackedDamage> damage) {
  static Bzip2Part damaged(long bit, String why, PackedDamage.Rest rest) {
    String what = "bzip2 at packed octet " + (bit >>> 3) + ", bit " + (bit & 7) + ": " + why;
    return new Bzip2Part(new byte[0], 0, Optional.of(new PackedDamage(what, rest)));
  }
}
