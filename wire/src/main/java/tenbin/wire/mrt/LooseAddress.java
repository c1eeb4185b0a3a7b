package tenbin.wire.mrt;

import tenbin.nouns.net.Address;

/**
 * IPv6 addresses as bgpdump writes them: the first of the longest runs of zeros is left out, also
 * where it is one group alone, which RFC 5952 section 4.2.2 does not allow.
 */
final class LooseAddress {
  private static final int GROUPS = 8;

  private LooseAddress() {}

  static String text(Address address) {
    int start = -1;
    int longest = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = run(address, i);
      if (run > longest) {
        longest = run;
        start = i;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < GROUPS; i++) {
      if (i == start) {
        text.append("::");
        i += longest - 1;
      } else {
        boolean joined = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(joined ? "" : ":").append(Integer.toHexString(group(address, i)));
      }
    }
    return text.toString();
  }

  private static int run(Address address, int from) {
    int run = 0;
    while (from + run < GROUPS && group(address, from + run) == 0) {
      run++;
    }
    return run;
  }

  private static int group(Address address, int index) {
    long half = index < 4 ? address.high() : address.low();
    return (int) (half >>> 48 - 16 * (index % 4)) & 0xffff;
  }
}
