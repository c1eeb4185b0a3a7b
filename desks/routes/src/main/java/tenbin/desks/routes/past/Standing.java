package tenbin.desks.routes.past;

/**
 * How a vantage point stands at a time, in microseconds of the epoch; {@link #NEVER} where nothing
 * is.
 *
 * @param heard since when it tells, after it was lost last
 * @param lost when it was lost last
 * @param complete when it had told all, after it was lost last
 * @param gap the last one
 * @param last the newest of anything of it
 */
record Standing(long heard, long lost, long complete, Gap gap, long last) {
  static final long NEVER = Long.MIN_VALUE;

  static final Standing NEW = new Standing(NEVER, NEVER, NEVER, Gap.NONE, NEVER);

  /** A time of which words are missing. */
  record Gap(long from, long until, long words) {
    static final Gap NONE = new Gap(NEVER, NEVER, 0);

    /** The one that ends later: what is found missing at a start may lie long before. */
    Gap orLater(Mark mark) {
      return mark.until() < until ? this : new Gap(mark.micros(), mark.until(), mark.words());
    }
  }

  Standing with(Mark mark) {
    long at = mark.micros();
    long newest = Math.max(last, at);
    return switch (mark.what()) {
      case HEARD -> new Standing(heard == NEVER ? at : heard, lost, complete, gap, newest);
      case LOST -> new Standing(NEVER, at, NEVER, gap, newest);
      case COMPLETE -> new Standing(heard == NEVER ? at : heard, lost, at, gap, newest);
      case GAP -> new Standing(heard, lost, complete, gap.orLater(mark), last);
    };
  }

  /** With a word of a time. */
  Standing at(long micros) {
    return micros > last ? new Standing(heard, lost, complete, gap, micros) : this;
  }

  void pack(Packing out) {
    out.signed(heard).signed(lost).signed(complete);
    out.signed(gap.from).signed(gap.until).number(gap.words).signed(last);
  }

  static Standing unpack(Unpacking in) throws Damaged {
    long heard = in.signed();
    long lost = in.signed();
    long complete = in.signed();
    return new Standing(
        heard, lost, complete, new Gap(in.signed(), in.signed(), in.number()), in.signed());
  }
}
