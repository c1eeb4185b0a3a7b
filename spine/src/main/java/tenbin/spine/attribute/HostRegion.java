package tenbin.spine.attribute;

/**
 * Where the host stands in a URL (RFC 3986 section 3.2.2), as two positions in one number; nothing
 * is cut out. Text without a scheme is read as if it began with the authority.
 */
final class HostRegion {
  private HostRegion() {}

  /** The region; empty (from equals to) where there is no host. */
  static long of(String url) {
    int start = authority(url);
    int end = start;
    int afterUser = start;
    while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
      if (url.charAt(end) == '@') {
        afterUser = end + 1;
      }
      end++;
    }
    if (afterUser < end && url.charAt(afterUser) == '[') {
      int close = url.indexOf(']', afterUser);
      return close < 0 || close > end ? pack(end, end) : pack(afterUser + 1, close);
    }
    int colon = url.indexOf(':', afterUser);
    int hostEnd = colon >= 0 && colon < end ? colon : end;
    boolean rootDot = hostEnd > afterUser && url.charAt(hostEnd - 1) == '.';
    return pack(afterUser, rootDot ? hostEnd - 1 : hostEnd);
  }

  private static int authority(String url) {
    int at = 0;
    while (at < url.length() && isSchemeLetter(url.charAt(at))) {
      at++;
    }
    if (url.startsWith("://", at)) {
      return at + 3;
    }
    return url.startsWith("//") ? 2 : 0;
  }

  private static boolean isSchemeLetter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '+'
        || c == '-'
        || c == '.';
  }

  private static long pack(int from, int to) {
    return (long) from << 32 | to;
  }

  static int from(long region) {
    return (int) (region >>> 32);
  }

  static int to(long region) {
    return (int) region;
  }
}
