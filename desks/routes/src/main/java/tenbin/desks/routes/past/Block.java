package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.List;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/**
 * Some changes as octets, with a dictionary of their own: a block is read without anything else, so
 * files are dropped without looking into others, and memory is that of a block.
 *
 * <p>Behind the dictionaries stand columns, so that what is alike stands together: kinds (bit 0:
 * the prefix of the one before; the others: how the route came into BGP), prefixes (the bits, then
 * what is added to the one before), vantage points, paths (0: the one that the vantage point had in
 * this block before; else its number and 1), times (what is added, in seconds, milliseconds or
 * microseconds as all of them allow).
 */
final class Block {
  /** As many as a question unpacks to find one. */
  static final int MOST = 4_096;

  /** Paths of a block, octets; a path alone has at most 64 KB more. */
  static final int MOST_PATHS = 1 << 20;

  /** Nothing that is unpacked is longer. */
  static final int MOST_OCTETS = 1 << 23;

  private static final long[] UNITS = {1_000_000, 1_000, 1};

  private Block() {}

  /** Packs as many of the first ones as a block holds. */
  static final class Packer {
    private final Numbers<Vantage> vantages = new Numbers<>();
    private final Numbers<AsPath> paths = new Numbers<>();
    private final Packing vantageWords = new Packing();
    private final Packing pathWords = new Packing();
    private final Packing kinds = new Packing();
    private final Packing prefixes = new Packing();
    private final Packing from = new Packing();
    private final Packing routes = new Packing();
    private final List<Change> all = new ArrayList<>();
    private final List<int[]> lastOf = new ArrayList<>();
    private Prefix before = new Prefix(Address.NONE, 0);

    boolean isFull() {
      return all.size() >= MOST || pathWords.size() >= MOST_PATHS;
    }

    boolean isEmpty() {
      return all.isEmpty();
    }

    int size() {
      return all.size();
    }

    Change first() {
      return all.getFirst();
    }

    void add(Change change) {
      boolean same = !all.isEmpty() && change.prefix().equals(before);
      kinds.octet(change.route().came().code() << 1 | (same ? 1 : 0));
      if (!same) {
        Prefix next = change.prefix();
        prefixes
            .octet(next.bits())
            .signed(next.first().high() - before.first().high())
            .signed(next.first().low() - before.first().low());
        before = next;
      }
      route(change, vantage(change.from()));
      all.add(change);
    }

    private int vantage(Vantage who) {
      int number = vantages.of(who);
      if (number == lastOf.size()) {
        vantageWords.vantage(who);
        lastOf.add(new int[] {-1});
      }
      from.number(number);
      return number;
    }

    private void route(Change change, int vantage) {
      if (!change.route().isThere()) {
        return;
      }
      AsPath path = change.route().path();
      int known = paths.size();
      int number = paths.of(path);
      if (number == known) {
        Paths.pack(path, pathWords);
      }
      int[] last = lastOf.get(vantage);
      routes.number(last[0] == number ? 0 : 1L + number);
      last[0] = number;
    }

    byte[] done() {
      long unit = unit();
      Packing times = new Packing();
      long before = 0;
      for (Change each : all) {
        times.signed(each.micros() / unit - before);
        before = each.micros() / unit;
      }
      return new Packing()
          .number(all.size())
          .number(unit)
          .number(vantages.size())
          .part(vantageWords)
          .number(paths.size())
          .part(pathWords)
          .part(kinds)
          .part(prefixes)
          .part(from)
          .part(routes)
          .part(times)
          .done();
    }

    private long unit() {
      for (long unit : UNITS) {
        if (all.stream().allMatch(each -> each.micros() % unit == 0)) {
          return unit;
        }
      }
      return 1;
    }
  }

  /** All of one block, in its order. */
  static List<Change> unpack(byte[] octets) throws Damaged {
    Unpacking in = new Unpacking(octets);
    int size = in.count(MOST);
    long unit = in.number();
    if (unit < 1 || unit > UNITS[0]) {
      throw new Damaged("a unit of " + unit + " microseconds");
    }
    List<Vantage> vantages = vantages(in.count(MOST), in);
    List<AsPath> paths = paths(in);
    return new Rows(in, vantages, paths, unit).read(size);
  }

  private static List<Vantage> vantages(int size, Unpacking all) throws Damaged {
    Unpacking in = all.part();
    List<Vantage> vantages = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      vantages.add(in.vantage());
    }
    return vantages;
  }

  private static List<AsPath> paths(Unpacking all) throws Damaged {
    int size = all.count(MOST);
    Unpacking in = all.part();
    List<AsPath> paths = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      paths.add(Paths.unpack(in));
    }
    return paths;
  }
}
