package tenbin.desks.routes.watch;

import java.util.Optional;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.Notice.What;
import tenbin.desks.routes.incident.State;

/** What people were told of a track so far, and what is due now. */
final class Telling {
  private boolean began;
  private boolean over;
  private boolean back;
  private boolean quiet;
  private int prefixes;
  private long at;

  boolean hasBegun() {
    return began;
  }

  /** Somebody said how it stands: what is settled or nothing is no news any more. */
  void decided(State state) {
    quiet = state == State.IGNORED || state == State.RESOLVED;
  }

  /** It was told before the start, or not. */
  void resumed(Resumed before, long micros) {
    began = before.worth();
    prefixes = before.incident().prefixes();
    at = micros;
    decided(before.incident().state());
  }

  /** It came back after it was over. */
  void cameBack() {
    back = over;
    over = false;
  }

  /** What is due, if anything; it counts as told. */
  Optional<Notice.What> due(Track track, long micros, Pace pace, int of) {
    if (quiet) {
      return Optional.empty();
    }
    Optional<What> due = began ? later(track, micros, pace) : first(track, micros, pace, of);
    if (due.isPresent()) {
      at = micros;
      prefixes = track.prefixes();
      began = true;
      back = false;
      over = due.get() == What.ENDED;
    }
    return due;
  }

  private static Optional<What> first(Track track, long micros, Pace pace, int of) {
    long age = micros - track.begin();
    boolean heard = track.mostVantages() >= Math.min(2, of) || age >= micros(pace.alone());
    boolean due =
        track.isOn() && heard && age >= micros(pace.settle()) && track.score(of) >= pace.score();
    return due ? Optional.of(What.BEGAN) : Optional.empty();
  }

  private Optional<What> later(Track track, long micros, Pace pace) {
    if (track.state().isOver()) {
      return over ? Optional.empty() : Optional.of(What.ENDED);
    }
    if (micros - at < micros(pace.between())) {
      return Optional.empty();
    }
    if (back) {
      return Optional.of(What.REOPENED);
    }
    return track.prefixes() >= 2 * prefixes ? Optional.of(What.GREW) : Optional.empty();
  }

  static long micros(java.time.Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
