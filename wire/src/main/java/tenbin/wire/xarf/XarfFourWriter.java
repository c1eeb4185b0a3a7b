package tenbin.wire.xarf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Transport;
import tenbin.wire.Format;
import tenbin.wire.Writer;
import tenbin.wire.json.JsonText;
import tenbin.wire.record.MomentText;

/**
 * Disclosures as an array of XARF 4.2.0 reports. The reporter is the circle. A Disclosure that
 * releases neither a time nor whom it is about is no report, and is left out. The class by the
 * reference taxonomy stands in the tag "rsit:", because the 32 types do not cover it.
 */
public final class XarfFourWriter implements Writer {
  private static final String VERSION = "4.2.0";

  private final XarfParty circle;

  public XarfFourWriter(XarfParty circle) {
    this.circle = circle;
  }

  @Override
  public Format format() {
    return XarfFourReader.FORMAT;
  }

  @Override
  public String mediaType() {
    return "application/json; charset=utf-8";
  }

  @Override
  public String fileEnding() {
    return "json";
  }

  @Override
  public void write(Iterator<Disclosure> rows, OutputStream out) throws IOException {
    JsonText text = new JsonText();
    String before = "[\n";
    while (rows.hasNext()) {
      Disclosure row = rows.next();
      if (isReport(row)) {
        out.write((before + report(text, row)).getBytes(UTF_8));
        before = ",\n";
      }
    }
    out.write((before.equals("[\n") ? "[]\n" : "\n]\n").getBytes(UTF_8));
  }

  private static boolean isReport(Disclosure row) {
    return row.isSighting() && row.time().isPresent() && !identifier(row).isEmpty();
  }

  private static String identifier(Disclosure row) {
    Endpoint about = row.about();
    String told = about.address().isPresent() ? about.address().toString() : about.host();
    return told.isEmpty() ? row.url() : told;
  }

  private String report(JsonText text, Disclosure row) {
    Kind kind = row.kind().orElse(Kind.of(Rsit.UNDETERMINED));
    XarfFourForm form = XarfFourForm.of(row, kind);
    text.object().text("xarf_version", VERSION).text("report_id", row.id().toString());
    row.time().ifPresent(time -> text.text("timestamp", MomentText.of(time, "Z")));
    party(text, "reporter");
    party(text, "sender");
    text.text("source_identifier", identifier(row));
    text.text("category", form.category()).text("type", form.type());
    ends(text, row);
    if (form != XarfFourForm.SPAM && row.transport() != Transport.NOT_TOLD) {
      text.text("protocol", row.transport().word());
    }
    form.writeRequired(text, row, kind);
    text.told("malware_family", kind.family()).told("url", row.url());
    text.told("severity", severity(row.severity()));
    text.told("classification_identifier", kind.identifier());
    if (row.count() > 1) {
      text.number("observation_count", row.count());
    }
    tags(text, row, kind);
    extra(text, row);
    return text.endObject().take();
  }

  private void party(JsonText text, String name) {
    text.object(name)
        .text("org", circle.org())
        .text("contact", circle.contact())
        .text("domain", circle.domain())
        .endObject();
  }

  /** XARF's source is whom the report is about; the other side is its destination. */
  private static void ends(JsonText text, Disclosure row) {
    Endpoint about = row.about();
    Endpoint other = row.counterpart();
    port(text, "source_port", about);
    boolean named = about.address().isPresent();
    text.told("source_host", named ? about.host() : "").told("source_asn", about.asn().toString());
    text.told("source_reverse_dns", about.reverseName());
    text.told("destination_ip", other.address().toString());
    port(text, "destination_port", other);
    text.told("destination_host", other.host()).told("destination_asn", other.asn().toString());
    text.told("destination_reverse_dns", other.reverseName());
  }

  /** The schemas know no port 0. */
  private static void port(JsonText text, String name, Endpoint end) {
    if (end.port() > 0) {
      text.number(name, end.port());
    }
  }

  private static String severity(Severity severity) {
    return severity == Severity.INFO ? "informational" : severity.word();
  }

  private static void tags(JsonText text, Disclosure row, Kind kind) {
    text.array("tags").element("rsit:" + kind.rsit().type());
    row.seenBy().ifPresent(band -> text.element("seen-by:" + band.name().toLowerCase(Locale.ROOT)));
    text.endArray();
  }

  private static void extra(JsonText text, Disclosure row) {
    boolean[] begun = {false};
    row.forEachExtra((column, value) -> {
      if (!begun[0]) {
        text.object("extra");
        begun[0] = true;
      }
      text.text(column.name(), value);
    });
    if (begun[0]) {
      text.endObject();
    }
  }
}
