package tenbin.wire.bmp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/**
 * A value with its kind (RFC 7854 section 4.4).
 *
 * @param octets in hexadecimal digits
 */
public record Tlv(int type, String octets) {
  private static final int MOST = 1000; // Of one message; routers send a handful.

  /** All that are left. */
  static List<Tlv> all(Octets in) throws Malformed {
    List<Tlv> all = new ArrayList<>();
    while (in.hasMore() && all.size() < MOST) {
      int type = in.u16();
      all.add(new Tlv(type, HexFormat.of().formatHex(in.take(in.u16()).rest())));
    }
    return all;
  }

  /** As a text, without anything that a terminal would obey. */
  public String text() {
    String text = new String(HexFormat.of().parseHex(octets), StandardCharsets.UTF_8);
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  /** As a number; 0 where it is longer than eight octets or empty. */
  public long number() {
    boolean fits = !octets.isEmpty() && octets.length() <= 16;
    return fits ? HexFormat.fromHexDigitsToLong(octets) : 0;
  }
}
