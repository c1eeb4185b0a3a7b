package tenbin.desks.routes.health;

/** What one vantage point did, as numbers. Times are microseconds of the epoch. */
final class Pulse {
  static final long MINUTE = 60_000_000;
  static final long HOUR = 60 * MINUTE;

  /** Six usual pauses without a word are silence. */
  private static final int PAUSES = 6;

  /** In one hour it learns a pause of four times the length, not of any, and one of half of it. */
  private static final int GROWTH = 4;

  /** Before anything is known of its pace. */
  private static final long FIRST_PAUSE = 10 * MINUTE;

  final Decaying garbage = new Decaying(30 * MINUTE);
  final Decaying alone = new Decaying(30 * MINUTE);
  final Decaying suspect = new Decaying(30 * MINUTE);
  final Decaying announced = new Decaying(30 * MINUTE);
  final Decaying withdrawn = new Decaying(3 * MINUTE);

  /** When its session began, as far as is known. */
  long began;

  long words;
  long last;
  long usual = FIRST_PAUSE;
  boolean down;
  boolean complete;
  int oldRoutes;
  HealthState state = HealthState.STARTING;
  Reason reason = Reason.NEW;
  long since;
  private long longest;
  private long hour;

  /** Of the same minute, added to the decaying counts at its end: a word costs an addition. */
  private int announcedNow;

  private int withdrawnNow;
  private int garbageNow;

  Pulse(long micros) {
    began = micros;
    last = micros;
    since = micros;
    hour = micros;
  }

  private void word(long micros) {
    words++;
    if (micros > last) {
      longest = Math.max(longest, micros - last);
      last = micros;
    }
  }

  void announced(long micros, boolean isGarbage) {
    word(micros);
    if (down) {
      down = false;
      began = micros;
    }
    announcedNow++;
    garbageNow += isGarbage ? 1 : 0;
  }

  void withdrawn(long micros) {
    word(micros);
    withdrawnNow++;
  }

  void lost(long micros) {
    word(micros);
    down = true;
    complete = false;
  }

  /** What came since the last review is counted, and what pauses are usual is learnt. */
  void settle(long micros) {
    announced.add(micros, announcedNow);
    withdrawn.add(micros, withdrawnNow);
    garbage.add(micros, garbageNow);
    announcedNow = 0;
    withdrawnNow = 0;
    garbageNow = 0;
    if (micros - hour >= HOUR) {
      usual = Math.max(Math.min(longest, usual * GROWTH), usual / 2);
      longest = 0;
      hour = micros;
    }
  }

  long quiet(long micros) {
    return Math.max(0, micros - last);
  }

  /** For how long it may say nothing. */
  long patience(Thresholds thresholds) {
    long least = thresholds.silent().toMillis() * 1_000;
    long most = thresholds.silentAtMost().toMillis() * 1_000;
    return Math.clamp(usual * PAUSES, least, most);
  }

  /** Whether it is another state now. */
  boolean becomes(HealthState next, Reason why, long micros) {
    boolean changed = next != state;
    if (changed) {
      since = micros;
    }
    state = next;
    reason = why;
    return changed;
  }
}
