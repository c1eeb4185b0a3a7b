package tenbin.proof.mrt;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The floor: what the usual decoders need to unpack a file and do nothing with it. */
final class PlainUnpacking {
  private static final int BUFFER = 1 << 16;

  private PlainUnpacking() {}

  static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.mark(1);
    int first = in.read();
    in.reset();
    return switch (first) {
      case 0x1f -> new GZIPInputStream(in, BUFFER);
      case 'B' -> new BZip2CompressorInputStream(in, true);
      case 0xfd -> new XZInputStream(in);
      case 0x28 -> new ZstdInputStream(in);
      default -> in;
    };
  }

  /** How many octets are in it. */
  static long octets(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long octets = 0;
    try (InputStream in = open(file)) {
      int got = in.read(buffer);
      while (got >= 0) {
        octets += got;
        got = in.read(buffer);
      }
    }
    return octets;
  }

  static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 0x1f && in.read() == 0x8b;
    }
  }

  static boolean isBzip2(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'B' && in.read() == 'Z';
    }
  }
}
