package tenbin.desks.routes.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.incident.Affected;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/**
 * One prefix in one track, and who has it now. Times are microseconds of the epoch.
 *
 * <p>A leak makes hundreds of thousands of them: its prefix is kept as numbers, and the two lists
 * that it stands in go through it.
 */
final class Hit {
  private final long high;
  private final long low;
  private final int bits;
  private final Track track;
  private final Suspicion suspicion;
  private final AsPath path;
  private final long begin;
  private final Vantages vantages = new Vantages();
  private long end = -1;
  private boolean changed;

  /** The next of the same prefix; {@link HitIndex}'s. */
  @Nullable Hit nextOfPrefix;

  /** Its neighbours in its track; {@link HitList}'s. */
  @Nullable Hit before;

  @Nullable Hit after;

  Hit(Prefix prefix, Track track, Suspicion suspicion, AsPath path, long begin) {
    this.high = prefix.first().high();
    this.low = prefix.first().low();
    this.bits = prefix.bits();
    this.track = track;
    this.suspicion = suspicion;
    this.path = path;
    this.begin = begin;
  }

  /** Made anew each time. */
  Prefix prefix() {
    return new Prefix(new Address(high, low), bits);
  }

  boolean isOf(Prefix prefix) {
    return prefix.first().low() == low && prefix.first().high() == high && prefix.bits() == bits;
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

  /** As it stands, with its path's text out of those that were written lately. */
  Affected stands(PathTexts texts) {
    Prefix prefix = prefix();
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
        texts.of(path));
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
