package tenbin.wire.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.wire.json.JsonText;

/**
 * Observations as JSON lines, for whoever holds the report anyway: the command line, goldens. What
 * was not told has no member; a count of 1 neither. Not a writer of Disclosures: nothing here
 * leaves the house.
 */
public final class ObservationLines {
  private final OutputStream out;
  private final JsonText text = new JsonText();

  /** Writes to a stream that the caller closes. */
  public ObservationLines(OutputStream out) {
    this.out = out;
  }

  /** Writes one observation and the line's end. */
  public void write(Observation seen) throws IOException {
    out.write(line(text, seen).getBytes(UTF_8));
    out.write('\n');
  }

  /** The line of one observation, without its end. */
  public static String line(Observation seen) {
    return line(new JsonText(), seen);
  }

  private static String line(JsonText text, Observation seen) {
    text.object().number("row", seen.row()).text("time", seen.time().toString());
    text.text("timeError", Duration.ofNanos(seen.time().errorNanos()).toString());
    kind(text, seen.kind());
    text.told("severity", seen.severity().word());
    text.told("transport", seen.transport().word());
    Ends.write(text, "source", seen.source());
    Ends.write(text, "destination", seen.destination());
    text.text("sides", seen.sides().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    text.told("url", seen.url());
    text.told("sensor", seen.sensor());
    if (seen.count() > 1) {
      text.number("count", seen.count());
    }
    if (!seen.extra().isEmpty()) {
      text.object("extra");
      seen.extra().forEach((column, value) -> text.text(column.name(), value));
      text.endObject();
    }
    return text.endObject().take();
  }

  static void kind(JsonText text, Kind kind) {
    text.object("class")
        .text("taxonomy", kind.rsit().taxonomy())
        .text("type", kind.rsit().type())
        .told("identifier", kind.identifier())
        .told("family", kind.family())
        .endObject();
  }
}
