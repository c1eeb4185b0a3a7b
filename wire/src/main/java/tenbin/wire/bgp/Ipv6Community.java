package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import tenbin.nouns.net.Address;

/**
 * An extended community that an IPv6 address assigns (RFC 5701).
 *
 * @param type with the bit of how far it goes
 * @param subtype 2 a route target, 3 a site of origin
 * @param global who assigned it
 * @param local its number there
 */
public record Ipv6Community(int type, int subtype, Address global, int local) {
  private static final int DIGITS = 40;

  /** Those that a route carries. */
  public static List<Ipv6Community> of(Attributes attributes) {
    List<Ipv6Community> all = new ArrayList<>();
    for (Attributes.Raw raw : attributes.others()) {
      String digits = raw.octets();
      for (int at = 0; raw.type() == 25 && at + DIGITS <= digits.length(); at += DIGITS) {
        all.add(read(digits, at));
      }
    }
    return all;
  }

  private static Ipv6Community read(String digits, int at) {
    return new Ipv6Community(
        HexFormat.fromHexDigits(digits, at, at + 2),
        HexFormat.fromHexDigits(digits, at + 2, at + 4),
        new Address(
            HexFormat.fromHexDigitsToLong(digits, at + 4, at + 20),
            HexFormat.fromHexDigitsToLong(digits, at + 20, at + 36)),
        HexFormat.fromHexDigits(digits, at + 36, at + 40));
  }

  /** "rt:2001:db8::1:7". */
  @Override
  public String toString() {
    String name =
        subtype == 2
            ? "rt"
            : subtype == 3 ? "soo" : String.format(Locale.ROOT, "%02x%02x", type, subtype);
    return name + ":" + global + ":" + local;
  }
}
