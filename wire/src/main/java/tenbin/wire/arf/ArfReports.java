package tenbin.wire.arf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.record.ColumnTable;
import tenbin.wire.record.HeaderText;
import tenbin.wire.record.Keeping;
import tenbin.wire.record.RecordLost;
import tenbin.wire.record.Values;

/**
 * The feedback reports of one mail (RFC 5965 section 3). The host that was complained about spoke
 * SMTP to the reporter's server, which is the sensor. Not for several threads.
 */
public final class ArfReports {
  private static final Set<String> NAMED =
      Set.of(
          "feedback-type",
          "source-ip",
          "source-port",
          "arrival-date",
          "received-date",
          "reported-uri",
          "incidents");

  /** Whatever names the mailbox that complained, or its provider, is provenance. */
  private static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C0 version
          C1 abuse-type auth-failure delivery-result virus-name
          C2 dkim-domain
          C2 dkim-identity dkim-selector spf-dns identity-alignment original.message-id
          C3 original.subject dkim-canonicalized-header dkim-canonicalized-body
          C4 original-mail-from original.from
          C8 user-agent reporting-mta reported-domain authentication-results redacted-address
          C8 original-rcpt-to original-envelope-id removal-recipient
          """);

  private final Sink sink;
  private final Values values;
  private final Keeping keeping;
  private final String reporter;
  private long row;

  /**
   * The reports of one mail.
   *
   * @param report the mail
   * @param sink where rows go
   * @param reporter the domain that sent the mail
   */
  public ArfReports(Report report, Sink sink, String reporter) {
    this.sink = sink;
    this.values = new Values(sink, report.receivedAt());
    this.keeping = new Keeping(COLUMNS, report.limits().mostColumns());
    this.reporter = reporter;
  }

  /**
   * Reads one report.
   *
   * @param text of the message/feedback-report
   * @param original the header of the mail complained about
   * @param mailDate when the report was sent, for reports that do not tell their time
   */
  public void read(String text, HeaderText original, String mailDate) throws IOException {
    HeaderText fields = HeaderText.of(text);
    values.at(++row);
    keeping.clear();
    try {
      sink.observation(observation(fields, original, mailDate));
    } catch (RecordLost lost) {
      values.lost(lost);
    }
  }

  private Observation observation(HeaderText fields, HeaderText original, String mailDate)
      throws IOException, RecordLost {
    Kind kind = kind(fields);
    Moment time = time(fields, mailDate);
    Endpoint source =
        new Endpoint(
            values.neededAddress("Source-IP", bare(fields.first("source-ip"))),
            values.port("Source-Port", fields.first("source-port")),
            Asn.NONE,
            "",
            "");
    List<String> uris = fields.all("reported-uri");
    fields.forEach((name, value) -> keep(name, value, fields));
    if (uris.size() > 1) {
      keeping.keep("reported-uri", String.join(" ", uris));
    }
    keeping.keep("original.subject", original.first("subject"));
    keeping.keep("original.from", original.first("from"));
    keeping.keep("original.message-id", original.first("message-id"));
    return Observation.builder(kind, time)
        .row(row)
        .source(source)
        .transport(Transport.TCP)
        .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
        .url(uris.isEmpty() ? "" : uris.getFirst())
        .sensor(reporter)
        .count(values.count("Incidents", fields.first("incidents")))
        .extra(keeping.take())
        .build();
  }

  /** Some put the address into brackets, as a Received field does. */
  private static String bare(String address) {
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    return bracketed ? address.substring(1, address.length() - 1) : address;
  }

  /** Arrival-Date; Received-Date in the drafts of it, which large providers still send. */
  private Moment time(HeaderText fields, String mailDate) throws IOException, RecordLost {
    String arrival = fields.first("arrival-date");
    String told = arrival.isEmpty() ? fields.first("received-date") : arrival;
    if (told.isEmpty() && !mailDate.isEmpty()) {
      values.note(Fault.VALUE_UNREADABLE, "no Arrival-Date; the mail's own Date is taken");
      return values.time("Date", mailDate);
    }
    return values.time("Arrival-Date", told);
  }

  private Kind kind(HeaderText fields) throws IOException, RecordLost {
    String type = fields.first("feedback-type").toLowerCase(Locale.ROOT);
    if (type.equals("not-spam")) {
      throw new RecordLost(Fault.ROW_UNREADABLE, "not-spam reports no abuse (RFC 6430)");
    }
    Optional<Rsit> rsit = ofType(type);
    if (rsit.isEmpty()) {
      values.note(Fault.UNKNOWN_KIND, "Feedback-Type \"" + type + "\"");
    }
    return new Kind(rsit.orElse(Rsit.UNDETERMINED), type, "");
  }

  /** IANA's registry of feedback report types (RFC 5965 section 7.3, RFC 6591, RFC 6430). */
  private static Optional<Rsit> ofType(String type) {
    return switch (type) {
      case "abuse", "opt-out", "opt-out-list", "miscategorized" -> Optional.of(Rsit.SPAM);
      case "fraud" -> Optional.of(Rsit.PHISHING);
      case "virus" -> Optional.of(Rsit.MALWARE_DISTRIBUTION);
      case "auth-failure", "dmarc" -> Optional.of(Rsit.MASQUERADE);
      case "other" -> Optional.of(Rsit.OTHER);
      default -> Optional.empty();
    };
  }

  /** Keeps the first of equal names under its name, all of them when there are several. */
  private void keep(String name, String value, HeaderText fields) {
    if (!NAMED.contains(name)) {
      List<String> all = fields.all(name);
      keeping.keep(name, all.size() > 1 ? String.join("\n", all) : value);
    }
  }
}
