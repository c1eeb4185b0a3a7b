package tenbin.desks.routes.table;

/**
 * How large a table may become; what goes beyond is refused and counted.
 *
 * @param prefixes at most
 * @param links at most: pairs of ASes beside each other
 * @param memoryDays for so long an origin is remembered that nobody shows any more
 * @param seed of the hash of prefixes: by chance in production, so that nobody can choose prefixes
 *     that collide
 */
public record Limits(int prefixes, int links, int memoryDays, long seed) {
  /** Three times the prefixes of IPv4 and IPv6 in 2026. */
  public static final int MOST_PREFIXES = 4_000_000;

  /** Four times the links that 300 full tables show. */
  public static final int MOST_LINKS = 4_000_000;

  /** Half a year: arrangements that come back, such as protection from floods, come back sooner. */
  public static final int MEMORY_DAYS = 180;

  private static final int MOST_OF_ALL = 64_000_000;

  public Limits {
    if (prefixes < 1 || prefixes > MOST_OF_ALL || links < 1 || links > MOST_OF_ALL) {
      throw new IllegalArgumentException("no such limits: " + prefixes + ", " + links);
    }
    if (memoryDays < 1 || memoryDays > 36_500) {
      throw new IllegalArgumentException("no such memory: " + memoryDays + " days");
    }
  }

  /** The usual ones. */
  public static Limits usual(long seed) {
    return new Limits(MOST_PREFIXES, MOST_LINKS, MEMORY_DAYS, seed);
  }
}
