package tenbin.wire;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;

/**
 * Holds one reading to its limits: counts the bytes that its reader takes and the rows that it
 * makes, and looks at the clock now and then.
 */
final class Guard {
  /** How many rows go by between two looks at the clock: far less than a second's worth. */
  private static final int ROWS_A_LOOK = 1_024;

  private final Limits limits;
  private final InstantSource clock;
  private final Instant until;
  private long bytes;
  private long rows;

  Guard(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.until = clock.instant().plus(limits.mostTime());
  }

  Sink over(Sink sink) {
    return new GuardedSink(sink);
  }

  InputStream over(InputStream stream) {
    return new GuardedStream(stream);
  }

  private void row() throws LimitReached {
    rows++;
    if (rows > limits.mostRows()) {
      throw reached(Fault.TOO_MANY_ROWS, "more than " + limits.mostRows() + " rows");
    }
    if (rows % ROWS_A_LOOK == 0) {
      lookAtClock();
    }
  }

  private void took(int count) throws LimitReached {
    bytes += Math.max(0, count);
    if (bytes > limits.mostBytes()) {
      throw reached(Fault.TOO_LARGE, "more than " + limits.mostBytes() + " bytes");
    }
    lookAtClock();
  }

  private void lookAtClock() throws LimitReached {
    if (clock.instant().isAfter(until)) {
      throw reached(Fault.TOO_SLOW, "not read within " + limits.mostTime());
    }
  }

  private LimitReached reached(Fault fault, String detail) {
    return new LimitReached(new Refused(fault, new Place("", rows, bytes), detail));
  }

  private final class GuardedSink implements Sink {
    private final Sink inner;

    GuardedSink(Sink inner) {
      this.inner = inner;
    }

    @Override
    public void observation(Observation seen) throws IOException {
      row();
      inner.observation(seen);
    }

    @Override
    public void warning(Warning warning) throws IOException {
      if (warning.fault().weight() == Fault.Weight.ROW_REFUSED) {
        row();
      }
      inner.warning(warning);
    }

    @Override
    public void marking(Tlp marking) throws IOException {
      inner.marking(marking);
    }
  }

  private final class GuardedStream extends InputStream {
    private final InputStream inner;

    GuardedStream(InputStream inner) {
      this.inner = inner;
    }

    @Override
    public int read() throws IOException {
      int b = inner.read();
      took(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int count = inner.read(buffer, from, length);
      took(count);
      return count;
    }
  }
}
