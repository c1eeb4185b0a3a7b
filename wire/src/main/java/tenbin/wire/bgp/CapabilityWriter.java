package tenbin.wire.bgp;

import static tenbin.wire.bgp.MessageWriter.number;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;

/** Writes the capabilities of an OPEN. */
final class CapabilityWriter {
  private CapabilityWriter() {}

  static byte[] all(List<Capability> capabilities) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Capability each : capabilities) {
      byte[] value = value(each);
      out.write(code(each));
      out.write(value.length);
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  private static int code(Capability capability) {
    return switch (capability) {
      case Capability.Multiprotocol any -> 1;
      case Capability.Refresh any -> 2;
      case Capability.ExtendedMessage any -> 6;
      case Capability.Role any -> 9;
      case Capability.GracefulRestart any -> 64;
      case Capability.FourOctetAs any -> 65;
      case Capability.AddPath any -> 69;
      case Capability.EnhancedRefresh any -> 70;
      case Capability.Other other -> other.code();
    };
  }

  private static byte[] value(Capability capability) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (capability) {
      case Capability.Multiprotocol told -> {
        number(out, told.family().afi(), 2);
        number(out, told.family().safi(), 2);
      }
      case Capability.Role told -> out.write(told.number());
      case Capability.GracefulRestart told -> restart(out, told);
      case Capability.FourOctetAs told -> number(out, told.asn(), 4);
      case Capability.AddPath told ->
          told.families().forEach(each -> family(out, each.family(), each.mode()));
      case Capability.Other told -> out.writeBytes(HexFormat.of().parseHex(told.octets()));
      case Capability.Refresh none -> {}
      case Capability.ExtendedMessage none -> {}
      case Capability.EnhancedRefresh none -> {}
    }
    return out.toByteArray();
  }

  private static void restart(ByteArrayOutputStream out, Capability.GracefulRestart told) {
    int flags = (told.restarted() ? 0x8000 : 0) | (told.notifying() ? 0x4000 : 0);
    number(out, flags | told.seconds() & 0xfff, 2);
    told.families().forEach(each -> family(out, each.family(), each.forwarding() ? 0x80 : 0));
  }

  private static void family(ByteArrayOutputStream out, AfiSafi family, int octet) {
    number(out, family.afi(), 2);
    out.write(family.safi());
    out.write(octet);
  }
}
