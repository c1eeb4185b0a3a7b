package tenbin.wire.packed;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.XZInputStream;

/** Opens packed files. */
public final class Packed {
  private static final int MAGIC = 6;
  private static final int BUFFER = 1 << 16;

  /** Decoders that want more than this are not asked: xz files choose it themselves. */
  private static final int MOST_XZ_KIBIBYTES = 256 << 10;

  /** 128 MiB, as zstd itself allows without being told (RFC 8878 section 3.1.1.1.2). */
  private static final int MOST_ZSTD_WINDOW_LOG = 27;

  private Packed() {}

  /**
   * What is in it: gzip (several members are one file), bzip2, xz, zstd, or the octets themselves.
   * What is damaged is thrown as {@link PackedDamage}, behind all that came before it.
   *
   * @param workers how many threads unpack blocks of bzip2; with one it is the caller's
   */
  public static InputStream open(InputStream packed, int workers) throws IOException {
    RawInput raw = new RawInput(packed);
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(MAGIC);
    byte[] head = in.readNBytes(MAGIC);
    in.reset();
    if (begins(head, 0x1f, 0x8b, 8)) {
      return new GzipStream(in);
    }
    if (begins(head, 'B', 'Z', 'h')) {
      return new Bzip2Stream(in, workers);
    }
    if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return new Guarded("xz", raw, () -> new XZInputStream(in, MOST_XZ_KIBIBYTES));
    }
    if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return new Guarded("zstd", raw, () -> zstd(in));
    }
    return in;
  }

  private static InputStream zstd(InputStream in) throws IOException {
    ZstdInputStream zstd = new ZstdInputStream(in);
    zstd.setLongMax(MOST_ZSTD_WINDOW_LOG);
    return zstd;
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
