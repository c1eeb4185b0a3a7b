package tenbin.spine.attribute;

import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * A longest-prefix table: the number that the most specific prefix covering an address was given.
 * Flat, immutable, swapped in whole; a lookup takes no lock and allocates nothing; any thread.
 *
 * <p>IPv4 and IPv6 are two spaces here as they are in routing: ::/0 does not answer for an IPv4
 * address, although that is held as an IPv4-mapped one.
 *
 * <p>Of IPv6 the global unicast space 2000::/3 (RFC 4291 section 2.4) lies apart with its first
 * three bits left out, because nearly everything that is announced lies there.
 */
public final class PrefixTable {
  /** What an address has that no prefix covers. */
  public static final int NONE = Matcher.NONE;

  /** A table in which nothing is found. */
  public static final PrefixTable EMPTY = builder().build();

  private static final long MAPPED = 0xffffL;

  private static final int GLOBAL_BITS = 3;

  private final Matcher v4;
  private final RankedRanges global;
  private final Poptrie elsewhere;
  private final int size;

  private PrefixTable(Matcher v4, RankedRanges global, Poptrie elsewhere, int size) {
    this.v4 = v4;
    this.global = global;
    this.elsewhere = elsewhere;
    this.size = size;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The number of the most specific prefix that covers the address, or {@link #NONE}. */
  public int find(Address address) {
    return find(address.high(), address.low());
  }

  /** Finds by the two halves of an address as {@link Address} holds them. */
  public int find(long high, long low) {
    if (high >>> 61 == 1) {
      return global.find(high << GLOBAL_BITS | low >>> 61, low << GLOBAL_BITS);
    }
    return high == 0 && low >>> 32 == MAPPED ? v4.find(low << 32, 0) : elsewhere.find(high, low);
  }

  /** How many prefixes were given, equal ones counted each time. */
  public int size() {
    return size;
  }

  /** What the table holds in memory, but for a few hundred bytes of object headers. */
  public long bytes() {
    return v4.bytes() + global.bytes() + elsewhere.bytes();
  }

  /**
   * Collects prefixes in any order; of two equal ones the later counts. Not for several threads.
   */
  public static final class Builder {
    /** From so many prefixes on a wide first level is worth its 6 MB. */
    static final int MANY = 20_000;

    /** First bits behind 2000::/3: one kilobyte; or one megabyte, which tells /25s apart. */
    private static final int FEW_BITS = 12;

    private static final int MANY_BITS = 22;

    /** From so many prefixes of IPv4 on, half of the global table, one entry per /24 pays. */
    static final int WORTH_64_MB = 500_000;

    private final SortedKeys v4 = new SortedKeys();
    private final SortedKeys global = new SortedKeys();
    private final SortedKeys elsewhere = new SortedKeys();
    private int size;

    /** The answer of the longest prefix that covers all of 2000::/3 and more: ::/0, ::/1, ::/2. */
    private int above = NONE;

    private int aboveBits;

    private Builder() {}

    /**
     * Gives a prefix its number.
     *
     * @param answer zero or more
     */
    public Builder add(Prefix prefix, int answer) {
      return add(prefix.first().high(), prefix.first().low(), prefix.bits(), answer);
    }

    /**
     * Gives a prefix its number without making an object of it.
     *
     * @param high the first half of its first address, as {@link Address} holds it
     * @param low the second half
     * @param bits as {@link Prefix#bits} counts them: an IPv4 /24 is 120; the rest must be zero
     * @param answer zero or more
     */
    public Builder add(long high, long low, int bits, int answer) {
      if (answer < 0) {
        throw new IllegalArgumentException("negative answer: " + answer);
      }
      size++;
      if (bits >= 96 && high == 0 && low >>> 32 == MAPPED) {
        v4.add(low << 32, 0, bits - 96, answer);
        return this;
      }
      boolean isGlobal = bits >= GLOBAL_BITS && high >>> 61 == 1;
      if (isGlobal) {
        global.add(
            high << GLOBAL_BITS | low >>> 61, low << GLOBAL_BITS, bits - GLOBAL_BITS, answer);
        return this;
      }
      elsewhere.add(high, low, bits, answer);
      if (bits < GLOBAL_BITS && high >>> 61 == 0 && bits >= aboveBits) {
        above = answer;
        aboveBits = bits;
      }
      return this;
    }

    public PrefixTable build() {
      v4.sort();
      global.sort();
      elsewhere.sort();
      return new PrefixTable(
          buildV4(),
          RangeBuilder.build(global, global.size() < MANY ? FEW_BITS : MANY_BITS, above),
          PoptrieBuilder.build(elsewhere, 6, NONE),
          size);
    }

    private Matcher buildV4() {
      if (v4.size() >= WORTH_64_MB) {
        return Dir24.of(v4);
      }
      return PoptrieBuilder.build(v4, v4.size() < MANY ? 12 : 18, NONE);
    }
  }
}
