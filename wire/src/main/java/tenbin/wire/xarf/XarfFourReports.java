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
import tenbin.nouns.observation.Severity;
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

/** Turns the XARF 4 reports of one file into observations. */
final class XarfFourReports {
  private static final Set<String> NAMED =
      Set.of(
          "classification_identifier",
          "observation_count",
          "source_host",
          "source_asn",
          "source_reverse_dns",
          "destination_host",
          "destination_asn",
          "destination_reverse_dns",
          "timestamp",
          "source_identifier",
          "source_port",
          "category",
          "type",
          "destination_ip",
          "destination_port",
          "protocol",
          "malware_family",
          "url",
          "infringing_url",
          "severity",
          "risk_level",
          "reporter.org");

  private static final String RSIT_TAG = "rsit:";
  private static final String SEEN_BY_TAG = "seen-by:";

  /** Where a writer of ours puts what XARF has no member for. */
  private static final String EXTRA = "extra.";

  private static final List<String> REQUIRED =
      List.of("xarf_version", "report_id", "reporter", "sender", "category", "type");

  /** The named fields of the 4.2.0 schemas; "evidence" is a reference without its payload. */
  static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C0 xarf_version legacy_version
          C1 service service_version cve_id cvss_score cvss_vector patch_available exploitability
          C1 attack_vector attack_pattern scan_type infection_type infection_vector bot_type
          C1 compromise_type compromise_method vulnerability_cve misconfiguration_type
          C1 remediation file_hash file_hash.* file_size detection_names threat_type ioc_type
          C1 fraud_type hash_values.* tags confidence confidence_score webshell_type
          C1 scanner_signature vulnerabilities_probed targeted_services attack_technique
          C1 p2p_protocol scraping_pattern bot_signature
          C2 service_port port first_seen last_seen duration_seconds duration_minutes peak_pps
          C2 peak_bps total_packets total_bytes attempt_count attempts_count successful_logins
          C2 domain c2_server c2_communications malicious_files packets_sent total_requests
          C2 request_rate scan_rate scan_duration volume_per_hour http_method user_agent
          C2 botnet_participation communication_frequency ports_scanned targeted_ports
          C3 evidence subject description payload_sample injection_point probed_resources
          C3 message_info.* compromise_evidence scheme_description infringing_content
          C4 smtp_from username_patterns password_patterns uploader_id registrant_details.*
          C5 target_brand affected_brand affected_organization legitimate_site rights_holder
          C5 impersonated_entity work_title target_url
          C6 estimated_loss_usd financial_loss_reported victim_count record_count
          C8 report_id reporter.* sender.* evidence_source detection_method sources bot_id smtp_to
          C9 _internal.*
          """);

  private final Sink sink;
  private final Values values;
  private final Keeping keeping;

  XarfFourReports(Report report, Sink sink) {
    this.sink = sink;
    this.values = new Values(sink, report.receivedAt());
    this.keeping = new Keeping(COLUMNS, report.limits().mostColumns());
  }

  void report(long row, Json.Members report) throws IOException {
    values.at(row);
    keeping.clear();
    try {
      sink.observation(observation(row, report));
    } catch (RecordLost lost) {
      values.lost(lost);
    }
  }

  private Observation observation(long row, Json.Members report) throws IOException, RecordLost {
    Moment time = values.time("timestamp", report.text("timestamp"));
    for (String name : REQUIRED) {
      if (report.get(name) == Json.Null.NULL) {
        values.note(Fault.SCHEMA_VIOLATION, name + " is missing");
      }
    }
    String url = report.text("url");
    url = url.isEmpty() ? report.text("infringing_url") : url;
    url = url.isEmpty() && isUri(report) ? report.text("source_identifier") : url;
    Endpoint source = source(report, url);
    Kind kind = kind(report);
    report.flatten(
        "",
        (name, value) -> {
          if (!NAMED.contains(name) && !isOurTags(report, name)) {
            keeping.keep(name.startsWith(EXTRA) ? name.substring(EXTRA.length()) : name, value);
          }
        });
    if (keeping.dropped() > 0) {
      values.note(Fault.TOO_MANY_COLUMNS, keeping.dropped() + " fields dropped");
    }
    return Observation.builder(kind, time)
        .row(row)
        .severity(severity(report))
        .transport(transport(report))
        .source(source)
        .destination(destination(report))
        .sides(sides(report, kind.rsit()))
        .url(url)
        .sensor(report.members("reporter").text("org"))
        .count(values.count("observation_count", report.text("observation_count")))
        .extra(keeping.take())
        .build();
  }

  private static boolean isUri(Json.Members report) {
    return report.text("source_identifier").contains("://");
  }

  /** An identifier that is no address is a name; what is neither is kept as it is. */
  private Endpoint source(Json.Members report, String url) throws IOException, RecordLost {
    String identifier = report.text("source_identifier");
    if (identifier.isEmpty()) {
      throw new RecordLost(Fault.REQUIRED_FIELD_MISSING, "source_identifier");
    }
    boolean uri = isUri(report);
    boolean address =
        !uri && (identifier.indexOf(':') >= 0 || Address.tryParse(identifier).isPresent());
    Address ip = address ? values.neededAddress("source_identifier", identifier) : Address.NONE;
    String host = address || uri ? "" : values.host("source_identifier", identifier);
    if (!address && !uri && host.isEmpty()) {
      keeping.keep("source_identifier", identifier);
    }
    if (!report.text("source_host").isEmpty()) {
      host = values.host("source_host", report.text("source_host"));
    }
    Endpoint source =
        new Endpoint(
            ip,
            port(report),
            values.asn("source_asn", report.text("source_asn")),
            host,
            values.host("source_reverse_dns", report.text("source_reverse_dns")));
    Values.needSomebody(source, url, List.of("source_identifier", "url"));
    return Values.withHostOf(url, source);
  }

  /** Of an open or weak service the reported port is the service's own. */
  private int port(Json.Members report) throws IOException {
    String source = report.text("source_port");
    if (source.isEmpty() && report.text("category").equals("vulnerability")) {
      String service = report.text("service_port");
      return service.isEmpty()
          ? values.port("port", report.text("port"))
          : values.port("service_port", service);
    }
    return values.port("source_port", source);
  }

  private Endpoint destination(Json.Members report) throws IOException {
    return new Endpoint(
        values.address("destination_ip", report.text("destination_ip")),
        values.port("destination_port", report.text("destination_port")),
        values.asn("destination_asn", report.text("destination_asn")),
        values.host("destination_host", report.text("destination_host")),
        values.host("destination_reverse_dns", report.text("destination_reverse_dns")));
  }

  /** The class that a writer of ours put into a tag: the 32 types do not cover the taxonomy. */
  private static Optional<Rsit> tagged(Json.Members report) {
    return report.elements("tags").stream()
        .map(Json::scalar)
        .filter(tag -> tag.startsWith(RSIT_TAG))
        .findFirst()
        .flatMap(tag -> Rsit.tryOfType(tag.substring(RSIT_TAG.length())));
  }

  private static boolean isOurTags(Json.Members report, String name) {
    return name.equals("tags")
        && report.elements("tags").stream()
            .map(Json::scalar)
            .allMatch(tag -> tag.startsWith(RSIT_TAG) || tag.startsWith(SEEN_BY_TAG));
  }

  private Kind kind(Json.Members report) throws IOException {
    String type = report.text("type").toLowerCase(Locale.ROOT).replace('-', '_');
    Optional<Rsit> rsit = tagged(report).or(() -> XarfTypes.ofFour(type));
    if (rsit.isEmpty()) {
      values.note(Fault.UNKNOWN_KIND, report.text("category") + "/" + report.text("type"));
    }
    return new Kind(
        rsit.orElse(Rsit.UNDETERMINED),
        tagged(report).isPresent() ? report.text("classification_identifier") : type,
        report.text("malware_family").toLowerCase(Locale.ROOT));
  }

  private Severity severity(Json.Members report) throws IOException {
    String severity = report.text("severity");
    return severity.isEmpty()
        ? values.severity("risk_level", report.text("risk_level"))
        : values.severity("severity", severity);
  }

  /** "protocol" of a spam report names the application: smtp runs over TCP. */
  private Transport transport(Json.Members report) throws IOException {
    String protocol = report.text("protocol").toLowerCase(Locale.ROOT);
    return switch (protocol) {
      case "smtp", "http", "https", "ssh", "ftp", "imap", "pop3" -> Transport.TCP;
      default -> values.transport("protocol", protocol);
    };
  }

  private static Sides sides(Json.Members report, Rsit rsit) {
    return switch (report.text("evidence_source")) {
      case "traffic_analysis", "flow_analysis" -> Sides.ABOUT_SOURCE;
      case "honeypot", "spamtrap", "ids_detection", "firewall_logs" ->
          Sides.ABOUT_SOURCE_SENSOR_DESTINATION;
      default -> Sensing.ofSource(rsit);
    };
  }
}
