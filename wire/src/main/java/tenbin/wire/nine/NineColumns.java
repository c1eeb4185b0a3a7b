package tenbin.wire.nine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.wire.Format;
import tenbin.wire.Writer;
import tenbin.wire.csv.CsvLine;

/**
 * The nine columns that CERT-Bund's reports made common. The first five are of the recipient's own
 * side; the last four are of the other side and the way there, and empty where that is the sensor,
 * because then the Disclosure does not show it. The columns of addresses have addresses only: a
 * coarser place leaves them empty, a coarser time is the beginning of its minute, hour or day.
 * Items that are no observation have no row.
 */
public final class NineColumns implements Writer {
  /** The format's name in requests and file names. */
  public static final Format FORMAT = new Format("nine-columns");

  private static final String[] HEADER = {
    "asn", "ip", "timestamp", "malware", "src_port", "dst_ip", "dst_port", "dst_host", "proto"
  };

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
    for (String name : HEADER) {
      line.add(name);
    }
    line.writeTo(out);
    while (rows.hasNext()) {
      Disclosure row = rows.next();
      if (row.isSighting()) {
        fill(line, row);
        line.writeTo(out);
      }
    }
  }

  private static void fill(CsvLine line, Disclosure row) {
    Endpoint own = row.about();
    Endpoint other = row.counterpart();
    line.add((row.aboutPlace() instanceof Place.System(Asn asn) ? asn : own.asn()) + "");
    line.add(own.address().toString());
    line.add(row.time().map(CsvLine::time).orElse(""));
    line.add(row.kind().map(NineColumns::malware).orElse(""));
    line.add(port(own));
    line.add(other.address().toString());
    line.add(port(other));
    line.add(other.host());
    line.add(row.transport().word());
  }

  /** The family; for what has none, the service or the class. */
  private static String malware(Kind kind) {
    if (!kind.family().isEmpty()) {
      return kind.family();
    }
    return kind.identifier().isEmpty() ? kind.rsit().type() : kind.identifier();
  }

  private static String port(Endpoint side) {
    return side.hasPort() ? Integer.toString(side.port()) : "";
  }
}
