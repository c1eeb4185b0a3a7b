package tenbin.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What is in a gzip file (RFC 1952), one member behind the other. All that can be inflated is given
 * before damage is told: a member that breaks off, a check sum that is wrong, octets behind the
 * end.
 */
final class GzipStream extends InputStream {
  private final GzipFrame frame;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private Optional<PackedDamage> damage = Optional.empty();
  private boolean inside;

  GzipStream(InputStream in) {
    this.frame = new GzipFrame(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (damage.isPresent()) {
      throw damage.get();
    }
    try {
      return some(to, from, length);
    } catch (PackedDamage found) {
      // What is lost stays lost; behind a wrong check sum the next member may follow.
      damage = Optional.of(found).filter(each -> each.rest() == PackedDamage.Rest.LOST);
      throw found;
    }
  }

  private int some(byte[] to, int from, int length) throws IOException {
    while (inside || begin()) {
      int got = inflated(to, from, length);
      if (got > 0) {
        sum.update(to, from, got);
        return got;
      }
      if (inflater.finished() || inflater.needsDictionary()) {
        inside = false;
        frame.trailer(inflater, sum);
      }
    }
    return -1;
  }

  private boolean begin() throws IOException {
    inside = frame.header();
    inflater.reset();
    sum.reset();
    return inside;
  }

  private int inflated(byte[] to, int from, int length) throws IOException {
    if (inflater.needsInput() && !inflater.finished()) {
      frame.feed(inflater);
    }
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(to, from, length);
    } catch (DataFormatException broken) {
      PackedDamage found = frame.damage(inflater, String.valueOf(broken.getMessage()));
      int got = (int) (inflater.getBytesWritten() - before);
      if (got == 0) {
        throw found;
      }
      damage = Optional.of(found);
      return got;
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    frame.close();
  }
}
