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

/** Reads XARF 4 (specification 4.2.0). */
public final class XarfFourReader implements Reader {
  /** The format's name. */
  public static final Format FORMAT = new Format("xarf-v4");

  private static final JsonRecords.Shape SHAPE =
      new JsonRecords.Shape(Set.of("reports"), Set.of("payload"));

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    return new JsonSight(sample).has("xarf_version") ? Likeness.CERTAIN : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    XarfFourReports reports = new XarfFourReports(report, sink);
    JsonRecords.read(report, sink, SHAPE, reports::report);
  }
}
