package tenbin.wire.dshield;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.consent.Category;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
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
 * Reads DShield's recommended block list: tab-separated start, end, netmask, attacks, name,
 * country, contact; "#" begins a comment. Each block becomes one observation about its first
 * address. The list sums up three days before the time its comments tell, so each observation lies
 * somewhere in those: its clock error is three days.
 */
public final class BlockListReader implements Reader {
  private static final Format FORMAT = new Format("dshield-block-list");
  private static final Dialect DIALECT =
      new Dialect('\t', Dialect.Quoting.NONE, Dialect.NO_COMMENT);
  private static final Duration SPAN = Duration.ofDays(3);
  private static final Kind KIND = new Kind(Rsit.SCANNER, "dshield-block-list", "");
  private static final int LEAST_FIELDS = 4;
  private static final int ATTACKS = 3;

  private static final DateTimeFormatter UPDATED =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy zzz", Locale.ENGLISH);

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              new Column("end", Category.C2),
              new Column("netmask", Category.C2),
              new Column("attacks", Category.C2),
              new Column("name", Category.C5),
              new Column("country", Category.C2),
              new Column("contact", Category.C4)));

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    String text = sample.text();
    if (text.contains("DShield.org Recommended Block List")) {
      return Likeness.CERTAIN;
    }
    return text.contains("Start\tEnd\tNetblock\tAttacks") ? Likeness.LIKELY : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    new Blocks(report, sink).read();
  }

  /** One list being read. */
  private static final class Blocks {
    private final Sink sink;
    private final Rows rows;
    private final RowFaults faults;
    private final Times times;
    private final Addresses addresses = new Addresses();
    private final Extra.Packer packer = new Extra.Packer(COLUMNS);
    private Optional<Moment> updated = Optional.empty();

    Blocks(Report report, Sink sink) throws IOException {
      this.sink = sink;
      this.rows = new Rows(report, DIALECT, sink);
      this.faults = rows.faults();
      this.times = new Times(report.receivedAt());
    }

    void read() throws IOException, Refused {
      while (rows.next()) {
        if (rows.text(0).startsWith("#")) {
          lookForTime(rows.text(0));
        } else if (!rows.text(0).equals("Start")) {
          rows.count();
          readBlock();
        }
      }
    }

    private void lookForTime(String comment) {
      int at = comment.indexOf("updated:");
      if (at < 0) {
        return;
      }
      try {
        ZonedDateTime told = ZonedDateTime.parse(comment.substring(at + 8).trim(), UPDATED);
        updated = Optional.of(Moment.of(told.toInstant().minus(SPAN), SPAN.toNanos()));
      } catch (DateTimeException unreadable) {
        updated = Optional.empty();
      }
    }

    private void readBlock() throws IOException {
      if (rows.fields() < LEAST_FIELDS) {
        faults.report(Fault.ROW_UNREADABLE, rows.text(0));
        return;
      }
      Address start = addresses.read(rows.text(0));
      if (!start.isPresent()) {
        faults.report(Fault.ADDRESS_UNREADABLE, "start " + rows.text(0));
      } else if (updated.isEmpty()) {
        faults.report(Fault.TIME_MISSING, "the list does not tell when it was updated");
      } else if (!times.isPlausible(updated.get())) {
        faults.report(Fault.TIME_IMPLAUSIBLE, "updated " + updated.get());
      } else {
        faults.note(addresses, "start", start);
        hand(start, updated.get());
      }
    }

    private void hand(Address start, Moment when) throws IOException {
      for (int i = 1; i < Math.min(rows.fields(), COLUMNS.size() + 1); i++) {
        packer.add(i - 1, rows.text(i).trim());
      }
      sink.observation(
          Observation.builder(KIND, when)
              .row(rows.number())
              .source(Endpoint.of(start, Endpoint.NO_PORT))
              .count(attacks())
              .extra(packer.pack())
              .build());
    }

    private long attacks() throws IOException {
      byte[] text = rows.text(ATTACKS).trim().getBytes(US_ASCII);
      long attacks = Numbers.read(text, 0, text.length, Long.MAX_VALUE);
      if (attacks < 1) {
        faults.report(Fault.VALUE_UNREADABLE, "attacks " + rows.text(ATTACKS));
      }
      return Math.max(1, attacks);
    }
  }
}
