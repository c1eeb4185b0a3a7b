package tenbin.spine.storage.row;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;

/**
 * The column "rest": what nobody asks the database for, in one value instead of twelve columns. A
 * version; severity and sides; clock error, row, count and AS numbers as {@link CopyBuffer#number};
 * the six texts; the number of the kept columns and their packed values.
 */
final class PackedRest {
  private static final int VERSION = 1;

  private final byte[] bytes;
  private int at;

  private PackedRest(byte[] bytes) {
    this.bytes = bytes;
  }

  static void write(CopyBuffer out, Observation seen, int columns) {
    int start = out.openColumn();
    out.oneByte(VERSION);
    out.oneByte(Codes.of(seen.severity()) | Codes.of(seen.sides()) << 4);
    out.number(seen.time().errorNanos());
    out.number(seen.row());
    out.number(seen.count());
    write(out, seen.source());
    write(out, seen.destination());
    out.text(seen.url());
    out.text(seen.sensor());
    out.number(columns);
    Extra extra = seen.extra();
    int place = out.space(extra.packedSize());
    extra.copyPacked(out.array(), place);
    out.closeColumn(start);
  }

  private static void write(CopyBuffer out, Endpoint side) {
    out.number(side.asn().number());
    out.text(side.host());
    out.text(side.reverseName());
  }

  /** What the other columns of the row hold. */
  record Beside(
      Kind kind,
      long observed,
      Transport transport,
      Address source,
      int sourcePort,
      Address destination,
      int destinationPort) {}

  /** Finds kept columns by their number. */
  interface ColumnsOf {
    Columns of(int number);
  }

  static Observation read(byte[] rest, Beside beside, ColumnsOf columns) {
    return new PackedRest(rest).read(beside, columns);
  }

  private Observation read(Beside beside, ColumnsOf columns) {
    int version = bytes[at++];
    if (version != VERSION) {
      throw new IllegalStateException("stored row of version " + version);
    }
    int codes = bytes[at++];
    Observation.Builder seen =
        Observation.builder(beside.kind, new Moment(beside.observed, number()))
            .severity(Codes.severity(codes & 15))
            .sides(Codes.sides(codes >> 4))
            .transport(beside.transport)
            .row(number())
            .count(number())
            .source(side(beside.source, beside.sourcePort))
            .destination(side(beside.destination, beside.destinationPort))
            .url(text())
            .sensor(text());
    Columns kept = columns.of((int) number());
    return seen.extra(Extra.ofPacked(kept, Arrays.copyOfRange(bytes, at, bytes.length))).build();
  }

  private Endpoint side(Address address, int port) {
    Asn asn = new Asn(number());
    return new Endpoint(address, port, asn, text(), text());
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private String text() {
    int length = (int) number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }
}
