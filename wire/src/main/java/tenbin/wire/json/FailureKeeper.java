package tenbin.wire.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A stream that remembers its own failure. Jackson throws I/O failures of its own making for bytes
 * in no encoding of JSON; those are bad input, while a stream's failure goes to whoever gave it.
 */
final class FailureKeeper extends FilterInputStream {
  private Optional<IOException> failure = Optional.empty();

  FailureKeeper(InputStream inner) {
    super(inner);
  }

  Optional<IOException> failure() {
    return failure;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException broken) {
      failure = Optional.of(broken);
      throw broken;
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return super.read(buffer, from, length);
    } catch (IOException broken) {
      failure = Optional.of(broken);
      throw broken;
    }
  }
}
