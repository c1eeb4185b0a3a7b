package tenbin.spine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.nouns.time.Moment;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;

/** A format for tests: "epochSecond address port family" a line; anything else is a lost row. */
public final class PlainRows implements Reader {
  private static final Endpoint SENSOR = Endpoint.of(Address.parse("203.0.113.9"), 80);

  @Override
  public Format format() {
    return new Format("plain-rows");
  }

  @Override
  public Likeness looksAt(Sample sample) {
    return sample.name().endsWith(".rows") ? Likeness.CERTAIN : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(report.bytes(), StandardCharsets.UTF_8));
    long row = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      row++;
      if (line.equals("STOP")) {
        throw new Refused(Fault.TRUNCATED, Place.row(row), "told to stop");
      }
      String[] words = line.split(" ", -1);
      if (words.length != 4) {
        sink.warning(new Warning(Fault.ROW_UNREADABLE, Place.row(row), line));
      } else {
        sink.observation(observation(row, words));
      }
    }
  }

  private static Observation observation(long row, String[] words) {
    return Observation.builder(
            new Kind(Rsit.INFECTED_SYSTEM, "test_sinkhole", words[3]),
            Moment.ofEpochSecond(Long.parseLong(words[0])))
        .row(row)
        .transport(Transport.TCP)
        .source(Endpoint.of(Address.parse(words[1]), Integer.parseInt(words[2])))
        .destination(SENSOR)
        .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
        .sensor("sinkhole-1")
        .extra(Extra.ofUnknown(Map.of("note", words[3])))
        .build();
  }
}
