package tenbin.wire.record;

import tenbin.nouns.time.Moment;

/** A moment in the form of RFC 3339 section 5.6, with no more digits than its clock is good for. */
public final class MomentText {
  private static final int MOST_DIGITS = 9;

  private MomentText() {}

  /** "2026-02-03T04:05:06.25" and the zone's text, which must mean UTC. */
  public static String of(Moment moment, String zone) {
    int digits = 0;
    long unit = Moment.SECOND;
    while (digits < MOST_DIGITS && unit > moment.errorNanos()) {
      unit /= 10;
      digits++;
    }
    Moment whole = Moment.ofEpochSecond(moment.epochSecond());
    String seconds = whole.toString();
    String plain = seconds.substring(0, seconds.length() - 1);
    if (digits == 0) {
      return plain + zone;
    }
    long nanos = Math.floorMod(moment.epochNanos(), Moment.SECOND);
    return plain + "." + String.format("%09d", nanos).substring(0, digits) + zone;
  }
}
