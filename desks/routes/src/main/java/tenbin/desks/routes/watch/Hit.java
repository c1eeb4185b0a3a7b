package tenbin.desks.routes.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.incident.Affected;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** One prefix in one track, and who has it now. Times are microseconds of the epoch. */
final class Hit {
  private final Prefix prefix;
  private final Track track;
  private final Suspicion suspicion;
  private final AsPath path;
  private final long begin;
  private final Vantages vantages = new Vantages();
  private long end = -1;
  private boolean changed;
  private @Nullable String text;

  Hit(Prefix prefix, Track track, Suspicion suspicion, AsPath path, long begin) {
    this.prefix = prefix;
    this.track = track;
    this.suspicion = suspicion;
    this.path = path;
    this.begin = begin;
  }

  Prefix prefix() {
    return prefix;
  }

  Track track() {
    return track;
  }

  Suspicion suspicion() {
    return suspicion;
  }

  AsPath path() {
    return path;
  }

  long begin() {
    return begin;
  }

  Vantages vantages() {
    return vantages;
  }

  boolean isOn() {
    return vantages.now() > 0;
  }

  void endAt(long micros) {
    end = micros;
  }

  /** Whether this is its first change since it was last told. */
  boolean change() {
    boolean first = !changed;
    changed = true;
    return first;
  }

  void told() {
    changed = false;
  }

  Affected stands() {
    return new Affected(
        prefix,
        suspicion.of().orElse(prefix),
        suspicion.member(),
        suspicion.expected(),
        suspicion.observed(),
        instant(begin),
        isOn() ? Optional.empty() : Optional.of(instant(end)),
        vantages.now(),
        vantages.most(),
        text());
  }

  /** Its path as text, made once: a hit is told each time that another vantage point has it. */
  private String text() {
    if (text == null) {
      text = path.toString();
    }
    return text;
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
