package tenbin.desks.routes.past;

import tenbin.desks.routes.feed.Vantage;

/**
 * Something about a vantage point as a whole.
 *
 * @param micros since when
 * @param until the last microsecond of a gap; else the same
 * @param words how many a gap has swallowed; else 0
 */
record Mark(What what, Vantage from, long micros, long until, long words) implements Word {
  /** In the order in which they are kept. */
  enum What {
    /** It tells something, for the first time or again. */
    HEARD,
    /** Nothing is known any more of what it has. */
    LOST,
    /** It has told all that it has. */
    COMPLETE,
    /** What it said meanwhile was not kept. */
    GAP
  }

  static Mark at(What what, Vantage from, long micros) {
    return new Mark(what, from, micros, micros, 0);
  }

  @Override
  public Mark at(long time) {
    return time == micros ? this : new Mark(what, from, time, until - micros + time, words);
  }
}
