package tenbin.wire.n6;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
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
 * Turns the events of one report into observations: an event lists one host's or one name's
 * addresses, and each of them may lie in another member's network.
 */
final class NSixEvents {
  private static final Set<String> NAMED =
      Set.of(
          "category",
          "time",
          "name",
          "source",
          "sport",
          "dport",
          "proto",
          "dip",
          "fqdn",
          "url",
          "count");

  private static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C0 address.cc
          C1 md5 sha1 sha256 confidence tags device_type device_vendor device_model
          C1 device_version product registrar alternative_fqdns method min_amplification
          C2 until first_seen url_pattern
          C3 request intelmq
          C5 target
          C4 username email x509issuer x509subject
          C8 id rid adip origin restriction modified expires status replaces injects ipmi_version
          C8 mac_address phone proxy_type dns_version iban channel sender block internal_ip
          """);

  private final Sink sink;
  private final Values values;
  private final Keeping keeping;
  private final Map<Kind, Kind> kinds = new HashMap<>();
  private long shift;

  NSixEvents(Report report, Sink sink) {
    this.sink = sink;
    this.values = new Values(sink, report.receivedAt());
    this.keeping = new Keeping(COLUMNS, report.limits().mostColumns());
  }

  /** Rows count observations, so that each has its own: an event of three addresses takes three. */
  void event(long record, Json.Members event) throws IOException {
    long row = record + shift;
    values.at(row);
    keeping.clear();
    try {
      List<Json> addresses = event.elements("address");
      Shared shared = shared(event);
      if (addresses.isEmpty()) {
        sink.observation(shared.at(row, end(Json.Members.EMPTY, shared)));
      }
      for (int i = 0; i < addresses.size(); i++) {
        values.at(row + i);
        Json.Members address =
            addresses.get(i) instanceof Json.Members members ? members : Json.Members.EMPTY;
        one(row + i, address, shared);
      }
      shift += Math.max(0, addresses.size() - 1);
    } catch (RecordLost lost) {
      values.lost(lost);
    }
  }

  private void one(long row, Json.Members address, Shared shared) throws IOException {
    try {
      values.neededAddress("address.ip", ip(address));
      sink.observation(shared.at(row, end(address, shared)));
    } catch (RecordLost lost) {
      values.lost(lost);
    }
  }

  private static String ip(Json.Members address) {
    String ip = address.text("ip");
    return ip.isEmpty() ? address.text("ipv6") : ip;
  }

  /** The end that an event is about, with one of its addresses. */
  private Endpoint end(Json.Members address, Shared shared) throws IOException, RecordLost {
    Endpoint end =
        new Endpoint(
            Address.tryParse(ip(address)).orElse(Address.NONE),
            shared.aboutPort,
            values.asn("address.asn", address.text("asn")),
            shared.host,
            values.host("address.rdns", address.text("rdns")));
    Values.needSomebody(end, shared.url, List.of("address", "fqdn", "url"));
    return Values.withHostOf(shared.url, end);
  }

  /** What all observations of one event have in common. */
  private record Shared(
      Observation.Builder builder,
      Sides sides,
      Endpoint other,
      int aboutPort,
      String host,
      String url) {
    Observation at(long row, Endpoint about) {
      return builder
          .row(row)
          .source(sides.aboutSource() ? about : other)
          .destination(sides.aboutSource() ? other : about)
          .build();
    }
  }

  private Shared shared(Json.Members event) throws IOException, RecordLost {
    Moment time = values.time("time", event.text("time"));
    Kind kind = kind(event);
    Sides sides = sides(event, kind.rsit());
    int source = values.port("sport", event.text("sport"));
    int destination = values.port("dport", event.text("dport"));
    String url = event.text("url");
    Address reached = values.address("dip", event.text("dip"));
    boolean aboutSource = sides.aboutSource();
    Endpoint other =
        aboutSource
            ? new Endpoint(reached, destination, Asn.NONE, "", "")
            : new Endpoint(Address.NONE, source, Asn.NONE, "", "");
    Observation.Builder builder =
        Observation.builder(kind, time)
            .sides(sides)
            .transport(values.transport("proto", event.text("proto")))
            .url(url)
            .sensor(event.text("source"))
            .count(values.count("count", event.text("count")))
            .extra(extra(event));
    String host = values.host("fqdn", event.text("fqdn"));
    return new Shared(builder, sides, other, aboutSource ? source : destination, host, url);
  }

  private Kind kind(Json.Members event) throws IOException {
    String category = event.text("category");
    Optional<Rsit> rsit = NSixCategories.of(category);
    if (rsit.isEmpty()) {
      values.note(Fault.UNKNOWN_KIND, "category \"" + category + "\"");
    }
    Kind kind =
        new Kind(
            rsit.orElse(Rsit.UNDETERMINED), category, event.text("name").toLowerCase(Locale.ROOT));
    return kinds.computeIfAbsent(kind, same -> same);
  }

  /** A flood's victim is its destination; where n6 names the kind of sensor, that decides. */
  private static Sides sides(Json.Members event, Rsit rsit) {
    if (event.text("category").equals("dos-victim")) {
      return Sides.ABOUT_DESTINATION;
    }
    return switch (event.text("origin")) {
      case "sinkhole", "honeypot", "darknet", "p2p-drone", "p2p-crawler", "ids", "waf", "av" ->
          Sides.ABOUT_SOURCE_SENSOR_DESTINATION;
      case "c2", "dropzone", "proxy", "sandbox" -> Sides.ABOUT_SOURCE;
      default -> Sensing.ofSource(rsit);
    };
  }

  private Extra extra(Json.Members event) throws IOException {
    event.flatten(
        "",
        (name, value) -> {
          if (!NAMED.contains(name) && !name.equals("address")) {
            keeping.keep(name, value);
          }
        });
    if (keeping.dropped() > 0) {
      values.note(Fault.TOO_MANY_COLUMNS, keeping.dropped() + " fields dropped");
    }
    return keeping.take();
  }
}
