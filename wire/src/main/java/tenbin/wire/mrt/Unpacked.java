package tenbin.wire.mrt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Opens a file as archives keep them: by its first octets, whatever it is called. */
public final class Unpacked {
  private static final int MAGIC = 6;
  private static final int BUFFER = 1 << 16;

  /** Decoders that want more than this are not asked: xz files choose it themselves. */
  private static final int MOST_XZ_KIBIBYTES = 256 << 10;

  private Unpacked() {}

  /**
   * What is in it: gzip (several members are one file), bzip2, xz, or the octets themselves.
   *
   * @throws IOException also where it is packed and broken from its first octets on
   */
  public static InputStream of(InputStream packed) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
    in.mark(MAGIC);
    byte[] head = in.readNBytes(MAGIC);
    in.reset();
    if (begins(head, 0x1f, 0x8b, 8)) {
      return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
    }
    if (begins(head, 'B', 'Z', 'h')) {
      return new BufferedInputStream(new BZip2CompressorInputStream(in, true), BUFFER);
    }
    if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return new BufferedInputStream(new XZInputStream(in, MOST_XZ_KIBIBYTES), BUFFER);
    }
    return in;
  }

  private static boolean begins(byte[] head, int... octets) {
    if (head.length < octets.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((head[i] & 0xff) != octets[i]) {
        return false;
      }
    }
    return true;
  }
}
