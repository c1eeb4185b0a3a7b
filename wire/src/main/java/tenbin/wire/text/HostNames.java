package tenbin.wire.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import tenbin.nouns.net.HostName;

/** Reads host names straight from bytes; plain lower-case ones without the cost of IDN. */
public final class HostNames {
  private static final int MOST_NAME = 253;
  private static final int MOST_LABEL = 63;
  private static final int MOST_BYTES = 1_024;

  private HostNames() {}

  /** The name in a slice in A-label form, empty where it is none. */
  public static Optional<String> read(byte[] b, int from, int to) {
    if (isPlain(b, from, to)) {
      return Optional.of(new String(b, from, to - from, ISO_8859_1));
    }
    if (to - from > MOST_BYTES) {
      return Optional.empty();
    }
    return HostName.tryParse(new String(b, from, to - from, UTF_8)).map(HostName::ascii);
  }

  /** Whether the slice is a host name already in the form in which we keep it. */
  public static boolean isPlain(byte[] b, int from, int to) {
    if (to - from > MOST_NAME || to == from) {
      return false;
    }
    int label = 0;
    byte last = '.';
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_') {
        label++;
      } else if (c == '-' && label > 0) {
        label++;
      } else if (c == '.' && label > 0 && last != '-') {
        label = 0;
      } else {
        return false;
      }
      if (label > MOST_LABEL) {
        return false;
      }
      last = c;
    }
    return label > 0 && last != '-';
  }
}
