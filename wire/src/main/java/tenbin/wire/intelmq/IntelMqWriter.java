package tenbin.wire.intelmq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.consent.Category;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.wire.Format;
import tenbin.wire.Writer;
import tenbin.wire.json.JsonText;
import tenbin.wire.record.MomentText;

/**
 * Disclosures as IntelMQ events, one a line, in the flat form that IntelMQ's JSON parser reads.
 * What is no field of its harmonisation stands under "extra.". A Disclosure that is no sighting is
 * no event and is left out.
 */
public final class IntelMqWriter implements Writer {
  @Override
  public Format format() {
    return IntelMqReader.FORMAT;
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson; charset=utf-8";
  }

  @Override
  public String fileEnding() {
    return "json";
  }

  @Override
  public void write(Iterator<Disclosure> rows, OutputStream out) throws IOException {
    JsonText text = new JsonText();
    while (rows.hasNext()) {
      Disclosure row = rows.next();
      if (row.isSighting()) {
        out.write(event(text, row).getBytes(UTF_8));
        out.write('\n');
      }
    }
  }

  private static String event(JsonText text, Disclosure row) {
    text.object();
    row.time().ifPresent(time -> text.text("time.source", MomentText.of(time, "+00:00")));
    row.kind().ifPresent(kind -> classification(text, kind));
    text.told("severity", row.severity().word());
    text.told("protocol.transport", row.transport().word());
    side(text, "source", row.source(), row.sourcePlace());
    sector(text, "source", row.sourceSector(), row);
    text.told("source.url", row.url());
    side(text, "destination", row.destination(), row.destinationPlace());
    sector(text, "destination", row.destinationSector(), row);
    row.forEachExtra((column, value) -> text.text(name(column.name()), value));
    if (row.count() > 1) {
      text.number("extra.count", row.count());
    }
    row.seenBy().ifPresent(band -> text.text("extra.seen_by", word(band)));
    return text.text("event_hash", eventHash(row)).endObject().take();
  }

  /** IntelMQ's hashes are upper-case hexadecimal; ours is the recipient's own id of the row. */
  private static String eventHash(Disclosure row) {
    return row.id().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private static void classification(JsonText text, Kind kind) {
    text.text("classification.taxonomy", kind.rsit().taxonomy())
        .text("classification.type", kind.rsit().type())
        .told("classification.identifier", kind.identifier())
        .told("malware.name", kind.family());
  }

  private static void side(JsonText text, String side, Endpoint end, Place place) {
    text.told(side + ".ip", end.address().toString());
    if (end.hasPort()) {
      text.number(side + ".port", end.port());
    }
    Asn asn = place instanceof Place.System(Asn system) ? system : end.asn();
    if (asn.isPresent()) {
      text.number(side + ".asn", asn.number());
    }
    if (place instanceof Place.Block(Prefix network)) {
      text.text(side + ".network", network.toString());
    }
    if (place instanceof Place.Pseudonym(String pseudonym)) {
      text.text("extra." + side + "_pseudonym", pseudonym);
    }
    text.told(side + ".fqdn", end.host()).told(side + ".reverse_dns", end.reverseName());
  }

  /**
   * IntelMQ's harmonisation has no field for it; its reader of Shadowserver's reports writes
   * "extra." with the side and the word. What the report itself said stands where it was kept.
   */
  private static void sector(JsonText text, String side, Sector sector, Disclosure row) {
    String name = "extra." + side + ".sector";
    boolean[] kept = {false};
    row.forEachExtra((column, value) -> kept[0] |= name(column.name()).equals(name));
    if (!kept[0]) {
      text.told(name, sector.word());
    }
  }

  private static String name(String column) {
    boolean known =
        column.startsWith("extra.") || IntelMqEvents.COLUMNS.apply(column) != Category.UNKNOWN;
    return known ? column : "extra." + column;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
