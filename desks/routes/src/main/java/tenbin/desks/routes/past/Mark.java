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
  /** What it is. */
  enum What {
    /** It tells something, for the first time or again. */
    HEARD(0),
    /** Nothing is known any more of what it has. */
    LOST(1),
    /** It has told all that it has. */
    COMPLETE(2),
    /** What it said meanwhile was not kept. */
    GAP(3);

    /** As it is kept. */
    private final int code;

    What(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static What of(int code) throws Damaged {
      for (What each : values()) {
        if (each.code == code) {
          return each;
        }
      }
      throw new Damaged("a mark of kind " + code);
    }
  }

  static Mark at(What what, Vantage from, long micros) {
    return new Mark(what, from, micros, micros, 0);
  }

  @Override
  public Mark at(long time) {
    return time == micros ? this : new Mark(what, from, time, until - micros + time, words);
  }
}
