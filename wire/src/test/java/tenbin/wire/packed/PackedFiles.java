package tenbin.wire.packed;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs octets for tests. */
public enum PackedFiles {
  GZIP {
    @Override
    OutputStream on(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  /** With blocks of 100,000 octets. */
  BZIP2 {
    @Override
    OutputStream on(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out, 1);
    }
  },
  XZ {
    @Override
    OutputStream on(OutputStream out) throws IOException {
      return new XZOutputStream(out, new LZMA2Options(0));
    }
  },
  ZSTD {
    @Override
    OutputStream on(OutputStream out) throws IOException {
      return new ZstdOutputStream(out, 1).setChecksum(true);
    }
  };

  abstract OutputStream on(OutputStream out) throws IOException;

  /** The octets, packed. */
  public byte[] packed(byte[] octets) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = on(packed)) {
      out.write(octets);
    }
    return packed.toByteArray();
  }
}
