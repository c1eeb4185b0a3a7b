package tenbin.proof.routes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.proof.bench.CpuClock;
import tenbin.wire.bgp.Attributes;

/**
 * A clock that goes on by itself and is never behind the words of a recording; it times how long a
 * number of them take. One thread tells words, any asks.
 */
final class Pursuit extends Clock {
  private static final long MILLI = 1_000;

  private final long began = System.nanoTime();
  private final Instant from;
  private volatile long newest;
  private volatile long expected = Long.MAX_VALUE;
  private volatile Optional<CpuClock.Span> span = Optional.empty();

  /** Of the thread that tells: since the first word that is expected. */
  private Optional<CpuClock> clock = Optional.empty();

  private long told;

  Pursuit(Instant from) {
    this.from = from;
  }

  /** So many words are timed, from the next one on. */
  void expect(long words) {
    expected = words;
  }

  boolean isOver() {
    return span.isPresent();
  }

  CpuClock.Span span() {
    return span.orElseThrow();
  }

  /** Hands on, and looks how long it takes. */
  RouteSink before(RouteSink inner) {
    return new RouteSink() {
      @Override
      public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
        begin(micros);
        inner.announced(micros, from, prefix, attributes);
        end();
      }

      @Override
      public void withdrawn(long micros, Vantage from, Prefix prefix) {
        begin(micros);
        inner.withdrawn(micros, from, prefix);
        end();
      }

      @Override
      public void lost(long micros, Vantage from) {
        inner.lost(micros, from);
      }

      @Override
      public void complete(long micros, Vantage from) {
        inner.complete(micros, from);
      }
    };
  }

  private void begin(long micros) {
    if (micros > newest + MILLI) {
      newest = micros;
    }
    if (clock.isEmpty() && expected != Long.MAX_VALUE) {
      clock = Optional.of(CpuClock.start());
    }
  }

  private void end() {
    if (clock.isPresent() && ++told == expected) {
      span = clock.map(CpuClock::stop);
    }
  }

  @Override
  public Instant instant() {
    Instant own = from.plusNanos(System.nanoTime() - began);
    Instant heard = Instant.EPOCH.plus(newest, ChronoUnit.MICROS);
    return own.isAfter(heard) ? own : heard;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
