package tenbin.wire.shadowserver;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.wire.Format;
import tenbin.wire.Writer;
import tenbin.wire.csv.CsvLine;

/**
 * Disclosures as CSV in the shape of Shadowserver's event reports, because every operator has a
 * reader for it: the columns that all event4 types begin with. Columns of ours that an observation
 * fills come from its fields, the others from kept columns of the same name; what was not released
 * is empty, like what was not told; the event's id is this recipient's own. Class and identifier
 * stand behind in IntelMQ's words. Items that are no observation have no row.
 */
public final class ShadowserverWriter implements Writer {
  /** The format's name in requests and file names. */
  public static final Format FORMAT = new Format("shadowserver-csv");

  private static final List<String> COLUMNS =
      List.of(
          "timestamp",
          "protocol",
          "src_ip",
          "src_port",
          "src_asn",
          "src_geo",
          "src_region",
          "src_city",
          "src_hostname",
          "src_naics",
          "src_sector",
          "device_vendor",
          "device_type",
          "device_model",
          "severity",
          "dst_ip",
          "dst_port",
          "dst_asn",
          "dst_geo",
          "dst_region",
          "dst_city",
          "dst_hostname",
          "dst_naics",
          "dst_sector",
          "public_source",
          "infection",
          "family",
          "tag",
          "application",
          "version",
          "event_id",
          "http_url",
          "http_host",
          "count",
          "classification.taxonomy",
          "classification.type",
          "classification.identifier");

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public String mediaType() {
    return "text/csv; charset=utf-8";
  }

  @Override
  public String fileEnding() {
    return "csv";
  }

  @Override
  public void write(Iterator<Disclosure> rows, OutputStream out) throws IOException {
    CsvLine line = new CsvLine();
    COLUMNS.forEach(line::add);
    line.writeTo(out);
    Map<String, String> values = new HashMap<>();
    while (rows.hasNext()) {
      Disclosure row = rows.next();
      if (row.isSighting()) {
        values.clear();
        fill(values, row);
        COLUMNS.forEach(column -> line.add(values.getOrDefault(column, "")));
        line.writeTo(out);
      }
    }
  }

  private static void fill(Map<String, String> values, Disclosure row) {
    row.forEachExtra((column, value) -> values.put(nameHere(column.name()), value));
    row.time().ifPresent(time -> values.put("timestamp", CsvLine.time(time)));
    values.put("protocol", row.transport().word());
    values.put("severity", row.severity().word());
    values.put("event_id", row.id().toString());
    fill(values, "src_", row.source(), row.sourcePlace());
    fill(values, "dst_", row.destination(), row.destinationPlace());
    sector(values, "src_sector", row.sourceSector());
    sector(values, "dst_sector", row.destinationSector());
    values.put("http_url", row.url());
    String other = row.counterpart().host();
    values.put("http_host", other.isEmpty() ? row.about().host() : other);
    values.put("count", row.count() > 1 ? Long.toString(row.count()) : "");
    row.kind().ifPresent(kind -> fill(values, kind));
  }

  /** What the report itself said of the sector goes first. */
  private static void sector(Map<String, String> values, String column, Sector sector) {
    if (values.getOrDefault(column, "").isEmpty()) {
      values.put(column, sector.english());
    }
  }

  private static void fill(Map<String, String> values, Kind kind) {
    values.put("infection", kind.family());
    values.put("classification.taxonomy", kind.rsit().taxonomy());
    values.put("classification.type", kind.rsit().type());
    values.put("classification.identifier", kind.identifier());
  }

  /** A column of addresses has addresses only: of a coarser place it is the system that is told. */
  private static void fill(Map<String, String> values, String prefix, Endpoint side, Place place) {
    values.put(prefix + "ip", side.address().toString());
    values.put(prefix + "port", side.hasPort() ? Integer.toString(side.port()) : "");
    values.put(prefix + "asn", (place instanceof Place.System(Asn asn) ? asn : side.asn()) + "");
    values.put(
        prefix + "hostname", side.reverseName().isEmpty() ? side.host() : side.reverseName());
  }

  /** Reports of open services write the source's place without the prefix. */
  private static String nameHere(String column) {
    return switch (column) {
      case "geo", "region", "city", "naics", "sector" -> "src_" + column;
      default -> column;
    };
  }
}
