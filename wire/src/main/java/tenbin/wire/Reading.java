package tenbin.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads a report of whatever format: looks at its beginning, chooses the reader, holds it to the
 * report's limits. Immutable; any thread.
 */
public final class Reading {
  /** The format of tables with a declared mapping. */
  private static final String DECLARED = "plain-csv";

  private final Formats formats;
  private final InstantSource clock;

  /**
   * Readings of these formats.
   *
   * @param formats usually all of this version
   * @param clock for {@link Limits#mostTime()}
   */
  public Reading(Formats formats, InstantSource clock) {
    this.formats = formats;
    this.clock = clock;
  }

  /** Which reader would be taken for these first bytes; the same refusals as {@link #read}. */
  public Format formatOf(Sample sample) throws Refused {
    return formats.choose(sample).format();
  }

  /**
   * Reads a report to its end.
   *
   * @return the format it was read as
   * @throws Refused when it is in no format that is read, cannot be read further, or reached a
   *     limit; what was handed over stays
   * @throws IOException only what the report's stream or the sink throws
   */
  public Format read(Report report, Sink sink) throws IOException, Refused {
    Guard guard = new Guard(report.limits(), clock);
    Report guarded = report.with(guard.over(report.bytes()), formats);
    try {
      return choose(formats, guarded, guard.over(sink));
    } catch (LimitReached reached) {
      throw reached.refused();
    }
  }

  /** Reads a part of a report that is being read: its clock and its counts go on. */
  static Format part(Report part, Sink sink) throws IOException, Refused {
    return choose(part.formats(), part, sink);
  }

  /** A table that brings a declared mapping is read by it, whatever else it looks like. */
  private static Reader reader(Formats formats, Report report, Sample sample) throws Refused {
    Optional<Reader> plain =
        report.mapping().isPresent() ? formats.reader(DECLARED) : Optional.empty();
    return plain.isPresent() && plain.get().looksAt(sample) != Likeness.NONE
        ? plain.get()
        : formats.choose(sample);
  }

  private static Format choose(Formats formats, Report report, Sink sink)
      throws IOException, Refused {
    byte[] head = report.bytes().readNBytes(Sample.MOST_BYTES + 1);
    Sample sample = new Sample(report.name(), head, head.length <= Sample.MOST_BYTES);
    Reader reader = reader(formats, report, sample);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), report.bytes());
    reader.read(report.with(whole, formats), sink);
    return reader.format();
  }
}
