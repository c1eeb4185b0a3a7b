package tenbin.wire.rpki;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/** Makes values of whole PDUs whose length fits their type. */
final class RtrDecoder {
  private final byte[] pdu;
  private final Octets in;

  private RtrDecoder(byte[] pdu) {
    this.pdu = pdu;
    this.in = Octets.of(pdu, 0, pdu.length);
  }

  static RtrPdu decode(int version, byte[] pdu) throws RtrRefused {
    try {
      return new RtrDecoder(pdu).decode(version);
    } catch (Malformed | IllegalArgumentException wrong) {
      throw new RtrRefused(RtrError.CORRUPT_DATA, pdu, "" + wrong.getMessage());
    }
  }

  private RtrPdu decode(int version) throws Malformed, RtrRefused {
    in.skip(1);
    int type = in.u8();
    int third = in.u16();
    in.skip(4);
    RtrPdu read =
        switch (type) {
          case RtrType.SERIAL_NOTIFY -> new RtrPdu.SerialNotify(third, in.u32());
          case RtrType.SERIAL_QUERY -> new RtrPdu.SerialQuery(third, in.u32());
          case RtrType.RESET_QUERY -> new RtrPdu.ResetQuery();
          case RtrType.CACHE_RESPONSE -> new RtrPdu.CacheResponse(third);
          case RtrType.IPV4_PREFIX -> prefix(Family.IPV4);
          case RtrType.IPV6_PREFIX -> prefix(Family.IPV6);
          case RtrType.END_OF_DATA -> endOfData(third);
          case RtrType.CACHE_RESET -> new RtrPdu.CacheReset();
          case RtrType.ROUTER_KEY -> new RtrPdu.RouterKey(action(third >>> 8));
          case RtrType.ERROR_REPORT -> error(third);
          case RtrType.ASPA -> aspa(third);
          default -> throw new Malformed(1, "PDU type " + type);
        };
    if (read.lowestVersion().orElse(0) > version) {
      String what = "PDU type " + type + " in version " + version;
      throw new RtrRefused(RtrError.UNSUPPORTED_PDU_TYPE, pdu, what);
    }
    return read;
  }

  private static RtrPdu.Action action(int flags) {
    return (flags & 1) == 1 ? RtrPdu.Action.ANNOUNCE : RtrPdu.Action.WITHDRAW;
  }

  private RtrPdu prefix(Family family) throws Malformed {
    RtrPdu.Action action = action(in.u8());
    int length = in.u8();
    int maxLength = in.u8();
    in.skip(1);
    Address address = in.address(family);
    // Of IPv6 ::ffff:0:0/96 is held as IPv4, where no VRP of IPv6 belongs.
    if (family == Family.IPV6 && address.isV4() || length > family.bits()) {
      throw new Malformed(8, "prefix " + address + "/" + length);
    }
    Prefix prefix = Prefix.around(address, length);
    if (!prefix.first().equals(address)) {
      throw new Malformed(12, "host bits set: " + address + "/" + length);
    }
    return new RtrPdu.PrefixPayload(action, prefix, maxLength, asn());
  }

  private Asn asn() throws Malformed {
    return new Asn(in.u32());
  }

  private RtrPdu endOfData(int session) throws Malformed {
    long serial = in.u32();
    Optional<RtrPdu.Intervals> intervals =
        in.hasMore()
            ? Optional.of(new RtrPdu.Intervals(in.u32(), in.u32(), in.u32()))
            : Optional.empty();
    return new RtrPdu.EndOfData(session, serial, intervals);
  }

  private RtrPdu error(int code) throws Malformed {
    String octets = HexFormat.of().formatHex(sized().rest());
    return new RtrPdu.ErrorReport(code, octets, new String(sized().rest(), UTF_8));
  }

  private Octets sized() throws Malformed {
    long length = in.u32();
    if (length > in.left()) {
      throw new Malformed(in.at(), length + " octets of " + in.left());
    }
    return in.take((int) length);
  }

  /**
   * Drafts up to 10 have flags, family and the count of providers before the customer; later ones
   * have the flags in the header and tell nothing but the customer when one goes.
   */
  private RtrPdu aspa(int third) throws Malformed {
    boolean early = third == 0 && pdu.length > RtrReader.HEADER + 4;
    RtrPdu.Action action = action(early ? in.u8() : third >>> 8);
    int told = 0;
    if (early) {
      in.skip(1);
      told = in.u16();
    }
    Asn customer = asn();
    List<Asn> providers = new ArrayList<>();
    while (in.left() >= 4) {
      providers.add(asn());
    }
    if (in.hasMore() || early && told != providers.size() || !customer.isPresent()) {
      throw new Malformed(
          in.at(), "ASPA of AS" + customer + ", " + providers.size() + " providers");
    }
    return new RtrPdu.AspaPayload(action, customer, providers);
  }
}
