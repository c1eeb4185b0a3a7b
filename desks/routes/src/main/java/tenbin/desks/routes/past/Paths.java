package tenbin.desks.routes.past;

import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/**
 * AS paths as they are kept: kind and count of each segment, then its numbers, short ones short.
 */
final class Paths {
  private static final int MOST_SEGMENTS = 32_768;

  private Paths() {}

  static void pack(AsPath path, Packing out) {
    byte[] octets = path.octets();
    int segments = 0;
    for (int at = 0; at < octets.length; at += 2 + 4 * (octets[at + 1] & 0xff)) {
      segments++;
    }
    out.number(segments);
    for (int at = 0; at < octets.length; ) {
      int count = octets[at + 1] & 0xff;
      out.octet(octets[at]).octet(count);
      at += 2;
      for (int i = 0; i < count; i++, at += 4) {
        out.number(number(octets, at));
      }
    }
  }

  private static long number(byte[] octets, int at) {
    return (octets[at] & 0xffL) << 24
        | (octets[at + 1] & 0xffL) << 16
        | (octets[at + 2] & 0xffL) << 8
        | octets[at + 3] & 0xffL;
  }

  static AsPath unpack(Unpacking in) throws Damaged {
    Packing octets = new Packing();
    int segments = in.count(MOST_SEGMENTS);
    for (int i = 0; i < segments; i++) {
      octets.octet(in.octet());
      int count = in.octet();
      octets.octet(count);
      for (int each = 0; each < count; each++) {
        long number = in.number();
        octets.octet((int) (number >>> 24)).octet((int) (number >>> 16));
        octets.octet((int) (number >>> 8)).octet((int) number);
      }
    }
    byte[] all = octets.done();
    try {
      return all.length == 0
          ? AsPath.EMPTY
          : AsPath.read(Octets.of(all, 0, all.length), AsWidth.FOUR);
    } catch (Malformed wrong) {
      throw new Damaged("no path: " + wrong.getMessage());
    }
  }
}
