package tenbin.wire.csv;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.text.RowFaults;
import tenbin.wire.text.Times;

/** The times of a table's rows in the form in which they are written. Not for several threads. */
final class RowTimes {
  private final Times times;
  private final RowShape.TimeForm form;
  private final Function<String, Instant> pattern;
  private Moment moment = new Moment(0, 0);

  RowTimes(RowShape.TimeForm form, Instant receivedAt) {
    this.form = form;
    this.times = new Times(receivedAt);
    this.pattern =
        form instanceof RowShape.TimeForm.Pattern(DateTimeFormatter own, ZoneId zone)
            ? instants(own, zone)
            : _ -> Instant.EPOCH;
  }

  private static Function<String, Instant> instants(DateTimeFormatter formatter, ZoneId zone) {
    return written -> {
      var parsed = formatter.parseBest(written, ZonedDateTime::from, LocalDateTime::from);
      return parsed instanceof LocalDateTime local
          ? local.atZone(zone).toInstant()
          : Instant.from(parsed);
    };
  }

  /** Reads the time of a row; tells what is wrong with it. */
  boolean read(CsvRows cells, int column, RowFaults faults) throws IOException {
    byte[] bytes = cells.bytes();
    int from = column < 0 ? 0 : cells.from(column);
    int to = column < 0 ? 0 : cells.to(column);
    boolean good =
        switch (form) {
          case RowShape.TimeForm.Written ignored -> times.read(bytes, from, to);
          case RowShape.TimeForm.EpochSeconds ignored -> times.readEpochSeconds(bytes, from, to);
          case RowShape.TimeForm.Pattern ignored -> from < to;
        };
    if (!good) {
      refuse(times.fault(), bytes, from, to, faults);
      return false;
    }
    if (form instanceof RowShape.TimeForm.Pattern) {
      return readPattern(cells.text(column), bytes, from, to, faults);
    }
    moment = times.moment();
    if (form instanceof RowShape.TimeForm.Written(boolean notes) && notes && !times.hadZone()) {
      faults.report(Fault.TIME_WITHOUT_ZONE, "taken as " + ZoneOffset.UTC);
    }
    return true;
  }

  private boolean readPattern(String text, byte[] bytes, int from, int to, RowFaults faults)
      throws IOException {
    try {
      moment = Moment.of(pattern.apply(text.trim()), Moment.SECOND);
    } catch (DateTimeException unreadable) {
      refuse(Fault.TIME_UNREADABLE, bytes, from, to, faults);
      return false;
    }
    if (times.isPlausible(moment)) {
      return true;
    }
    refuse(Fault.TIME_IMPLAUSIBLE, bytes, from, to, faults);
    return false;
  }

  private static void refuse(Fault fault, byte[] bytes, int from, int to, RowFaults faults)
      throws IOException {
    faults.report(fault, "time", bytes, from, to);
  }

  Moment moment() {
    return moment;
  }
}
