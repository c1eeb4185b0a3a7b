package tenbin.wire.mrt;

import static tenbin.wire.bgp.PathIds.BEFORE_PREFIX;
import static tenbin.wire.bgp.PathIds.NONE;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;
import tenbin.wire.bgp.PathIds;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/**
 * Reads an MRT file from its front, record by record. A record that is damaged costs that record;
 * one whose length leads beyond the end, or beyond what any record has, ends the file. For one
 * thread.
 */
public final class MrtReader {
  private static final int HEADER = 12;

  /** Tables of a route with all its paths have 70,000 octets; this is far beyond any. */
  private static final int MOST_RECORD = 16 << 20;

  private static final int MARKER = 16; // RFC 4271 section 4.1
  private static final int UPDATE = 2;

  private final InputStream in;
  private final MrtSink sink;
  private byte[] body = new byte[1 << 16];
  private long offset;
  private List<Speaker> peers = List.of();

  public MrtReader(InputStream in, MrtSink sink) {
    this.in = in;
    this.sink = sink;
  }

  /** Reads to the end. */
  public void read() throws IOException {
    while (record()) {
      // Each record is told as it is read.
    }
  }

  private boolean record() throws IOException {
    byte[] bytes = in.readNBytes(HEADER);
    if (bytes.length == 0) {
      return false;
    }
    MrtHead head = head(bytes);
    offset += bytes.length;
    if (bytes.length < HEADER) {
      sink.damaged(head, 0, "the file ends inside a header");
      return false;
    }
    if (head.length() > MOST_RECORD) {
      sink.damaged(head, 0, "a record of " + head.length() + " octets: no MRT from here on");
      return false;
    }
    int length = (int) head.length();
    if (body.length < length) {
      body = new byte[Integer.highestOneBit(length) << 1];
    }
    int got = in.readNBytes(body, 0, length);
    offset += got;
    if (got < length) {
      sink.damaged(head, got, "the file ends inside a record");
      return false;
    }
    try {
      tell(head, Octets.of(body, 0, length));
    } catch (Malformed broken) {
      sink.damaged(head, broken.at(), broken.what());
    }
    return true;
  }

  private MrtHead head(byte[] bytes) {
    byte[] whole = java.util.Arrays.copyOf(bytes, HEADER);
    try {
      Octets octets = Octets.of(whole, 0, HEADER);
      return new MrtHead(octets.u32(), -1, octets.u16(), octets.u16(), offset, octets.u32());
    } catch (Malformed impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void tell(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.type()) {
      case MrtHead.BGP -> old(head, octets);
      case MrtHead.TABLE_DUMP -> table(head, octets);
      case MrtHead.TABLE_DUMP_V2 -> tableV2(head, octets);
      case MrtHead.BGP4MP -> message(head, octets);
      case MrtHead.BGP4MP_ET -> message(head.withMicros(octets.i32()), octets);
      default -> throw new Malformed(0, "MRT type " + head.type());
    }
  }

  /** Type 5 of 1999: no header of BGP's own, IPv4 and two octets an AS. */
  private void old(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.subtype()) {
      case 1 -> {
        Speaker from = speaker(octets, AsWidth.TWO, Family.IPV4);
        speaker(octets, AsWidth.TWO, Family.IPV4);
        sink.update(head, from, Update.read(octets, AsWidth.TWO, NONE));
      }
      case 3 -> {
        Speaker of = speaker(octets, AsWidth.TWO, Family.IPV4);
        sink.state(head, of, octets.u16(), octets.u16());
      }
      default -> sink.other(head);
    }
  }

  private static Speaker speaker(Octets octets, AsWidth width, Family family) throws Malformed {
    return new Speaker(width.read(octets) & 0xffff_ffffL, octets.address(family));
  }

  /** TABLE_DUMP (RFC 6396 section 4.2): subtypes 3 and 4 are those of 1 and 2 with wide numbers. */
  private void table(MrtHead head, Octets octets) throws IOException, Malformed {
    int subtype = head.subtype();
    Family family = Family.require(octets, subtype > 2 ? subtype - 2 : subtype);
    AsWidth width = subtype > 2 ? AsWidth.FOUR : AsWidth.TWO;
    octets.skip(4);
    tenbin.nouns.net.Address first = octets.address(family);
    int at = octets.at();
    int length = octets.u8();
    if (length > family.bits()) {
      throw new Malformed(at, "prefix of /" + length);
    }
    octets.skip(1);
    Instant since = Instant.ofEpochSecond(octets.u32());
    var peer = octets.address(family);
    long asn = width.read(octets) & 0xffff_ffffL;
    Attributes attributes = Update.entry(octets.take(octets.u16()), width, NONE);
    Reach route = Reach.of(Prefix.around(first, length));
    sink.entry(head, new Speaker(asn, peer), route, attributes, since);
  }

