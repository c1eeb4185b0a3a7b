package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import tenbin.wire.text.HostNames;

/** Host names out of what stands in a column for hosts: "www.example.jp:8080", a URL, a name. */
public final class Hosts {
  /** Longer than any authority that serves anything; keeps the cost of a bad row down. */
  private static final int MOST_LENGTH = 4_096;

  private Hosts() {}

  /** The name in a slice; empty for an address, as that is no name. */
  static Optional<String> ofAuthority(byte[] bytes, int from, int to) {
    if (HostNames.isPlain(bytes, from, to)) {
      boolean named = endsWithLetter(bytes, from, to);
      return named ? Optional.of(new String(bytes, from, to - from, ISO_8859_1)) : Optional.empty();
    }
    return to - from > MOST_LENGTH
        ? Optional.empty()
        : ofAuthority(new String(bytes, from, to - from, UTF_8));
  }

  /** The name in an authority or a URL (RFC 3986 section 3.2); empty where there is none. */
  public static Optional<String> ofAuthority(String text) {
    int scheme = text.indexOf("://");
    String rest = scheme < 0 ? text : text.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(rest.lastIndexOf('@', end - 1) + 1, end);
    int colon = authority.indexOf(':');
    byte[] name = (colon < 0 ? authority : authority.substring(0, colon)).getBytes(UTF_8);
    return HostNames.read(name, 0, name.length)
        .filter(each -> endsWithLetter(each.getBytes(UTF_8), 0, each.length()));
  }

  /** No top-level domain ends in a digit but those in A-label form (RFC 3696 section 2). */
  private static boolean endsWithLetter(byte[] b, int from, int to) {
    int label = to;
    while (label > from && b[label - 1] != '.') {
      label--;
    }
    for (int i = label; i < to; i++) {
      if (b[i] < '0' || b[i] > '9') {
        return true;
      }
    }
    return false;
  }
}
