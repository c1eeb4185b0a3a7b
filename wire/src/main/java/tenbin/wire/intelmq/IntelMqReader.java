package tenbin.wire.intelmq;

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

/** Reads IntelMQ events. */
public final class IntelMqReader implements Reader {
  /** The format's name. */
  public static final Format FORMAT = new Format("intelmq-json");

  /** Where PROKI's API and others put the events. */
  private static final JsonRecords.Shape SHAPE =
      new JsonRecords.Shape(Set.of("data", "events"), Set.of());

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    JsonSight sight = new JsonSight(sample);
    boolean side = sight.has("(?:source|destination)\\.(?:ip|fqdn|url|network|asn|port)");
    boolean time = sight.has("time\\.(?:source|observation)");
    boolean named = sight.has("classification\\.(?:type|taxonomy)") || sight.has("feed\\.\\w+");
    if (!side && !time) {
      return Likeness.NONE;
    }
    return named ? Likeness.CERTAIN : Likeness.LIKELY;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    IntelMqEvents events = new IntelMqEvents(report, sink);
    JsonRecords.read(report, sink, SHAPE, events::event);
  }
}
