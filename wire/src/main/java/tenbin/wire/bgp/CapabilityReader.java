package tenbin.wire.bgp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tenbin.wire.bgp.Capability.AddPath;
import tenbin.wire.bgp.Capability.Kept;
import tenbin.wire.bgp.Capability.Paths;

/** Reads the capabilities of an OPEN. */
final class CapabilityReader {
  private CapabilityReader() {}

  /** All of one optional parameter. */
  static void all(Octets in, List<Capability> into) throws Malformed {
    while (in.hasMore()) {
      int code = in.u8();
      into.add(one(code, in.take(in.u8())));
    }
  }

  private static Capability one(int code, Octets value) throws Malformed {
    return switch (code) {
      case 1 -> new Capability.Multiprotocol(family(value));
      case 2 -> new Capability.Refresh();
      case 6 -> new Capability.ExtendedMessage();
      case 9 -> new Capability.Role(value.u8());
      case 64 -> restart(value);
      case 65 -> new Capability.FourOctetAs(value.u32());
      case 69 -> paths(value);
      case 70 -> new Capability.EnhancedRefresh();
      default -> new Capability.Other(code, HexFormat.of().formatHex(value.rest()));
    };
  }

  private static AfiSafi family(Octets value) throws Malformed {
    int afi = value.u16();
    value.skip(1);
    return new AfiSafi(afi, value.u8());
  }

  private static Capability restart(Octets value) throws Malformed {
    int word = value.u16();
    List<Kept> families = new ArrayList<>();
    while (value.hasMore()) {
      AfiSafi family = new AfiSafi(value.u16(), value.u8());
      families.add(new Kept(family, (value.u8() & 0x80) != 0));
    }
    return new Capability.GracefulRestart(
        (word & 0x8000) != 0, (word & 0x4000) != 0, word & 0xfff, families);
  }

  private static AddPath paths(Octets value) throws Malformed {
    List<Paths> families = new ArrayList<>();
    while (value.hasMore()) {
      AfiSafi family = new AfiSafi(value.u16(), value.u8());
      families.add(new Paths(family, value.u8()));
    }
    return new AddPath(families);
  }
}
