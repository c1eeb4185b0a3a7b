package tenbin.wire.rislive;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;
import tenbin.wire.bgp.PathIds;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** An UPDATE as its octets (RFC 4271 section 4.1), in hexadecimal digits of either case. */
record RisRaw(Update update) {
  private static final int MARKER = 16;
  private static final int HEADER = 19;
  private static final int UPDATE = 2;
  private static final int UNICAST = 1;

  /** The octets of a message; with numbers of four octets, or of two where these do not fit. */
  static RisRaw read(String digits) throws Malformed {
    byte[] octets = HexFormat.of().parseHex(digits);
    Octets in = Octets.of(octets, 0, octets.length);
    in.skip(MARKER);
    int length = in.u16();
    int type = in.u8();
    if (length != octets.length || type != UPDATE) {
      throw new Malformed(MARKER, "type " + type + ", " + length + " of " + octets.length);
    }
    try {
      return new RisRaw(Update.read(body(octets), AsWidth.FOUR, PathIds.NONE));
    } catch (Malformed wide) {
      return new RisRaw(Update.read(body(octets), AsWidth.TWO, PathIds.NONE));
    }
  }

  private static Octets body(byte[] octets) {
    return Octets.of(octets, HEADER, octets.length - HEADER);
  }

  /** Hands over its routes, the ones that are gone first. */
  void tell(long micros, RisRows.Peer peer, RisRows rows) {
    List<Prefix> gone = new ArrayList<>();
    List<Prefix> come = new ArrayList<>();
    add(update.withdrawn(), gone);
    add(update.announced(), come);
    Attributes attributes = update.attributes();
    attributes.unreach().forEach(each -> add(unicast(each), gone));
    attributes.reach().forEach(each -> add(unicast(each), come));
    if (!gone.isEmpty()) {
      rows.withdrawn(micros, peer, gone);
    }
    if (!come.isEmpty()) {
      rows.announced(micros, peer, come, attributes);
    }
  }

  private static List<Reach> unicast(Attributes.Multi routes) {
    return routes.safi() == UNICAST ? routes.routes() : List.of();
  }

  private static void add(List<Reach> routes, List<Prefix> to) {
    routes.forEach(each -> to.add(each.prefix()));
  }
}
