package tenbin.hub.act;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.Sink;
import tenbin.wire.lines.ObservationLines;

/** Writes what a reader finds and counts it. */
final class ReadTally implements Sink {
  /** How often a fault came up, and where first. */
  private record Count(long times, Warning first) {
    Count again() {
      return new Count(times + 1, first);
    }
  }

  private final ObservationLines lines;
  private final Consumer<String> told;
  private final Map<Fault, Count> faults = new EnumMap<>(Fault.class);
  private long rows;
  private long lost;

  ReadTally(OutputStream out, Consumer<String> told) {
    this.lines = new ObservationLines(out);
    this.told = told;
  }

  @Override
  public void observation(Observation seen) throws IOException {
    rows++;
    lines.write(seen);
  }

  @Override
  public void warning(Warning warning) {
    if (warning.fault().weight() == Fault.Weight.ROW_REFUSED) {
      lost++;
    }
    faults.merge(warning.fault(), new Count(1, warning), (before, one) -> before.again());
    told.accept("  " + line(warning));
  }

  /** How many observations were written. */
  long rows() {
    return rows;
  }

  boolean isEmpty() {
    return rows == 0 && faults.isEmpty();
  }

  /** One warning for people: "time-missing at row 17: ...". */
  static String line(Warning warning) {
    return word(warning.fault()) + " at " + place(warning);
  }

  /** ", 17 rows read, 2 lost" and a line for each sort of fault with its first place. */
  String summary() {
    StringBuilder out = new StringBuilder(", ").append(rows).append(rows == 1 ? " row" : " rows");
    out.append(" read, ").append(lost).append(" lost");
    faults.forEach((fault, count) ->
        out.append("\n  ")
            .append(count.times())
            .append(" x ")
            .append(word(fault))
            .append(fault.weight() == Fault.Weight.ROW_REFUSED ? " (row lost)" : "")
            .append(", first at ")
            .append(place(count.first())));
    return out.toString();
  }

  private static String word(Fault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String place(Warning warning) {
    return warning.place() + (warning.detail().isEmpty() ? "" : ": " + warning.detail());
  }
}
