package tenbin.wire.mrt;

import java.io.IOException;
import java.io.InputStream;
import tenbin.wire.packed.Packed;

/** Opens a file as archives keep them: by its first octets, whatever it is called. */
public final class Unpacked {
  private Unpacked() {}

  /**
   * What is in it: gzip (several members are one file), bzip2 with every processor, xz, zstd, or
   * the octets themselves. Damage comes where it stands, behind what is whole.
   */
  public static InputStream of(InputStream packed) throws IOException {
    return of(packed, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same.
   *
   * @param workers how many threads unpack bzip2; with one it is the caller's
   */
  public static InputStream of(InputStream packed, int workers) throws IOException {
    return Packed.open(packed, workers);
  }
}
