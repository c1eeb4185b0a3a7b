package tenbin.wire.xarf;

import java.io.IOException;
import java.util.Set;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.json.JsonRecords;
import tenbin.wire.json.JsonSight;

/** Reads XARF 3 (archived in 2026, still sent). */
public final class XarfThreeReader implements Reader {
  /** The format's name. */
  public static final Format FORMAT = new Format("xarf-v3");

  private static final JsonRecords.Shape SHAPE =
      new JsonRecords.Shape(Set.of("Reports"), Set.of("Payload"));

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    JsonSight sight = new JsonSight(sample);
    if (sight.has("ReporterInfo") || sight.has("ReportClass")) {
      return Likeness.CERTAIN;
    }
    return sight.has("Version", "3(?:\\.\\d+)*") ? Likeness.LIKELY : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    XarfThreeReports reports = new XarfThreeReports(report, sink);
    JsonRecords.read(report, sink, SHAPE, reports::report);
  }
}
