package tenbin.wire.mrt;

import static tenbin.wire.bgp.PathIds.BEFORE_PREFIX;
import static tenbin.wire.bgp.PathIds.NONE;

import java.io.IOException;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.AttributeMemo;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;
import tenbin.wire.bgp.PathIds;
import tenbin.wire.bgp.Update;

/** Records of what sessions said and how they stood. For one thread. */
final class MessageRecords {
  private static final int MARKER = 16; // RFC 4271 section 4.1
  private static final int UPDATE = 2;

  private final MrtSink sink;
  private final AttributeMemo memo;

  MessageRecords(MrtSink sink, AttributeMemo memo) {
    this.sink = sink;
    this.memo = memo;
  }

  /** Type 5 of 1999: no header of BGP's own, IPv4 and two octets an AS. */
  void old(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.subtype()) {
      case 1 -> {
        Speaker from = Speaker.read(octets, AsWidth.TWO, Family.IPV4);
        Speaker.read(octets, AsWidth.TWO, Family.IPV4);
        sink.update(head, from, Update.read(octets, AsWidth.TWO, NONE, memo));
      }
      case 3 -> {
        Speaker of = Speaker.read(octets, AsWidth.TWO, Family.IPV4);
        sink.state(head, of, octets.u16(), octets.u16());
      }
      default -> sink.other(head);
    }
  }

  /** BGP4MP (RFC 6396 section 4.4, RFC 8050 section 3). */
  void message(MrtHead head, Octets octets) throws IOException, Malformed {
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
      sink.update(head, from, Update.read(message, width, ids, memo));
    } else {
      sink.other(head);
    }
  }
}
