package tenbin.hub.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.member.Claim;
import tenbin.nouns.observation.Endpoint;
import tenbin.web.layout.ReaderTime;

/** Everything released of one row, as facts and sentences for its page. */
public final class Facts {
  private Facts() {}

  /** A fact: the key of its name and its value. */
  public record Fact(String key, String value) {}

  /** A kept column, as the report wrote it. */
  public record Kept(String name, String value) {}

  /** A sentence: its key and what stands in it. */
  public record Sentence(String key, List<String> arguments) {
    static Sentence of(String key, String... arguments) {
      return new Sentence(key, List.of(arguments));
    }
  }

  static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A length of time, rounded up: "1 s", "61 min", "25 h"; "" for none. */
  static String span(long nanos) {
    long millis = Math.ceilDiv(nanos, 1_000_000L);
    if (millis < 1_000) {
      return millis == 0 ? "" : millis + " ms";
    }
    long seconds = Math.ceilDiv(millis, 1_000L);
    if (seconds <= 120) {
      return seconds + " s";
    }
    long minutes = Math.ceilDiv(seconds, 60L);
    return minutes <= 120 ? minutes + " min" : Math.ceilDiv(minutes, 60L) + " h";
  }

  /** What the recipient takes on, in the reader's language. */
  public static List<String> obligations(Disclosure row, Locale locale) {
    boolean japanese = locale.getLanguage().equals("ja");
    return row.terms().obligations().stream()
        .sorted()
        .map(each -> japanese ? each.japanese() : each.english())
        .toList();
  }

  static List<Fact> of(Disclosure row, Locale locale) {
    List<Fact> facts = new ArrayList<>();
    row.kind()
        .ifPresent(kind -> {
          add(facts, "row.identifier", kind.identifier());
          add(facts, "row.family", kind.family());
        });
    add(facts, "row.transport", row.transport().word());
    side(facts, "row.source", row.source(), row.sourcePlace());
    side(facts, "row.destination", row.destination(), row.destinationPlace());
    add(facts, "row.sector", row.aboutSector().name(locale));
    add(facts, "row.url", row.url());
    add(facts, "row.count", row.count() > 1 ? Long.toString(row.count()) : "");
    return facts;
  }

  private static void side(List<Fact> facts, String key, Endpoint side, Place place) {
    switch (place) {
      case Place.Exact exact -> add(facts, key + ".address", exact.toString());
      case Place.Block block -> add(facts, key + ".network", block.toString());
      case Place.Pseudonym pseudonym -> add(facts, key + ".pseudonym", pseudonym.name());
      case Place.System system when !side.asn().isPresent() ->
          add(facts, key + ".asn", system.toString());
      case Place.System ignored -> {}
      case Place.InSector ignored -> {}
      case Place.Nowhere ignored -> {}
    }
    add(facts, key + ".port", side.hasPort() ? Integer.toString(side.port()) : "");
    add(facts, key + ".asn", side.asn().isPresent() ? "AS" + side.asn() : "");
    add(facts, key + ".host", side.host());
    add(facts, key + ".reverse", side.reverseName());
  }

  private static void add(List<Fact> facts, String key, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(key, value));
    }
  }

  static List<Kept> kept(Disclosure row) {
    List<Kept> kept = new ArrayList<>();
    row.forEachExtra((column, value) -> kept.add(new Kept(column.name(), value)));
    return kept;
  }

  /** Why the row is this recipient's. */
  static Sentence why(Attribution attribution, ReaderTime time) {
    return switch (attribution.evidence()) {
      case Evidence.ByClaim(Claim claim) ->
          Sentence.of(
              "why.claim." + word(claim.means()),
              claim.network().toString(),
              claim.verifiedBy(),
              since(claim, time));
      case Evidence.ByOrigin(var prefix, var origin, var source) ->
          Sentence.of("why.origin", prefix.toString(), "AS" + origin, source);
      case Evidence.ByRegistry(var prefix, var registry, var country, var source) ->
          Sentence.of("why.registry", prefix.toString(), registry, country, source);
      case Evidence.None(String reason) -> Sentence.of("why.none", reason);
    };
  }

  private static String since(Claim claim, ReaderTime time) {
    Instant from = claim.validity().from();
    return from.isBefore(Instant.EPOCH) ? "–" : time.day(from);
  }
}
