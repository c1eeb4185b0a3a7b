package tenbin.spine.attribute;

/** A longest-prefix matcher over keys written from the left; immutable, so any thread may ask. */
sealed interface Matcher permits Dir24, Poptrie, RankedRanges {
  /** What a key has that no prefix covers. */
  int NONE = -1;

  /** The answer of the longest prefix that covers the key, or {@link #NONE}. */
  int find(long high, long low);

  /** What the arrays hold, without their headers. */
  long bytes();
}
