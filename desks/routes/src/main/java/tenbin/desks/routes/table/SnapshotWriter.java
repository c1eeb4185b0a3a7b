package tenbin.desks.routes.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import tenbin.desks.routes.feed.Vantage;

/**
 * Writes a table: minute, vantage points, sets, rows in the order of prefixes, links, each behind
 * its count. Bits of a row stand by the numbers of vantage points, whatever their columns are.
 */
final class SnapshotWriter {
  /** Behind everything. */
  static final int END = 0x454e_4421;

  /** The row is of the same prefix as the one before. */
  static final int SAME_PREFIX = 1;

  /** Whoever had the row before has this one. */
  static final int SAME_BITS = 2;

  /** The first half of the address is that of the row before. */
  static final int SAME_HIGH = 4;

  private final RouteRows routes;
  private final RouteTable table;
  private final DataOutputStream out;
  private final int words;
  private long[] bits;
  private long[] before;
  private long high;

  SnapshotWriter(RouteTable table, DataOutputStream out) {
    this.table = table;
    this.routes = table.routes;
    this.out = out;
    this.words = (table.vantages() + 63) / 64;
    this.bits = new long[words];
    this.before = new long[words];
  }

  void all() throws IOException {
    routes.columns.clean();
    out.writeInt(table.newest());
    vantages();
    sets();
    rows();
    long[] links = table.links.all();
    out.writeInt(table.links());
    for (long each : links) {
      out.writeLong(each);
    }
    out.writeInt(END);
  }

  private void vantages() throws IOException {
    out.writeInt(table.vantages());
    for (int i = 0; i < table.vantages(); i++) {
      Vantage vantage = table.vantage(i);
      out.writeUTF(vantage.feed());
      out.writeLong(vantage.asn().number());
      out.writeLong(vantage.address().high());
      out.writeLong(vantage.address().low());
    }
  }

  private void sets() throws IOException {
    out.writeInt(table.sets.size() - 1);
    for (int i = 1; i < table.sets.size(); i++) {
      int[] members = table.sets.members(OriginSets.FIRST + i);
      out.writeShort(members.length);
      for (int each : members) {
        out.writeInt(each);
      }
    }
  }

  private void rows() throws IOException {
    out.writeInt(routes.index.size());
    out.writeInt(routes.rows.size());
    SortedRows sorted = routes.sorted;
    for (long at = sorted.begin(); at != sorted.end(); at = sorted.after(at)) {
      int head = sorted.row(at);
      for (int row = head; row != Rows.NONE; row = routes.rows.next(row)) {
        row(row, row == head ? 0 : SAME_PREFIX);
      }
    }
  }

  private void row(int row, int same) throws IOException {
    Rows rows = routes.rows;
    bitsOf(row);
    boolean sameHigh = rows.high(row) == high;
    boolean sameBits = Arrays.equals(bits, before);
    out.writeByte(same | (sameBits ? SAME_BITS : 0) | (sameHigh ? SAME_HIGH : 0));
    if (same == 0) {
      if (!sameHigh) {
        high = rows.high(row);
        out.writeLong(high);
      }
      out.writeLong(rows.low(row));
      out.writeByte(rows.bits(row));
    }
    out.writeLong(rows.origin(row));
    out.writeInt(rows.first(row));
    out.writeInt(rows.last(row));
    for (int i = 0; i < words && !sameBits; i++) {
      out.writeLong(bits[i]);
    }
    long[] swapped = before;
    before = bits;
    bits = swapped;
  }

  private void bitsOf(int row) {
    Arrays.fill(bits, 0);
    for (int i = 0; i < routes.columns.words(); i++) {
      long word = routes.columns.bits(row, i);
      if (routes.columns.isStraight(i)) {
        bits[i] |= word;
        continue;
      }
      for (long left = word; left != 0; left &= left - 1) {
        int vantage = routes.columns.vantage(i * 64 + Long.numberOfTrailingZeros(left));
        bits[vantage >> 6] |= 1L << vantage;
      }
    }
  }
}
