package tenbin.wire.mrt;

import java.time.Instant;

/**
 * The header of a record.
 *
 * @param seconds of the epoch
 * @param micros behind them, -1 where the type has none
 * @param type RFC 6396 section 4
 * @param subtype of it
 * @param offset of the record in the unpacked file
 * @param length of its body, as the header says
 */
public record MrtHead(long seconds, int micros, int type, int subtype, long offset, long length) {
  /** The deprecated form of 1999. */
  public static final int BGP = 5;

  public static final int TABLE_DUMP = 12;
  public static final int TABLE_DUMP_V2 = 13;
  public static final int BGP4MP = 16;
  public static final int BGP4MP_ET = 17;

  /** How many octets it takes. */
  static final int OCTETS = 12;

  /** The one that begins at the buffer's next octet. */
  static MrtHead of(RecordBuffer buffer) {
    return new MrtHead(
        buffer.u32(0), -1, buffer.u16(4), buffer.u16(6), buffer.offset(), buffer.u32(8));
  }

  public Instant at() {
    return Instant.ofEpochSecond(seconds, Math.max(0, micros) * 1_000L);
  }

  MrtHead withMicros(int some) {
    return new MrtHead(seconds, some, type, subtype, offset, length);
  }
}
