package tenbin.wire.xarf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.record.ColumnTable;
import tenbin.wire.record.FlatYaml;
import tenbin.wire.record.Keeping;
import tenbin.wire.record.Markings;
import tenbin.wire.record.RecordLost;
import tenbin.wire.record.Sensing;
import tenbin.wire.record.Values;

/**
 * The report.txt of X-ARF mails, version 0.1 and 0.2. Its Port is the <em>destination's</em>: the
 * format has no source port, though some reporters add one. Not for several threads.
 */
public final class XarfMail {
  private static final Set<String> NAMED =
      Set.of(
          "Date",
          "Source",
          "Port",
          "Source-Port",
          "Report-Type",
          "Reported-From",
          "Occurrences",
          "TLP",
          "Destination");

  private static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C0 Version Schema-URL Attachment
          C1 Category Service Malware Virus-Name File-Hash
          C2 Source-Type Destination-Type Download-Link Download-Port Domain Target-Url Username-Count
          C3 Description Comment
          C4 Username Account
          C5 Brand Target Complainant
          C8 Report-ID User-Agent Reported-By Destination-*
          """);

  private final Sink sink;
  private final Values values;
  private final Markings markings;
  private final Keeping keeping;
  private long row;

  /**
   * The X-ARF reports of one mail.
   *
   * @param report the mail
   * @param sink where rows go
   */
  public XarfMail(Report report, Sink sink) {
    this.sink = sink;
    this.values = new Values(sink, report.receivedAt());
    this.markings = new Markings(sink, values);
    this.keeping = new Keeping(COLUMNS, report.limits().mostColumns());
  }

  /** Whether a text part is a report.txt: it has to name the reporter and the source. */
  public static boolean isReport(String text) {
    return text.contains("Reported-From:") && text.contains("Source:");
  }

  /** Reads the reports of one part; mostly there is one. */
  public void read(String text) throws IOException {
    for (Map<String, String> fields : FlatYaml.read(text)) {
      values.at(++row);
      keeping.clear();
      try {
        Observation seen = observation(canonical(fields));
        sink.observation(seen);
      } catch (RecordLost lost) {
        values.lost(lost);
      }
    }
  }

  /** Field names are written in any case; a table wants one. */
  private static Map<String, String> canonical(Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>();
    fields.forEach((name, value) ->
        all.put(NAMED.stream().filter(name::equalsIgnoreCase).findFirst().orElse(name), value));
    return all;
  }

  private Observation observation(Map<String, String> fields) throws IOException, RecordLost {
    Moment time = values.time("Date", of(fields, "Date"));
    Kind kind = kind(fields);
    String text = of(fields, "Source");
    boolean uri = text.contains("://");
    Endpoint source = uri ? Values.withHostOf(text, Endpoint.NONE) : source(fields, text);
    Values.needSomebody(source, uri ? text : "", List.of("Source"));
    fields.forEach((name, value) -> {
      if (!NAMED.contains(name) && !value.equals("none")) {
        keeping.keep(name, value);
      }
    });
    markings.of(of(fields, "TLP"));
    return Observation.builder(kind, time)
        .row(row)
        .source(source)
        .destination(destination(fields))
        .transport(Transport.NOT_TOLD)
        .sides(Sensing.ofSource(kind.rsit()))
        .url(uri ? text : "")
        .sensor(of(fields, "Reported-From"))
        .count(values.count("Occurrences", of(fields, "Occurrences")))
        .extra(keeping.take())
        .build();
  }

  private Endpoint source(Map<String, String> fields, String text) throws IOException, RecordLost {
    String type = of(fields, "Source-Type").toLowerCase(Locale.ROOT);
    boolean address =
        type.startsWith("ip") || text.indexOf(':') >= 0 || Address.tryParse(text).isPresent();
    if (!address && text.indexOf('@') >= 0) {
      throw new RecordLost(Fault.ADDRESS_MISSING, "Source is a mail address");
    }
    return new Endpoint(
        address ? values.neededAddress("Source", text) : Address.NONE,
        values.port("Source-Port", of(fields, "Source-Port")),
        Asn.NONE,
        address ? "" : values.host("Source", text),
        "");
  }

  private Endpoint destination(Map<String, String> fields) throws IOException {
    return Endpoint.of(
        values.address("Destination", of(fields, "Destination")),
        values.port("Port", of(fields, "Port")));
  }

  private Kind kind(Map<String, String> fields) throws IOException {
    String category = of(fields, "Category");
    String type = of(fields, "Report-Type");
    Optional<Rsit> rsit = XarfTypes.ofMail(category, type);
    if (rsit.isEmpty()) {
      values.note(Fault.UNKNOWN_KIND, "Category " + category + ", Report-Type " + type);
    }
    return new Kind(rsit.orElse(Rsit.UNDETERMINED), type.toLowerCase(Locale.ROOT), "");
  }

  private static String of(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }
}
