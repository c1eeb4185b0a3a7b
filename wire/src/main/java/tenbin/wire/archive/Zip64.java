package tenbin.wire.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The sizes that do not fit into 32 bits (APPNOTE 6.3.10 section 4.5.3). */
final class Zip64 {
  private static final long IN_EXTRA = 0xffff_ffffL;
  private static final int ID = 1;
  private static final int BOTH_SIZES = 16;

  private Zip64() {}

  /** The packed size of a local header: as written there, or as its extra field says. */
  static long packedSize(long written, byte[] extra) {
    if (written != IN_EXTRA) {
      return written;
    }
    ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
    while (fields.remaining() >= 4) {
      int id = fields.getShort() & 0xffff;
      int size = fields.getShort() & 0xffff;
      if (size > fields.remaining()) {
        return written;
      }
      if (id == ID && size >= BOTH_SIZES) {
        return Math.max(0, fields.getLong(fields.position() + 8));
      }
      fields.position(fields.position() + size);
    }
    return written;
  }
}
