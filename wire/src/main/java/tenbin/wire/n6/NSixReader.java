package tenbin.wire.n6;

import java.io.IOException;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.json.JsonRecords;
import tenbin.wire.json.JsonSight;

/** Reads n6 events. */
public final class NSixReader implements Reader {
  /** The format's name. */
  public static final Format FORMAT = new Format("n6-json");

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    JsonSight sight = new JsonSight(sample);
    boolean category =
        NSixCategories.names().stream().anyMatch(each -> sight.has("category", each));
    if (!category || !sight.has("time") || sight.has("xarf_version")) {
      return Likeness.NONE;
    }
    boolean marked = sight.has("restriction") || sight.has("confidence");
    return marked ? Likeness.CERTAIN : Likeness.LIKELY;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    NSixEvents events = new NSixEvents(report, sink);
    JsonRecords.read(report, sink, JsonRecords.Shape.PLAIN, events::event);
  }
}
