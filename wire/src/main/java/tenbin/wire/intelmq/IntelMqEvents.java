package tenbin.wire.intelmq;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.json.Json;
import tenbin.wire.record.ColumnTable;
import tenbin.wire.record.Keeping;
import tenbin.wire.record.Markings;
import tenbin.wire.record.RecordLost;
import tenbin.wire.record.Sensing;
import tenbin.wire.record.Values;

/** Turns the events of one report into observations. */
final class IntelMqEvents {
  /** What has a named field of ours; everything else is kept. */
  private static final Set<String> NAMED =
      Set.of(
          "classification.type",
          "classification.taxonomy",
          "classification.identifier",
          "malware.name",
          "severity",
          "time.source",
          "protocol.transport",
          "source.ip",
          "source.port",
          "source.asn",
          "source.fqdn",
          "source.reverse_dns",
          "source.url",
          "destination.ip",
          "destination.port",
          "destination.asn",
          "destination.fqdn",
          "destination.reverse_dns",
          "feed.name",
          "tlp");

  /**
   * Names of harmonisation; those of "extra" are the ones that Shadowserver's and n6's bots use.
   */
  static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C0 source.as_name source.geolocation.cc source.registry source.network source.allocated
          C1 malware.version malware.hash malware.hash.* product.* protocol.application
          C1 event_description.text event_description.url event_description.target extra.tag
          C1 extra.infection extra.device_vendor extra.device_type extra.device_model
          C1 extra.device_version extra.vulnerability extra.tool extra.amplification
          C2 source.urlpath source.domain_suffix source.tor_node source.local_ip
          C2 source.local_hostname source.geolocation.* extra.source.local_port extra.naics
          C2 extra.sector extra.ssl_version extra.cipher extra.http_agent extra.user_agent
          C3 extra.http_referer extra.payload extra.request extra.body screenshot_url
          C4 source.account source.abuse_contact extra.username extra.password
          C5 constituency
          C8 destination.* feed.* time.observation raw output misp.* rtir_id event_hash
          C9 comment status
          """);

  private final Sink sink;
  private final Values values;
  private final Markings markings;
  private final Keeping keeping;
  private final Map<Kind, Kind> kinds = new HashMap<>();

  IntelMqEvents(Report report, Sink sink) {
    this.sink = sink;
    this.values = new Values(sink, report.receivedAt());
    this.markings = new Markings(sink, values);
    this.keeping = new Keeping(COLUMNS, report.limits().mostColumns());
  }

  void event(long row, Json.Members event) throws IOException {
    values.at(row);
    keeping.clear();
    try {
      Observation seen = observation(row, event);
      markings.of(event.text("tlp"));
      sink.observation(seen);
    } catch (RecordLost lost) {
      values.lost(lost);
    }
  }

  private Observation observation(long row, Json.Members event) throws IOException, RecordLost {
    Moment time = time(event);
    String url = event.text("source.url");
    Endpoint source = Values.withHostOf(url, side(event, "source."));
    Values.needSomebody(source, url, List.of("source.ip", "source.fqdn", "source.url"));
    Kind kind = kind(event);
    event.flatten("", (name, value) -> keep(event, name, value));
    if (keeping.dropped() > 0) {
      values.note(Fault.TOO_MANY_COLUMNS, keeping.dropped() + " fields dropped");
    }
    return Observation.builder(kind, time)
        .row(row)
        .severity(values.severity("severity", event.text("severity")))
        .transport(values.transport("protocol.transport", event.text("protocol.transport")))
        .source(source)
        .destination(side(event, "destination."))
        .sides(Sensing.ofSource(kind.rsit()))
        .url(url)
        .sensor(event.text("feed.name"))
        .extra(keeping.take())
        .build();
  }

  /** The source's own time; where it told none, when it was collected, which is kept as well. */
  private Moment time(Json.Members event) throws IOException, RecordLost {
    String source = event.text("time.source");
    return source.isEmpty()
        ? values.time("time.observation", event.text("time.observation"))
        : values.time("time.source", source);
  }

  private Endpoint side(Json.Members event, String side) throws IOException {
    return new Endpoint(
        values.address(side + "ip", event.text(side + "ip")),
        values.port(side + "port", event.text(side + "port")),
        values.asn(side + "asn", event.text(side + "asn")),
        values.host(side + "fqdn", event.text(side + "fqdn")),
        values.host(side + "reverse_dns", event.text(side + "reverse_dns")));
  }

  private Kind kind(Json.Members event) throws IOException {
    String type = event.text("classification.type");
    Optional<Rsit> rsit = IntelMqTypes.of(type);
    if (rsit.isEmpty()) {
      values.note(Fault.UNKNOWN_KIND, "classification.type \"" + type + "\"");
      keeping.keep("classification.type", type);
    }
    Kind kind =
        new Kind(
            rsit.orElse(Rsit.UNDETERMINED),
            event.text("classification.identifier"),
            event.text("malware.name").toLowerCase(Locale.ROOT));
    return kinds.computeIfAbsent(kind, same -> same);
  }

  /** Keeps what no named field took: also a named one whose value was unreadable. */
  private void keep(Json.Members event, String name, String value) {
    boolean scalar = !event.text(name).isEmpty();
    if (!(scalar && NAMED.contains(name))) {
      keeping.keep(name, value);
    }
  }
}
