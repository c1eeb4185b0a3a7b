package tenbin.wire.dshield;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tenbin.nouns.consent.Category;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.csv.Dialect;
import tenbin.wire.text.Addresses;
import tenbin.wire.text.Numbers;
import tenbin.wire.text.RowFaults;
import tenbin.wire.text.Times;

/**
 * Reads firewall logs in DShield's format: date, time and zone, author, count, source and its port,
 * target and its port, protocol, flags, with tabs or blanks between. The target is the sensor and
 * the author its owner.
 */
public final class LogReader implements Reader {
  private static final Format FORMAT = new Format("dshield-log");
  private static final Dialect DIALECT = new Dialect('\t', Dialect.Quoting.NONE, '#');
  private static final Kind KIND = new Kind(Rsit.SCANNER, "dshield-log", "");
  private static final Columns FLAGS = new Columns(List.of(new Column("flags", Category.C1)));
  private static final Pattern BLANKS = Pattern.compile("[\t ]+");
  private static final Pattern ROW =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[\t ]+\\d\\d:\\d\\d:\\d\\d[\t ]+[+-]\\d\\d:?\\d\\d[\t ]+"
              + "\\S+[\t ]+\\d+[\t ]+[0-9a-fA-F.:]+[\t ].*");

  private static final int AUTHOR = 3;
  private static final int COUNT = 4;
  private static final int SOURCE = 5;
  private static final int TARGET = 7;
  private static final int PROTOCOL = 9;
  private static final int FLAG = 10;

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    for (String line : sample.text().split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        return ROW.matcher(line.trim()).matches() ? Likeness.LIKELY : Likeness.NONE;
      }
    }
    return Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    new Log(report, sink).read();
  }

  /** One log being read. */
  private static final class Log {
    private final Sink sink;
    private final Rows rows;
    private final RowFaults faults;
    private final Times times;
    private final Addresses addresses = new Addresses();
    private final Extra.Packer packer = new Extra.Packer(FLAGS);

    Log(Report report, Sink sink) throws IOException {
      this.sink = sink;
      this.rows = new Rows(report, DIALECT, sink);
      this.faults = rows.faults();
      this.times = new Times(report.receivedAt());
    }

    void read() throws IOException, Refused {
      while (rows.next()) {
        rows.count();
        String line = String.join("\t", rows.texts()).trim();
        String[] words = BLANKS.split(line, -1);
        if (words.length < PROTOCOL + 1) {
          faults.report(Fault.ROW_UNREADABLE, words.length + " words: " + line);
        } else {
          readRow(words);
        }
      }
    }

    private void readRow(String[] words) throws IOException {
      Optional<Moment> when = times.read(words[0] + " " + words[1] + words[2]);
      if (when.isEmpty()) {
        faults.report(times.fault(), words[0] + " " + words[1] + " " + words[2]);
        return;
      }
      Address source = addresses.read(words[SOURCE]);
      if (!source.isPresent()) {
        faults.report(Fault.ADDRESS_UNREADABLE, "source " + words[SOURCE]);
        return;
      }
      faults.note(addresses, "source", source);
      if (words.length > FLAG) {
        packer.add(0, words[FLAG]);
      }
      sink.observation(
          Observation.builder(KIND, when.get())
              .row(rows.number())
              .source(Endpoint.of(source, port(words[SOURCE + 1])))
              .destination(target(words))
              .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
              .transport(transport(words[PROTOCOL]))
              .sensor(words[AUTHOR])
              .count(count(words[COUNT]))
              .extra(packer.pack())
              .build());
    }

    private Endpoint target(String[] words) throws IOException {
      Address target = addresses.read(words[TARGET]);
      int port = port(words[TARGET + 1]);
      return new Endpoint(target, port, Asn.NONE, "", "");
    }

    /** DShield writes "???" where a protocol has no ports. */
    private int port(String word) throws IOException {
      int port = Numbers.port(word);
      if (port < 0 && !word.startsWith("?") && !word.equals("-")) {
        faults.report(Fault.PORT_UNREADABLE, word);
      }
      return port < 0 ? Endpoint.NO_PORT : port;
    }

    private Transport transport(String word) throws IOException {
      Optional<Transport> read = Transport.tryParse(word);
      if (read.isEmpty()) {
        faults.report(Fault.VALUE_UNREADABLE, "protocol " + word);
      }
      return read.orElse(Transport.NOT_TOLD);
    }

    private long count(String word) throws IOException {
      byte[] text = word.getBytes(US_ASCII);
      long count = Numbers.read(text, 0, text.length, Long.MAX_VALUE);
      if (count < 1) {
        faults.report(Fault.VALUE_UNREADABLE, "count " + word);
      }
      return Math.max(1, count);
    }
  }
}
