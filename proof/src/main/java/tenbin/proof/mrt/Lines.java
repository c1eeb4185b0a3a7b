package tenbin.proof.mrt;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/** Counts lines that go by, and adds them up to compare them with another's. */
final class Lines extends OutputStream {
  private final CRC32 sum = new CRC32();
  private long lines;

  /** What went by. */
  record Text(long lines, long sum) {}

  Text text() {
    return new Text(lines, sum.getValue());
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int from, int length) {
    sum.update(octets, from, length);
    for (int i = from; i < from + length; i++) {
      lines += octets[i] == '\n' ? 1 : 0;
    }
  }
}
