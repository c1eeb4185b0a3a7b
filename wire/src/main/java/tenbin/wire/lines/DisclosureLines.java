package tenbin.wire.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.nouns.attribution.Evidence;
import tenbin.wire.Format;
import tenbin.wire.Writer;
import tenbin.wire.json.JsonText;

/**
 * Disclosures as JSON lines, what a member downloads: every released field under one name of ours.
 * What was withheld has no member, like what was not told.
 */
public final class DisclosureLines implements Writer {
  /** The format's name in requests and file names. */
  public static final Format FORMAT = new Format("json-lines");

  @Override
  public Format format() {
    return FORMAT;
  }

  @Override
  public String mediaType() {
    return "application/x-ndjson; charset=utf-8";
  }

  @Override
  public String fileEnding() {
    return "jsonl";
  }

  @Override
  public void write(Iterator<Disclosure> rows, OutputStream out) throws IOException {
    JsonText text = new JsonText();
    while (rows.hasNext()) {
      out.write(line(text, rows.next()).getBytes(UTF_8));
      out.write('\n');
    }
  }

  /** The line of one Disclosure, without its end: also the body of one server-sent event. */
  public static String line(Disclosure row) {
    return line(new JsonText(), row);
  }

  private static String line(JsonText text, Disclosure row) {
    text.object().text("id", row.id().toString());
    if (row.isSighting()) {
      sighting(text, row);
    } else {
      text.object("facts");
      row.facts().forEach(fact -> text.text(fact.name(), fact.value()));
      text.endObject();
    }
    text.text("purpose", row.terms().purpose().word()).array("obligations");
    row.terms().obligations().stream().sorted().forEach(each -> text.element(each.toString()));
    return text.endArray().endObject().take();
  }

  private static void sighting(JsonText text, Disclosure row) {
    row.time()
        .ifPresent(time ->
            text.text("time", time.toString())
                .text("timeError", Duration.ofNanos(time.errorNanos()).toString()));
    row.kind().ifPresent(kind -> ObservationLines.kind(text, kind));
    text.told("severity", row.severity().word()).told("transport", row.transport().word());
    Ends.write(text, "about", row.about(), row.aboutPlace(), row.aboutSector());
    Ends.write(text, "source", row.source(), row.sourcePlace(), row.sourceSector());
    Ends.write(
        text, "destination", row.destination(), row.destinationPlace(), row.destinationSector());
    text.told("url", row.url());
    if (row.count() > 1) {
      text.number("count", row.count());
    }
    row.seenBy().ifPresent(band -> text.text("seenBy", word(band)));
    row.attribution().ifPresent(whose -> evidence(text, whose.evidence()));
    extra(text, row);
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

  private static void evidence(JsonText text, Evidence evidence) {
    text.object("evidence");
    switch (evidence) {
      case Evidence.ByClaim(var claim) ->
          text.text("by", "claim")
              .text("network", claim.network().toString())
              .text("means", word(claim.means()))
              .text("verifiedBy", claim.verifiedBy());
      case Evidence.ByOrigin(var prefix, var origin, var source) ->
          text.text("by", "origin")
              .text("prefix", prefix.toString())
              .number("asn", origin.number())
              .text("source", source);
      case Evidence.ByRegistry(var prefix, var registry, var country, var source) ->
          text.text("by", "registry")
              .text("prefix", prefix.toString())
              .text("registry", registry)
              .told("country", country)
              .text("source", source);
      case Evidence.None(var reason) -> text.text("by", "none").text("reason", reason);
    }
    text.endObject();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
