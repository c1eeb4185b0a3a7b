package tenbin.wire.spamhaus;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.csv.Dialect;
import tenbin.wire.csv.Role;
import tenbin.wire.csv.RowReader;
import tenbin.wire.csv.RowShape;
import tenbin.wire.csv.Table;
import tenbin.wire.text.RowFaults;

/** Reads Spamhaus' CERT list. Its botname column holds techniques too; all count as infected. */
public final class SpamhausCertReader implements Reader {
  private static final Format FORMAT = new Format("spamhaus-cert");
  private static final Dialect DIALECT = new Dialect(',', Dialect.Quoting.DOUBLE_QUOTES, ';');

  private static final List<String> COLUMNS =
      List.of(
          "ip",
          "asn",
          "country",
          "lastseen",
          "botname",
          "domain",
          "remote_ip",
          "remote_port",
          "local_port",
          "protocol");

  private static final RowShape SHAPE =
      new RowShape(
          Sides.ABOUT_SOURCE_SENSOR_DESTINATION,
          Map.of(
              Role.SOURCE_ADDRESS, List.of("ip"),
              Role.SOURCE_ASN, List.of("asn"),
              Role.SOURCE_PORT, List.of("local_port"),
              Role.TIME, List.of("lastseen"),
              Role.FAMILY, List.of("botname"),
              Role.DESTINATION_HOST, List.of("domain"),
              Role.DESTINATION_ADDRESS, List.of("remote_ip"),
              Role.DESTINATION_PORT, List.of("remote_port"),
              Role.TRANSPORT, List.of("protocol")),
          new Kind(Rsit.INFECTED_SYSTEM, "spamhaus-cert", ""),
          Severity.NOT_TOLD,
          Transport.NOT_TOLD,
          "",
          new RowShape.TimeForm.EpochSeconds(),
          SpamhausCertReader::category);

  private static Category category(String column) {
    return switch (column) {
      case "botname" -> Category.C1;
      case "domain", "remote_ip", "remote_port" -> Category.C8;
      case "ip", "asn", "country", "lastseen", "local_port", "protocol" -> Category.C2;
      default -> Category.UNKNOWN;
    };
  }

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    String[] first = sample.text().split("\n", 2);
    String plain = first[0].replace(" ", "").trim();
    return plain.equals(";" + String.join(",", COLUMNS)) ? Likeness.CERTAIN : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    RowFaults faults = new RowFaults(sink, "");
    Table rows = Table.declared(report, DIALECT, COLUMNS, faults);
    new RowReader(SHAPE, rows, report.receivedAt(), faults).readAll(sink);
  }
}
