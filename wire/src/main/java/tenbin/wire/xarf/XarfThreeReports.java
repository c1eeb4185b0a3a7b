package tenbin.wire.xarf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Address;
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
import tenbin.wire.json.Json;
import tenbin.wire.record.ColumnTable;
import tenbin.wire.record.Keeping;
import tenbin.wire.record.RecordLost;
import tenbin.wire.record.Sensing;
import tenbin.wire.record.Values;

/**
 * Turns the XARF 3 reports of one file into observations. A report that breaks its schema is noted
 * with each broken rule, and lost when it does not tell time and place.
 */
final class XarfThreeReports {
  private static final Set<String> NAMED =
      Set.of(
          "Report.Date",
          "Report.SourceIp",
          "Report.SourcePort",
          "Report.ReportType",
          "Report.ASN",
          "Report.DestinationIp",
          "Report.SourceUrl",
          "Report.TransportProtocol",
          "Report.MalwareName",
          "Report.BotnetName",
          "Report.ReporterSeverity",
          "ReporterInfo.ReporterOrg",
          "Version");

  private static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C1 Report.ReportClass Report.ReportSubType Report.ServiceName Report.ServiceVersion
          C1 Report.CVE Report.CVSS.* Report.FileHash.* Report.FileSize Report.MaterialType
          C2 Report.FirstSeen Report.Ongoing Report.ByteCount Report.PacketCount Report.RpzDomain
          C3 Report.Samples Report.ReporterNotes Report.FileName Report.HarassmentDescription
          C4 Report.Account.* Report.PasswordHash.* Report.SmtpMailFromAddress
          C4 Report.Harasser
          C5 Report.InfringedMaterial Report.TrademarkedMaterial OnBehalfOf.*
          C8 ReporterInfo.* Report.ReporterCaseID Disclosure Report.AttackerIp Report.AttackerPort
          C8 Report.DestinationPort Report.SmtpRcptToAddress
          C9 InternalProcessing.*
          """);

  private final Sink sink;
  private final Values values;
  private final Keeping keeping;

  XarfThreeReports(Report report, Sink sink) {
    this.sink = sink;
    this.values = new Values(sink, report.receivedAt());
    this.keeping = new Keeping(COLUMNS, report.limits().mostColumns());
  }

  void report(long row, Json.Members whole) throws IOException {
    values.at(row);
    keeping.clear();
    for (String rule : XarfThreeRules.broken(whole)) {
      values.note(Fault.SCHEMA_VIOLATION, rule);
    }
    try {
      sink.observation(observation(row, whole));
    } catch (RecordLost lost) {
      values.lost(lost);
    }
  }

  private Observation observation(long row, Json.Members whole) throws IOException, RecordLost {
    if (!(whole.get("Report") instanceof Json.Members report)) {
      throw new RecordLost(Fault.REQUIRED_FIELD_MISSING, "Report");
    }
    Moment time = values.time("Report.Date", report.text("Date"));
    Kind kind = kind(report);
    boolean account = kind.rsit() == Rsit.UNPRIVILEGED_ACCOUNT_COMPROMISE;
    String url = report.text("SourceUrl");
    Endpoint source = Values.withHostOf(url, source(report));
    Endpoint destination = destination(report);
    Values.needSomebody(
        account ? destination : source, url, List.of("Report.SourceIp", "Report.SourceUrl"));
    whole.flatten("", (name, value) -> keep(report, name, value));
    if (keeping.dropped() > 0) {
      values.note(Fault.TOO_MANY_COLUMNS, keeping.dropped() + " fields dropped");
    }
    return Observation.builder(kind, time)
        .row(row)
        .severity(values.severity("ReporterSeverity", report.text("ReporterSeverity")))
        .transport(transport(report))
        .source(source)
        .destination(destination)
        .sides(account ? Sides.ABOUT_DESTINATION : Sensing.ofSource(kind.rsit()))
        .url(url)
        .sensor(whole.members("ReporterInfo").text("ReporterOrg"))
        .extra(keeping.take())
        .build();
  }

  private Endpoint source(Json.Members report) throws IOException, RecordLost {
    String ip = report.text("SourceIp");
    return new Endpoint(
        ip.isEmpty() ? Address.NONE : values.neededAddress("Report.SourceIp", ip),
        values.port("Report.SourcePort", report.text("SourcePort")),
        values.asn("Report.ASN", report.text("ASN")),
        "",
        "");
  }

  /** Of several ports the first one; all of them are kept. */
  private Endpoint destination(Json.Members report) throws IOException {
    List<Json> several = report.elements("DestinationPort");
    String port = several.isEmpty() ? report.text("DestinationPort") : several.getFirst().scalar();
    return Endpoint.of(
        values.address("Report.DestinationIp", report.text("DestinationIp")),
        values.port("Report.DestinationPort", port));
  }

  private Kind kind(Json.Members report) throws IOException {
    String type = report.text("ReportType");
    Optional<Rsit> rsit = XarfTypes.ofThree(type);
    if (rsit.isEmpty()) {
      values.note(Fault.UNKNOWN_KIND, "ReportType \"" + type + "\"");
    }
    String family = report.text("MalwareName");
    family = family.isEmpty() ? report.text("BotnetName") : family;
    return new Kind(
        rsit.orElse(Rsit.UNDETERMINED),
        type.toLowerCase(Locale.ROOT),
        family.toLowerCase(Locale.ROOT));
  }

  private Transport transport(Json.Members report) throws IOException {
    return values.transport("TransportProtocol", report.text("TransportProtocol"));
  }

  private void keep(Json.Members report, String name, String value) {
    boolean onePort =
        name.equals("Report.DestinationPort") && report.elements("DestinationPort").isEmpty();
    if (!NAMED.contains(name) && !onePort) {
      keeping.keep(name, value);
    }
  }
}
