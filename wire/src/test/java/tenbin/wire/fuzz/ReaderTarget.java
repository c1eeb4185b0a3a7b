package tenbin.wire.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.Heard;
import tenbin.wire.Limits;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.lines.ObservationLines;
import tenbin.wire.standard.StandardFormats;

/**
 * A reader of reports: it reads, warns or refuses; it tells no more rows than there are bytes.
 *
 * @param reader under test
 * @param mapping for plain CSV; empty for none
 */
record ReaderTarget(Reader reader, Optional<String> mapping) implements Target {
  private static final Limits LIMITS =
      new Limits(1 << 20, 100, 64 * 1024, 200, 64, 50, 10_000, Duration.ofMinutes(1));

  @Override
  public String name() {
    return reader.format().name();
  }

  @Override
  public List<String> read(Input input) throws IOException {
    byte[] bytes = input.bytes();
    Told told = new Told();
    told.lines.add(reader.looksAt(new Sample(input.name(), bytes, true)).toString());
    try {
      reader.read(report(input, bytes), told);
    } catch (Refused refused) {
      if (refused.warning().fault().weight() != Fault.Weight.REPORT_REFUSED) {
        throw new AssertionError("refused for " + refused.warning());
      }
      told.lines.add(refused.getMessage());
    }
    long unpacked = Math.min(LIMITS.mostBytes(), (long) LIMITS.mostRatio() * bytes.length);
    if (told.lines.size() > 1_000 + 20 * unpacked) {
      throw new AssertionError(told.lines.size() + " lines of " + bytes.length + " bytes");
    }
    return told.lines;
  }

  private Report report(Input input, byte[] bytes) {
    return new Report(
        input.name(),
        new ByteArrayInputStream(bytes),
        Heard.RECEIVED,
        mapping,
        LIMITS,
        StandardFormats.all());
  }

  private static final class Told implements Sink {
    final List<String> lines = new ArrayList<>();

    @Override
    public void observation(Observation seen) {
      lines.add(ObservationLines.line(seen));
    }

    @Override
    public void warning(Warning warning) {
      lines.add(warning.toString());
    }

    @Override
    public void marking(Tlp marking) {
      lines.add(marking.toString());
    }
  }
}
