package tenbin.wire.mrt;

import java.io.IOException;

/**
 * Where the next record begins in octets of which the front is missing: the first place with a
 * header that could be one, of nearly the same time, before another such header or the end.
 */
final class NextRecord {
  /** Archives have a few minutes a file, tables a few hours. */
  private static final long MOST_SECONDS_APART = 86_400;

  /** Records of archives have up to 70,000 octets; with longer ones chance would find many. */
  private static final int MOST_RECORD = 1 << 18;

  private static final int MOST_SUBTYPE = 12;

  private final RecordBuffer buffer;
  private final long seconds;

  /**
   * A search.
   *
   * @param seconds of the epoch of the last record that was whole, 0 where none was
   */
  NextRecord(RecordBuffer buffer, long seconds) {
    this.buffer = buffer;
    this.seconds = seconds;
  }

  /** Goes on to it; false where the end comes before one. */
  boolean isFound() throws IOException {
    while (buffer.has(MrtHead.OCTETS)) {
      if (isHeader(0) && isFollowed((int) (MrtHead.OCTETS + buffer.u32(8)))) {
        return true;
      }
      buffer.skip(1);
    }
    return false;
  }

  private boolean isFollowed(int length) throws IOException {
    if (buffer.has(length + MrtHead.OCTETS)) {
      return isHeader(length);
    }
    return buffer.left() == length;
  }

  private boolean isHeader(int behind) {
    return isType(buffer.u16(behind + 4))
        && buffer.u16(behind + 6) <= MOST_SUBTYPE
        && buffer.u32(behind + 8) <= MOST_RECORD
        && (seconds == 0 || Math.abs(buffer.u32(behind) - seconds) <= MOST_SECONDS_APART);
  }

  private static boolean isType(int type) {
    return switch (type) {
      case MrtHead.BGP,
          MrtHead.TABLE_DUMP,
          MrtHead.TABLE_DUMP_V2,
          MrtHead.BGP4MP,
          MrtHead.BGP4MP_ET ->
          true;
      default -> false;
    };
  }
}
