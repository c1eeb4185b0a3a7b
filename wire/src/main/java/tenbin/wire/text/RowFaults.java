package tenbin.wire.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Scope;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Sink;

/** Hands the faults of a report's rows to its sink, each at its place. Not for several threads. */
public final class RowFaults {
  private final Sink sink;
  private final String part;
  private long row;
  private long offset = -1;

  /**
   * The faults of one part of a report.
   *
   * @param sink where they go
   * @param part the file in an archive or the part of a mail, empty for the report itself
   */
  public RowFaults(Sink sink, String part) {
    this.sink = sink;
    this.part = part;
  }

  /** The row that is read now, 1 for the first row of data, and where it begins, -1 if unknown. */
  public void at(long nowRow, long nowOffset) {
    row = nowRow;
    offset = nowOffset;
  }

  /** Where reading is. */
  public Place place() {
    return new Place(part, row, offset);
  }

  public void report(Fault fault, String detail) throws IOException {
    sink.warning(new Warning(fault, place(), detail));
  }

  /** A fault of one value: "what "value"". */
  public void report(Fault fault, String what, byte[] bytes, int from, int to) throws IOException {
    int most = Math.min(to, from + Warning.MOST_DETAIL);
    report(fault, what + " \"" + new String(bytes, from, most - from, UTF_8) + "\"");
  }

  /** What is to be noted of an address that was read. */
  public void note(Addresses read, String what, Address address) throws IOException {
    noteForm(read, what, address);
    note(what, address);
  }

  /** What had to be forgiven of an address that was read. */
  public void noteForm(Addresses read, String what, Address address) throws IOException {
    if (read.zoneDropped()) {
      report(Fault.ADDRESS_ZONE_DROPPED, what + " " + address);
    }
    if (read.wasMapped()) {
      report(Fault.ADDRESS_MAPPED, what + " " + address);
    }
  }

  /** Notes an address that no network on the Internet answers for. */
  public void note(String what, Address address) throws IOException {
    Scope scope = address.scope();
    if (scope != Scope.GLOBAL && scope != Scope.NONE) {
      report(Fault.ADDRESS_NOT_GLOBAL, what + " " + address + " is " + scope);
    }
  }
}
