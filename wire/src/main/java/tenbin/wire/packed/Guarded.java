package tenbin.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A decoder of another's making: what it says of its input is damage, told with its place. */
final class Guarded extends InputStream {
  /** How a decoder begins; it reads the first octets then. */
  interface Opening {
    InputStream open() throws IOException;
  }

  private final String form;
  private final RawInput raw;
  private final Opening opening;
  private Optional<InputStream> decoder = Optional.empty();

  Guarded(String form, RawInput raw, Opening opening) {
    this.form = form;
    this.raw = raw;
    this.opening = opening;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    try {
      if (decoder.isEmpty()) {
        decoder = Optional.of(opening.open());
      }
      return decoder.get().read(to, from, length);
    } catch (IOException broken) {
      if (raw.hasFailed()) {
        throw broken;
      }
      String what = form + " before packed octet " + raw.offset() + ": " + broken.getMessage();
      throw new PackedDamage(what, PackedDamage.Rest.LOST);
    }
  }

  @Override
  public void close() throws IOException {
    if (decoder.isPresent()) {
      decoder.get().close();
    } else {
      raw.close();
    }
  }
}
