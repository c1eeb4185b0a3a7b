package tenbin.desks.routes.port;

import java.util.Map;
import tenbin.nouns.net.Address;

/**
 * What the kernel shall ask of packets before we see them.
 *
 * @param signed passwords of TCP-MD5 (RFC 2385), by the address of who dials
 * @param leastTtl packets with a smaller TTL or hop limit are dropped, and ours leave with 255 (RFC
 *     5082); 0 asks nothing
 */
public record Guard(Map<Address, String> signed, int leastTtl) {
  /** Nothing. */
  public static final Guard NONE = new Guard(Map.of(), 0);

  private static final int LONGEST = 80; // TCP_MD5SIG_MAXKEYLEN of Linux.

  public Guard {
    signed = Map.copyOf(signed);
    if (leastTtl < 0 || leastTtl > 255) {
      throw new IllegalArgumentException("no such TTL: " + leastTtl);
    }
    for (String password : signed.values()) {
      if (password.isEmpty() || password.length() > LONGEST) {
        throw new IllegalArgumentException("a password has 1 to " + LONGEST + " octets");
      }
    }
  }

  boolean asksAnything() {
    return !signed.isEmpty() || leastTtl > 0;
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "Guard[signed=" + signed.keySet() + ", leastTtl=" + leastTtl + "]";
  }
}
