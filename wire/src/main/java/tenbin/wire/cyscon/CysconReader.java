package tenbin.wire.cyscon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.time.Moment;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.record.ColumnTable;
import tenbin.wire.record.FlatYaml;
import tenbin.wire.record.Keeping;
import tenbin.wire.record.RecordLost;
import tenbin.wire.record.Values;

/** Reads cyscon's reports of sites: an address, a URL, when it was last seen, a signature. */
public final class CysconReader implements Reader {
  /** The format's name. */
  public static final Format FORMAT = new Format("cyscon-yaml");

  /** Real ones have twelve lines. */
  private static final int MOST_BYTES = 256 * 1024;

  private static final List<String> NAMED =
      List.of("uri", "ip", "asn", "domain", "last_seen", "signature");

  private static final ColumnTable COLUMNS =
      ColumnTable.of(
          """
          C0 country
          C1 file_sha256 file_md5
          C2 first_seen last_scan
          C8 feedback_url
          """);

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public Likeness looksAt(Sample sample) {
    String text = "\n" + sample.text();
    boolean yaml = text.startsWith("\n---") || text.startsWith("\nuri:");
    boolean ours = text.contains("\nsignature:") && text.contains("\nlast_seen:");
    return yaml && ours && text.contains("\nip:") ? Likeness.CERTAIN : Likeness.NONE;
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    byte[] bytes = report.bytes().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refused(Fault.TOO_LARGE, Place.WHOLE, "more than " + MOST_BYTES + " bytes of YAML");
    }
    Values values = new Values(sink, report.receivedAt());
    Keeping keeping = new Keeping(COLUMNS, report.limits().mostColumns());
    long row = 0;
    for (Map<String, String> site : FlatYaml.read(new String(bytes, UTF_8))) {
      row++;
      values.at(row);
      keeping.clear();
      try {
        sink.observation(observation(row, site, values, keeping));
      } catch (RecordLost lost) {
        values.lost(lost);
      }
    }
  }

  private static Observation observation(
      long row, Map<String, String> site, Values values, Keeping keeping)
      throws IOException, RecordLost {
    Moment time = values.time("last_seen", of(site, "last_seen"));
    String url = of(site, "uri");
    String ip = of(site, "ip");
    Endpoint source =
        new Endpoint(
            ip.isEmpty() ? Address.NONE : values.neededAddress("ip", ip),
            Endpoint.NO_PORT,
            values.asn("asn", of(site, "asn")),
            values.host("domain", of(site, "domain")),
            "");
    Values.needSomebody(source, url, List.of("ip", "domain", "uri"));
    site.forEach((name, value) -> {
      if (!NAMED.contains(name)) {
        keeping.keep(name, value);
      }
    });
    String signature = of(site, "signature");
    return Observation.builder(new Kind(rsit(signature), signature, ""), time)
        .row(row)
        .source(Values.withHostOf(url, source))
        .sides(Sides.ABOUT_SOURCE)
        .url(url)
        .sensor("cyscon")
        .extra(keeping.take())
        .build();
  }

  private static Rsit rsit(String signature) {
    String plain = signature.toUpperCase(Locale.ROOT);
    if (plain.contains("PHISH")) {
      return Rsit.PHISHING;
    }
    return plain.contains("MALWARE") ? Rsit.MALWARE_DISTRIBUTION : Rsit.UNDETERMINED;
  }

  private static String of(Map<String, String> site, String name) {
    return site.getOrDefault(name, "");
  }
}
