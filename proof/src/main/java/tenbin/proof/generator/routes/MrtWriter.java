package tenbin.proof.generator.routes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.mrt.Speaker;

/**
 * Writes tables and messages as collectors do: TABLE_DUMP_V2 (RFC 6396 section 4.3), then
 * BGP4MP_MESSAGE_AS4, with microseconds or without (sections 3 and 4.4.3). Each speaker has an
 * address of IPv4; routes of IPv6 have a next hop made of it.
 */
final class MrtWriter {
  private static final int TABLE_DUMP_V2 = 13;
  private static final int BGP4MP = 16;
  private static final int BGP4MP_ET = 17;
  private static final long COLLECTOR_ASN = 12654;
  private static final Address COLLECTOR = Address.parse("198.51.100.254");

  private final OutputStream out;
  private final List<Speaker> speakers;

  /** How messages tell their time. */
  enum Clock {
    SECONDS,
    MICROSECONDS
  }

  MrtWriter(OutputStream out, List<Speaker> speakers) {
    this.out = out;
    this.speakers = List.copyOf(speakers);
  }

  private void record(long seconds, int type, int subtype, byte[] body) throws IOException {
    byte[] head =
        BgpOctets.of(octets -> octets.u32(seconds).u16(type).u16(subtype).u32(body.length));
    out.write(head);
    out.write(body);
  }

  /** PEER_INDEX_TABLE, which stands before every table. */
  void peers(long seconds) throws IOException {
    byte[] view = "history".getBytes(StandardCharsets.US_ASCII);
    byte[] body =
        BgpOctets.of(octets -> {
          octets.address(COLLECTOR).u16(view.length).raw(view).u16(speakers.size());
          for (Speaker each : speakers) {
            octets.u8(2).address(each.address()).address(each.address()).u32(each.asn());
          }
        });
    record(seconds, TABLE_DUMP_V2, 1, body);
  }

  /** The routes to one prefix, by the speakers' places. */
  void entries(Place at, Prefix prefix, SortedMap<Integer, Route> routes) throws IOException {
    byte[] body =
        BgpOctets.of(octets -> {
          octets.u32(at.sequence()).prefix(prefix).u16(routes.size());
          for (var each : routes.entrySet()) {
            byte[] attributes = BgpOctets.entry(each.getValue(), hop(each.getKey(), prefix));
            octets.u16(each.getKey()).u32(at.since()).u16(attributes.length).raw(attributes);
          }
        });
    record(at.seconds(), TABLE_DUMP_V2, prefix.isV4() ? 2 : 4, body);
  }

  /**
   * Where an entry stands.
   *
   * @param seconds when the table was written
   * @param since when its routes came, in seconds of the epoch
   * @param sequence its number in the table
   */
  record Place(long seconds, long since, int sequence) {}

  void message(Message message, Clock clock) throws IOException {
    Speaker from = speakers.get(message.speaker());
    boolean micros = clock == Clock.MICROSECONDS;
    byte[] update =
        BgpOctets.update(message, hop(message.speaker(), message.prefixes().getFirst()));
    byte[] body =
        BgpOctets.of(octets -> {
          if (micros) {
            octets.u32(message.micros() % 1_000_000);
          }
          octets.u32(from.asn()).u32(COLLECTOR_ASN).u16(0).u16(1);
          octets.address(from.address()).address(COLLECTOR).raw(update);
        });
    record(message.micros() / 1_000_000, micros ? BGP4MP_ET : BGP4MP, 4, body);
  }

  private Address hop(int speaker, Prefix prefix) {
    Address own = speakers.get(speaker).address();
    return prefix.isV4() ? own : new Address(0x2001_0db8_ffffL << 16, own.v4Bits() & 0xffff_ffffL);
  }
}
