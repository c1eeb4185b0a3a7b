package tenbin.spine.correlate;

/**
 * How much a correlator may hold.
 *
 * @param shards parts of the table of values, each with a lock of its own; part of a snapshot's
 *     shape
 * @param members that may ever witness something; those beyond are counted and not heard
 * @param values counted at once, over all shards; the longest unseen go first
 * @param sets of members watched at once
 * @param names texts of shared values kept for findings
 */
public record CorrelatorBounds(int shards, int members, int values, int sets, int names) {
  /**
   * A circle of up to 128 members: 4 million values take 400 MB at most, a day of ten million
   * events has fewer.
   */
  public static final CorrelatorBounds USUAL =
      new CorrelatorBounds(8, 128, 4_000_000, 100_000, 200_000);

  public CorrelatorBounds {
    if (shards < 1 || Integer.bitCount(shards) != 1) {
      throw new IllegalArgumentException("shards: a power of two, not " + shards);
    }
    if (members < 1 || members > MemberSet.MEMBERS) {
      throw new IllegalArgumentException("members: 1 to " + MemberSet.MEMBERS);
    }
    if (values < shards * 16 || sets < 16 || names < 16) {
      throw new IllegalArgumentException("too small to work: " + values + ", " + sets);
    }
  }
}
