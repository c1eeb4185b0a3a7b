package tenbin.wire.mrt;

import java.io.IOException;
import java.io.InputStream;
import tenbin.wire.bgp.AttributeMemo;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;
import tenbin.wire.packed.PackedDamage;

/**
 * Reads an MRT file from its front, record by record. A record that is damaged costs that record;
 * one whose length leads beyond the end, or beyond what any record has, ends the file. Behind a
 * damaged part of a packed file it goes on at the next record that it finds. For one thread.
 */
public final class MrtReader {
  /** Tables of a route with all its paths have 70,000 octets; this is far beyond any. */
  private static final int MOST_RECORD = 16 << 20;

  private final RecordBuffer buffer;
  private final MrtSink sink;
  private final MessageRecords messages;
  private final TableRecords tables;
  private long seconds;

  public MrtReader(InputStream in, MrtSink sink) {
    this(in, sink, new AttributeMemo());
  }

  /** With what other files said that were read before. */
  public MrtReader(InputStream in, MrtSink sink, AttributeMemo memo) {
    this.buffer = new RecordBuffer(in);
    this.sink = sink;
    this.messages = new MessageRecords(sink, memo);
    this.tables = new TableRecords(sink, memo);
  }

  /** Reads to the end. Damage is told to the sink; what cannot be read at all is thrown. */
  public void read() throws IOException {
    boolean more = true;
    boolean astray = false;
    while (more) {
      try {
        more = astray ? new NextRecord(buffer, seconds).isFound() : record();
        astray = false;
      } catch (PackedDamage damage) {
        sink.damaged(nowhere(), 0, damage.what());
        buffer.skip(buffer.left());
        more = damage.rest() == PackedDamage.Rest.FOLLOWS;
        astray = true;
      }
    }
  }

  private boolean record() throws IOException {
    if (!buffer.has(MrtHead.OCTETS)) {
      return buffer.left() > 0 && lost(nowhere(), 0, "the file ends inside a header");
    }
    MrtHead head = MrtHead.of(buffer);
    seconds = head.seconds();
    if (head.length() > MOST_RECORD) {
      return lost(head, 0, "a record of " + head.length() + " octets: no MRT from here on");
    }
    int length = (int) head.length();
    if (!buffer.has(MrtHead.OCTETS + length)) {
      return lost(head, buffer.left() - MrtHead.OCTETS, "the file ends inside a record");
    }
    buffer.skip(MrtHead.OCTETS);
    int start = buffer.at();
    try {
      tell(head, buffer.octets(length));
    } catch (Malformed broken) {
      sink.damaged(head, broken.at() - start, broken.what());
    }
    buffer.skip(length);
    return true;
  }

  /** Nothing can be read from here on. */
  private boolean lost(MrtHead head, int at, String why) throws IOException {
    sink.damaged(head, at, why);
    return false;
  }

  /** The header of what has none. */
  private MrtHead nowhere() {
    return new MrtHead(seconds, -1, 0, 0, buffer.offset(), 0);
  }

  private void tell(MrtHead head, Octets octets) throws IOException, Malformed {
    switch (head.type()) {
      case MrtHead.BGP -> messages.old(head, octets);
      case MrtHead.TABLE_DUMP -> tables.first(head, octets);
      case MrtHead.TABLE_DUMP_V2 -> tables.second(head, octets);
      case MrtHead.BGP4MP -> messages.message(head, octets);
      case MrtHead.BGP4MP_ET -> messages.message(head.withMicros(octets.i32()), octets);
      default -> throw new Malformed(octets.at(), "MRT type " + head.type());
    }
  }
}
