package tenbin.spine.attribute;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * A prefix-to-origin table as it was at one time, or from then on with its changes: which
 * autonomous systems originated which prefix. Flat and immutable; any thread.
 */
public final class OriginTable {
  private final String source;
  private final Instant takenAt;
  private final PrefixTable prefixes;
  private final long[] highs;
  private final long[] lows;
  private final byte[] lengths;
  private final long[] origins;
  private final long[][] several;
  private final OriginVersions versions;
  private final long latest;

  private OriginTable(Builder built) {
    source = built.source;
    takenAt = built.takenAt;
    prefixes = built.prefixes.build();
    highs = Arrays.copyOf(built.highs, built.size);
    lows = Arrays.copyOf(built.lows, built.size);
    lengths = Arrays.copyOf(built.lengths, built.size);
    origins = Arrays.copyOf(built.origins, built.size);
    several = built.severalOf.keySet().stream().map(OriginTable::plain).toArray(long[][]::new);
    built.severalOf.forEach((set, index) -> several[index] = plain(set));
    OriginVersions.Rows rows = new OriginVersions.Rows(highs, lows, lengths, origins);
    versions =
        built.isChanged
            ? new OriginVersions(rows, Arrays.copyOf(built.froms, built.size))
            : OriginVersions.NONE;
    latest = built.from;
  }

  private static long[] plain(List<Long> set) {
    return set.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Starts a table.
   *
   * @param source for people, with its date: "pfx2as 2026-03-24"
   * @param takenAt from when on it tells
   */
  public static Builder builder(String source, Instant takenAt) {
    return new Builder(source, takenAt);
  }

  public String source() {
    return source;
  }

  public Instant takenAt() {
    return takenAt;
  }

  /** The source of one entry. */
  String source(int entry) {
    return versions.isAny()
        ? source + ", as of " + Instant.EPOCH.plusNanos(versions.from(entry))
        : source;
  }

  /** The time of its last change, in nanoseconds of the epoch; its own where it has none. */
  long latest() {
    return latest;
  }

  public int size() {
    return origins.length;
  }

  /** What its arrays hold in memory. */
  public long bytes() {
    return prefixes.bytes() + origins.length * (8L + 8 + 1 + 8);
  }

  /**
   * The entry of the most specific prefix that covered the address at a time, in nanoseconds of the
   * epoch, or {@link PrefixTable#NONE}. A table without changes says the same at any time.
   */
  int find(Address address, long nanos) {
    int entry = prefixes.find(address);
    return versions.isAny() ? versions.at(entry, nanos) : entry;
  }

  Prefix prefix(int entry) {
    return new Prefix(new Address(highs[entry], lows[entry]), lengths[entry] & 0xff);
  }

  /** The origins of an entry, in the table's order; one for nearly all. */
  long[] origins(int entry) {
    long origin = origins[entry];
    return origin >= 0 ? new long[] {origin} : several[(int) (-1 - origin)];
  }

  /** Collects prefixes; of two equal ones the later counts. Not for several threads. */
  public static final class Builder {
    private final String source;
    private final Instant takenAt;
    private final PrefixTable.Builder prefixes = PrefixTable.builder();
    private final Map<List<Long>, Integer> severalOf = new HashMap<>();
    private long[] highs = new long[256];
    private long[] lows = new long[256];
    private byte[] lengths = new byte[256];
    private long[] origins = new long[256];
    private long[] froms = new long[256];
    private long from;
    private boolean isChanged;
    private int size;

    private Builder(String source, Instant takenAt) {
      this.source = source;
      this.takenAt = takenAt;
      this.from = Timeline.nanos(takenAt);
    }

    /**
     * From here on prefixes are added as they are since a later time; AS 0 alone says that nobody
     * originates it any more.
     */
    public Builder since(Instant later) {
      long nanos = Timeline.nanos(later);
      if (nanos < from) {
        throw new IllegalArgumentException("changes of " + later + " behind later ones");
      }
      from = nanos;
      isChanged = true;
      return this;
    }

    public Builder add(Prefix prefix, long... asns) {
      return add(prefix.first().high(), prefix.first().low(), prefix.bits(), asns);
    }

    /**
     * Adds a prefix without making an object of it.
     *
     * @param high the first half of its first address, as {@link Address} holds it
     * @param low the second half
     * @param bits as {@link Prefix#bits} counts
     * @param asns its origins, at least one
     */
    public Builder add(long high, long low, int bits, long... asns) {
      if (asns.length == 0) {
        throw new IllegalArgumentException("a prefix without an origin");
      }
      if (size == origins.length) {
        highs = Arrays.copyOf(highs, size * 2);
        lows = Arrays.copyOf(lows, size * 2);
        lengths = Arrays.copyOf(lengths, size * 2);
        origins = Arrays.copyOf(origins, size * 2);
        froms = Arrays.copyOf(froms, size * 2);
      }
      prefixes.add(high, low, bits, size);
      highs[size] = high;
      lows[size] = low;
      lengths[size] = (byte) bits;
      froms[size] = from;
      origins[size++] = asns.length == 1 ? asns[0] : -1 - indexOf(asns);
      return this;
    }

    private int indexOf(long[] asns) {
      List<Long> set = Arrays.stream(asns).boxed().toList();
      Integer known = severalOf.putIfAbsent(set, severalOf.size());
      return known == null ? severalOf.size() - 1 : known;
    }

    public OriginTable build() {
      return new OriginTable(this);
    }
  }
}
