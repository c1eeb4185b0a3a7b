package tenbin.hub.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The hub's time in the demo: set by hand while the made-up reports come in, some minutes apart,
 * and the real one from then on. Any thread reads it, one sets it.
 */
public final class DemoClock extends Clock {
  private final Clock real;
  private volatile Optional<Instant> set = Optional.empty();

  public DemoClock(Clock real) {
    this.real = real;
  }

  /** Stands still at a time. */
  public void stand(Instant at) {
    set = Optional.of(at);
  }

  /** Goes with the real one again. */
  public void go() {
    set = Optional.empty();
  }

  @Override
  public Instant instant() {
    return set.orElseGet(real::instant);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return real.withZone(zone);
  }
}
