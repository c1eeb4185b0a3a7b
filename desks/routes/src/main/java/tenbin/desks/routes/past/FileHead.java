package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tenbin.nouns.net.Prefix;

/**
 * What is kept in memory of a sorted file: where its blocks are, and what may be in them.
 *
 * @param rows how many
 * @param oldest microseconds of the epoch; of none {@link Long#MAX_VALUE}
 * @param newest of rows and marks; of a base of everything before it too
 * @param closed when it was written, by the clock
 * @param lengths of prefixes that are there, as {@link Prefix#bits} counts
 * @param blocks in order
 */
record FileHead(
    long rows, long oldest, long newest, long closed, BitSet lengths, List<Entry> blocks) {
  private static final int MOST_BLOCKS = 1 << 20;

  FileHead {
    lengths = (BitSet) lengths.clone();
    blocks = List.copyOf(blocks);
  }

  /** A block: its first prefix, and where it stands. */
  record Entry(Prefix first, long at) {}

  byte[] pack() {
    Packing out = new Packing().number(rows).signed(oldest).signed(newest).signed(closed);
    byte[] bits = lengths.toByteArray();
    out.number(bits.length).octets(bits).number(blocks.size());
    for (Entry each : blocks) {
      out.prefix(each.first).number(each.at);
    }
    return out.done();
  }

  static FileHead unpack(byte[] octets) throws Damaged {
    Unpacking in = new Unpacking(octets);
    long rows = in.number();
    long oldest = in.signed();
    long newest = in.signed();
    long closed = in.signed();
    BitSet lengths = BitSet.valueOf(in.octets(in.count(32)));
    int size = in.count(MOST_BLOCKS);
    List<Entry> blocks = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      blocks.add(new Entry(in.prefix(), in.number()));
    }
    return new FileHead(rows, oldest, newest, closed, lengths, blocks);
  }

  /** The first block in which a prefix may stand, or anything behind it. */
  int blockOf(Prefix prefix) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).first.compareTo(prefix) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }
}
