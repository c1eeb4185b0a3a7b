package tenbin.wire.mrt;

import static tenbin.wire.bgp.PathIds.BEFORE_PREFIX;
import static tenbin.wire.bgp.PathIds.NONE;

import java.io.IOException;
import java.util.OptionalLong;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.AttributeMemo;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;
import tenbin.wire.bgp.PathIds;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** Records of tables. A record is read whole before any of its entries is told. For one thread. */
final class TableRecords {
  private final MrtSink sink;
  private final AttributeMemo memo;
  private final EntryList entries = new EntryList();
  private Speaker[] peers = new Speaker[0];

  TableRecords(MrtSink sink, AttributeMemo memo) {
    this.sink = sink;
    this.memo = memo;
  }

  /** TABLE_DUMP (RFC 6396 section 4.2): subtypes 3 and 4 are those of 1 and 2 with wide numbers. */
  void first(MrtHead head, Octets octets) throws IOException, Malformed {
    int subtype = head.subtype();
    Family family = Family.require(octets, subtype > 2 ? subtype - 2 : subtype);
    AsWidth width = subtype > 2 ? AsWidth.FOUR : AsWidth.TWO;
    octets.skip(4);
    Address first = octets.address(family);
    int at = octets.at();
    int length = octets.u8();
    if (length > family.bits()) {
      throw new Malformed(at, "prefix of /" + length);
    }
    octets.skip(1);
    long since = octets.u32();
    Address peer = octets.address(family);
    long asn = width.read(octets) & 0xffff_ffffL;
    Attributes attributes = Update.entry(octets, width, memo);
    Reach route = Reach.of(Prefix.around(first, length));
    sink.entry(head, new Speaker(asn, peer), route, attributes, since);
  }

  /** TABLE_DUMP_V2 (RFC 6396 section 4.3, RFC 8050 section 4). */
  void second(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.subtype()) {
      case 1 -> {
        peers = peers(octets);
        sink.other(head);
      }
      case 2, 3 -> routes(head, octets, Family.IPV4, NONE);
      case 4, 5 -> routes(head, octets, Family.IPV6, NONE);
      case 6 -> generic(head, octets, NONE);
      case 8, 9 -> routes(head, octets, Family.IPV4, BEFORE_PREFIX);
      case 10, 11 -> routes(head, octets, Family.IPV6, BEFORE_PREFIX);
      case 12 -> generic(head, octets, BEFORE_PREFIX);
      default -> sink.other(head);
    }
  }

  /** PEER_INDEX_TABLE (RFC 6396 section 4.3.1). */
  private static Speaker[] peers(Octets octets) throws Malformed {
    octets.skip(4);
    octets.skip(octets.u16());
    Speaker[] peers = new Speaker[octets.u16()];
    for (int i = 0; i < peers.length; i++) {
      int type = octets.u8();
      octets.skip(4);
      Address address = octets.address((type & 1) == 0 ? Family.IPV4 : Family.IPV6);
      AsWidth width = (type & 2) == 0 ? AsWidth.TWO : AsWidth.FOUR;
      peers[i] = new Speaker(width.read(octets) & 0xffff_ffffL, address);
    }
    return peers;
  }

  private void generic(MrtHead head, Octets octets, PathIds ids) throws IOException, Malformed {
    octets.skip(4);
    Family family = Family.require(octets, octets.u16());
    int safi = octets.u8();
    if (safi < 1 || safi > 3) {
      sink.other(head);
      return;
    }
    entries(head, octets, Reach.prefix(octets, family), ids);
  }

  private void routes(MrtHead head, Octets octets, Family family, PathIds ids)
      throws IOException, Malformed {
    octets.skip(4);
    entries(head, octets, Reach.prefix(octets, family), ids);
  }

  private void entries(MrtHead head, Octets octets, Prefix prefix, PathIds ids)
      throws IOException, Malformed {
    int count = octets.u16();
    entries.clear();
    for (int i = 0; i < count; i++) {
      int at = octets.at();
      int peer = octets.u16();
      if (peer >= peers.length) {
        throw new Malformed(at, "peer " + peer + " of " + peers.length);
      }
      long since = octets.u32();
      long pathId = ids == NONE ? 0 : octets.u32();
      entries.add(peer, since, pathId, Update.entry(octets, AsWidth.FOUR, memo));
    }
    tell(head, prefix, ids);
  }

  private void tell(MrtHead head, Prefix prefix, PathIds ids) throws IOException {
    Reach plain = Reach.of(prefix);
    for (int i = 0; i < entries.size(); i++) {
      Reach route = ids == NONE ? plain : new Reach(prefix, OptionalLong.of(entries.pathId(i)));
      sink.entry(head, peers[entries.peer(i)], route, entries.attributes(i), entries.since(i));
    }
  }
}
