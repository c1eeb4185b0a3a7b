package tenbin.wire.csv;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.wire.Refused;
import tenbin.wire.Sink;
import tenbin.wire.text.Numbers;
import tenbin.wire.text.RowFaults;

/**
 * Makes an observation of each row of a table by its {@link RowShape}. Every told value ends up in
 * a field or, as written, in a kept column: also what stands in a column with a role and cannot be
 * read. Repeated values are made once. Not for several threads.
 */
public final class RowReader {
  private final Table table;
  private final CsvRows cells;
  private final RowShape shape;
  private final RowFaults faults;
  private final RowTimes times;
  private final KeptColumns kept;
  private final SideReader source;
  private final SideReader destination;
  private final RowKinds kinds;
  private final SliceCache<Optional<Transport>> transports = new SliceCache<>(Transport::tryParse);
  private final SliceCache<Optional<Severity>> severities = new SliceCache<>(Severity::tryParse);
  private final SliceCache<String> sensors = new SliceCache<>(text -> text);
  private final int[] time;
  private final int[] transport;
  private final int[] severity;
  private final int[] url;
  private final int[] sensor;
  private final int[] count;

  public RowReader(RowShape shape, Table table, Instant receivedAt, RowFaults faults) {
    this.table = table;
    this.cells = table.cells();
    this.shape = shape;
    this.faults = faults;
    this.times = new RowTimes(shape.time(), receivedAt);
    Places places = new Places(shape.roles(), table.header());
    this.kept = new KeptColumns(shape, table.header(), places, cells);
    this.kinds = new RowKinds(shape.kind(), places, kept, cells, faults);
    SideReader.Reading reading = new SideReader.Reading(cells, places, kept, faults);
    this.source = SideReader.source(reading, shape.sides().aboutSource());
    this.destination = SideReader.destination(reading, !shape.sides().aboutSource());
    this.time = places.of(Role.TIME);
    this.transport = places.of(Role.TRANSPORT);
    this.severity = places.of(Role.SEVERITY);
    this.url = places.of(Role.URL);
    this.sensor = places.of(Role.SENSOR);
    this.count = places.of(Role.COUNT);
  }

  /** Reads all rows that are left. */
  public void readAll(Sink sink) throws IOException, Refused {
    while (table.next()) {
      Endpoint from = source.read();
      Endpoint to = destination.read();
      String found = text(url);
      if (!times.read(cells, kept.firstTold(time), faults) || !isAboutSomething(from, to, found)) {
        kept.forget();
        continue;
      }
      sink.observation(
          new Observation(
              table.row(),
              kinds.read(),
              severity(),
              times.moment(),
              transport(),
              withHostOf(found, from, shape.sides().aboutSource()),
              withHostOf(found, to, !shape.sides().aboutSource()),
              shape.sides(),
              found,
              sensor(),
              count(),
              kept.pack()));
    }
  }

  private boolean isAboutSomething(Endpoint from, Endpoint to, String found) throws IOException {
    Sides sides = shape.sides();
    Endpoint about = sides.aboutSource() ? from : to;
    if (about.address().isPresent() || !about.host().isEmpty() || !found.isEmpty()) {
      return true;
    }
    boolean refused = sides.aboutSource() ? source.addressRefused() : destination.addressRefused();
    faults.report(
        refused ? Fault.ADDRESS_UNREADABLE : Fault.ADDRESS_MISSING,
        sides.aboutSource() ? "source" : "destination");
    return false;
  }

  /** What was found stands on the host that its address names. */
  private static Endpoint withHostOf(String url, Endpoint side, boolean isAbout) {
    if (!isAbout || url.isEmpty() || !side.host().isEmpty()) {
      return side;
    }
    return Hosts.ofAuthority(url)
        .map(
            host -> new Endpoint(side.address(), side.port(), side.asn(), host, side.reverseName()))
        .orElse(side);
  }

  private String text(int[] columns) {
    int at = kept.firstTold(columns);
    return at < 0 ? "" : cells.text(at);
  }

  private Transport transport() throws IOException {
    int at = kept.firstTold(transport);
    if (at < 0) {
      return shape.transport();
    }
    Optional<Transport> read = transports.get(cells.bytes(), cells.from(at), cells.to(at));
    return read.isPresent() ? read.get() : unreadable("transport", at, shape.transport());
  }

  private Severity severity() throws IOException {
    int at = kept.firstTold(severity);
    if (at < 0) {
      return shape.severity();
    }
    Optional<Severity> read = severities.get(cells.bytes(), cells.from(at), cells.to(at));
    return read.isPresent() ? read.get() : unreadable("severity", at, shape.severity());
  }

  private String sensor() {
    int at = kept.firstTold(sensor);
    return at < 0 ? shape.sensor() : sensors.get(cells.bytes(), cells.from(at), cells.to(at));
  }

  private long count() throws IOException {
    int at = kept.firstTold(count);
    if (at < 0) {
      return 1;
    }
    long read = Numbers.read(cells.bytes(), cells.from(at), cells.to(at), Long.MAX_VALUE);
    return read > 0 ? read : unreadable("count", at, 1L);
  }

  private <T> T unreadable(String what, int at, T instead) throws IOException {
    faults.report(Fault.VALUE_UNREADABLE, what, cells.bytes(), cells.from(at), cells.to(at));
    kept.keep(at);
    return instead;
  }
}