  private void tableV2(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.subtype()) {
      case 1 -> {
        peers = peers(octets);
        sink.other(head);
      }
      case 2, 3 -> entries(head, octets, Family.IPV4, NONE);
      case 4, 5 -> entries(head, octets, Family.IPV6, NONE);
      case 6 -> generic(head, octets, NONE);
      case 8, 9 -> entries(head, octets, Family.IPV4, BEFORE_PREFIX);
      case 10, 11 -> entries(head, octets, Family.IPV6, BEFORE_PREFIX);
      case 12 -> generic(head, octets, BEFORE_PREFIX);
      default -> sink.other(head);
    }
  }

  /** PEER_INDEX_TABLE (RFC 6396 section 4.3.1). */
  private static List<Speaker> peers(Octets octets) throws Malformed {
    octets.skip(4);
    octets.skip(octets.u16());
    int count = octets.u16();
    List<Speaker> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int type = octets.u8();
      octets.skip(4);
      var address = octets.address((type & 1) == 0 ? Family.IPV4 : Family.IPV6);
      AsWidth width = (type & 2) == 0 ? AsWidth.TWO : AsWidth.FOUR;
      peers.add(new Speaker(width.read(octets) & 0xffff_ffffL, address));
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
    entriesOf(head, octets, Reach.prefix(octets, family), ids);
  }

  private void entries(MrtHead head, Octets octets, Family family, PathIds ids)
      throws IOException, Malformed {
    octets.skip(4);
    entriesOf(head, octets, Reach.prefix(octets, family), ids);
  }

  private void entriesOf(MrtHead head, Octets octets, Prefix prefix, PathIds ids)
      throws IOException, Malformed {
    int count = octets.u16();
    for (int i = 0; i < count; i++) {
      int at = octets.at();
      int peer = octets.u16();
      if (peer >= peers.size()) {
        throw new Malformed(at, "peer " + peer + " of " + peers.size());
      }
      Instant since = Instant.ofEpochSecond(octets.u32());
      Reach route =
          ids == NONE
              ? Reach.of(prefix)
              : new Reach(prefix, java.util.OptionalLong.of(octets.u32()));
      Attributes attributes = Update.entry(octets.take(octets.u16()), AsWidth.FOUR, NONE);
      sink.entry(head, peers.get(peer), route, attributes, since);
    }
  }

  /** BGP4MP (RFC 6396 section 4.4, RFC 8050 section 3). */
  private void message(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.subtype()) {
      case 0 -> changed(head, octets, AsWidth.TWO);
      case 5 -> changed(head, octets, AsWidth.FOUR);
      case 1, 6 -> message(head, octets, AsWidth.TWO, NONE);
      case 4, 7 -> message(head, octets, AsWidth.FOUR, NONE);
      case 8, 10 -> message(head, octets, AsWidth.TWO, BEFORE_PREFIX);
      case 9, 11 -> message(head, octets, AsWidth.FOUR, BEFORE_PREFIX);
      default -> sink.other(head);
    }
  }

  /** Both ends of the session; the collector's own says nothing. */
  private static Speaker ends(Octets octets, AsWidth width) throws Malformed {
    long asn = width.read(octets) & 0xffff_ffffL;
    width.read(octets);
    octets.skip(2);
    Family family = Family.require(octets, octets.u16());
    Speaker from = new Speaker(asn, octets.address(family));
    octets.address(family);
    return from;
  }

  private void changed(MrtHead head, Octets octets, AsWidth width) throws IOException, Malformed {
    Speaker of = ends(octets, width);
    sink.state(head, of, octets.u16(), octets.u16());
  }

  private void message(MrtHead head, Octets octets, AsWidth width, PathIds ids)
      throws IOException, Malformed {
    Speaker from = ends(octets, width);
    octets.skip(MARKER);
    int length = octets.u16() - MARKER - 2 - 1;
    int type = octets.u8();
    Octets message = octets.take(length);
    if (type == UPDATE) {
      sink.update(head, from, Update.read(message, width, ids));
    } else {
      sink.other(head);
    }
  }
}
