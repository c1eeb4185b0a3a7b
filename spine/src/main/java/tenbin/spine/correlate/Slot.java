package tenbin.spine.correlate;

/** The state of one key, as a detector sees it during one call. Not to be kept after it. */
public interface Slot {
  /** The key. */
  long key();

  /** The runner's time: seconds since 1970 of the latest thing received. */
  long now();

  long get(int word);

  void set(int word, long value);

  /**
   * Sets the key's only timer, in place of one that is set.
   *
   * @param atSecond seconds since 1970; at most {@link TimerWheel#FARTHEST_MINUTES} ahead, and a
   *     whole minute's precision
   */
  void timer(long atSecond);

  /** Gives the key up: its state is the start state again. */
  void forget();
}
