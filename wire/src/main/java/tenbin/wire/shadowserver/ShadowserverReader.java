package tenbin.wire.shadowserver;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.csv.Dialect;
import tenbin.wire.csv.Header;
import tenbin.wire.csv.Heads;
import tenbin.wire.csv.RowReader;
import tenbin.wire.csv.RowShape;
import tenbin.wire.csv.Table;
import tenbin.wire.text.RowFaults;

/**
 * Reads Shadowserver's CSV of every type: the file's own header decides which columns there are,
 * the table what they mean.
 */
public final class ShadowserverReader implements Reader {
  private static final Format FORMAT = new Format("shadowserver-csv");

  private final ShadowserverTable table;
  private final TypeGuess guess;

  public ShadowserverReader(ShadowserverTable table) {
    this.table = table;
    this.guess = new TypeGuess(table);
  }

  /** Reads by the table that ships with this version. */
  public static ShadowserverReader standard() {
    return new ShadowserverReader(ShadowserverTable.standard());
  }

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    List<String> names = Heads.firstRow(sample, Dialect.RFC_4180);
    if (names.size() < 3 || !names.contains("timestamp")) {
      return Likeness.NONE;
    }
    if (guess.byName(sample.name()).isPresent() && TypeGuess.isDated(sample.name())) {
      return Likeness.CERTAIN;
    }
    long known = names.stream().filter(table::knows).count();
    if (known * 10 >= names.size() * 9L && names.size() >= 8) {
      return Likeness.LIKELY;
    }
    return known * 2 >= names.size() ? Likeness.POSSIBLE : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    RowFaults faults = new RowFaults(sink, "");
    Table rows = Table.withHeader(report, Dialect.RFC_4180, faults);
    if (!rows.header().names().contains("timestamp")) {
      throw new Refused(
          Fault.HEADER_UNUSABLE, faults.place(), "no column \"timestamp\" among the first row's");
    }
    ReportType type = typeOf(report, rows.header(), faults);
    noteUnknownColumns(rows.header(), type.layout(), faults);
    new RowReader(shapeOf(type), rows, report.receivedAt(), faults).readAll(sink);
  }

  private ReportType typeOf(Report report, Header header, RowFaults faults) throws IOException {
    Optional<ReportType> named = guess.byName(report.name());
    if (named.isPresent()) {
      return named.get();
    }
    Optional<ReportType> guessed = guess.byColumns(header.names());
    if (guessed.isPresent() && guessed.get().rsit() != Rsit.UNDETERMINED) {
      return guessed.get();
    }
    String name =
        TypeGuess.nameIn(report.name()).filter(_ -> TypeGuess.isDated(report.name())).orElse("");
    faults.report(Fault.UNKNOWN_KIND, "report type \"" + name + "\" is not in the table");
    return guessed.orElseGet(() ->
        new ReportType(
            name,
            Rsit.UNDETERMINED,
            Severity.NOT_TOLD,
            name,
            table.layoutFor(header.names()),
            header.names()));
  }

  private void noteUnknownColumns(Header header, Layout layout, RowFaults faults)
      throws IOException {
    for (String name : header.names()) {
      boolean used = layout.roles().values().stream().anyMatch(columns -> columns.contains(name));
      if (!used && !table.knows(name)) {
        faults.report(Fault.UNKNOWN_COLUMN, "\"" + name + "\" is kept and shown to nobody");
      }
    }
  }

  private RowShape shapeOf(ReportType type) {
    Layout layout = type.layout();
    return new RowShape(
        layout.sides(),
        layout.roles(),
        type.kind(),
        type.severity(),
        Transport.NOT_TOLD,
        "",
        RowShape.TimeForm.UTC,
        column -> table.category(column, layout));
  }
}
