package tenbin.desks.routes.table;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Reads what {@link SnapshotWriter} wrote, and refuses whatever that would not have written. */
final class SnapshotReader {
  private final DataInputStream in;
  private final RouteTable table;
  private final RouteRows routes;
  private final SnapshotOrder order;
  private int words;
  private long[] bits = new long[0];
  private long high;
  private int head = Rows.NONE;

  SnapshotReader(DataInputStream in, Limits limits) {
    this.in = in;
    this.table = new RouteTable(limits);
    this.routes = table.routes;
    this.order = new SnapshotOrder(routes.rows);
  }

  RouteTable all() throws IOException {
    routes.newest = in.readInt();
    vantages();
    sets();
    rows();
    links();
    if (in.readInt() != SnapshotWriter.END || in.read() >= 0) {
      throw new SnapshotRefused("a snapshot that does not end where it should");
    }
    return table;
  }

  private int count(String what, int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new SnapshotRefused(
          "a snapshot of " + Integer.toUnsignedString(count) + " " + what + ", not " + most);
    }
    return count;
  }

  private void vantages() throws IOException {
    int count = count("vantage points", RouteTable.MOST_VANTAGES);
    for (int i = 0; i < count; i++) {
      String feed = in.readUTF();
      long asn = in.readLong();
      SnapshotRefused.unless(asn >= 0 && asn < OriginSets.FIRST, "a vantage point's AS");
      Address address = new Address(in.readLong(), in.readLong());
      int number = table.vantage(new Vantage(feed, new Asn(asn), address));
      SnapshotRefused.unless(number == i, "a vantage point twice");
    }
    words = (count + 63) / 64;
    bits = new long[words];
  }

  private void sets() throws IOException {
    int count = count("sets", OriginSets.MOST);
    for (int i = 1; i <= count; i++) {
      int[] members = new int[in.readUnsignedShort()];
      for (int j = 0; j < members.length; j++) {
        members[j] = in.readInt();
      }
      long number = table.set(IntStream.of(members));
      SnapshotRefused.unless(number == OriginSets.FIRST + i, "a set of ASes");
    }
  }

  private void rows() throws IOException {
    int prefixes = count("prefixes", table.limits.prefixes());
    int all = count("rows", prefixes + routes.mostExtra);
    for (int i = 0; i < all; i++) {
      row();
    }
    SnapshotRefused.unless(routes.index.size() == prefixes, "how many prefixes there are");
  }

  private void row() throws IOException {
    int flags = in.readUnsignedByte();
    boolean same = (flags & SnapshotWriter.SAME_PREFIX) != 0;
    SnapshotRefused.unless(flags < 8 && (!same || head != Rows.NONE), "the mark of a row");
    Prefix prefix = same ? routes.rows.prefix(head) : prefix(flags);
    long origin = in.readLong();
    SnapshotRefused.unless(table.sets.isKnown(origin), "an origin");
    SnapshotRefused.unless(!same || routes.find(prefix, origin) == Rows.NONE, "an origin twice");
    int first = in.readInt();
    int last = in.readInt();
    if ((flags & SnapshotWriter.SAME_BITS) == 0) {
      readBits();
    }
    int row = same ? routes.addBehind(head, origin) : routes.addHead(prefix, origin);
    head = same ? head : row;
    routes.rows.seen(row, first, last);
    order.check(head, row, bits);
    routes.columns.restore(row, bits);
  }

  private Prefix prefix(int flags) throws IOException {
    if ((flags & SnapshotWriter.SAME_HIGH) == 0) {
      high = in.readLong();
    }
    Address first = new Address(high, in.readLong());
    int length = in.readUnsignedByte();
    boolean plain = length <= 128 && isMasked(first, length);
    SnapshotRefused.unless(plain, "a prefix");
    Prefix prefix = new Prefix(first, length);
    order.next(prefix);
    return prefix;
  }

  private static boolean isMasked(Address first, int bits) {
    long highRest = bits >= 64 ? 0 : -1L >>> bits;
    long lowRest = bits <= 64 ? -1L : bits >= 128 ? 0 : -1L >>> bits - 64;
    return (first.high() & highRest) == 0 && (first.low() & lowRest) == 0;
  }

  private void readBits() throws IOException {
    for (int i = 0; i < words; i++) {
      bits[i] = in.readLong();
    }
    int rest = table.vantages() & 63;
    boolean known = rest == 0 || words == 0 || bits[words - 1] >>> rest == 0;
    SnapshotRefused.unless(known, "who has a route");
  }

  private void links() throws IOException {
    int count = count("links", table.limits.links());
    for (int i = 0; i < count; i++) {
      long key = in.readLong();
      long times = in.readLong();
      long who = in.readLong();
      SnapshotRefused.unless(LinkTable.isSound(key, who, table.vantages()), "a link");
      SnapshotRefused.unless(table.links.putNew(key, times, who), "a link twice");
    }
  }
}
