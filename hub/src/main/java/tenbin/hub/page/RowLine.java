package tenbin.hub.page;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Place;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.time.Moment;

/**
 * A Disclosure as a line of a table: texts, "" where nothing was told or released.
 *
 * @param time {@link Instant#EPOCH} when not released
 * @param sector what the recipient's own network is for, in the reader's language
 * @param seenBy "only-you" and so on
 */
public record RowLine(
    UUID id,
    boolean timed,
    Instant time,
    String type,
    String identifier,
    String family,
    String about,
    String sector,
    String port,
    String counterpart,
    String transport,
    String severity,
    String seenBy,
    long count) {
  /** A row in the words of a language. */
  public static RowLine of(Disclosure row, Locale locale) {
    Endpoint about = row.about();
    Endpoint other = row.counterpart();
    return new RowLine(
        row.id(),
        row.time().isPresent(),
        row.time().map(Moment::instant).orElse(Instant.EPOCH),
        row.kind().map(kind -> kind.rsit().type()).orElse(""),
        row.kind().map(tenbin.nouns.observation.Kind::identifier).orElse(""),
        row.kind().map(tenbin.nouns.observation.Kind::family).orElse(""),
        place(row.aboutPlace(), about, row.url()),
        row.aboutSector().name(locale),
        about.hasPort() ? Integer.toString(about.port()) : "",
        place(row.counterpartPlace(), other, ""),
        row.transport().word(),
        row.severity().word(),
        row.seenBy().map(band -> Facts.word(band)).orElse(""),
        row.count());
  }

  private static String place(Place place, Endpoint side, String url) {
    if (place instanceof Place.InSector) {
      return "";
    }
    if (!place.equals(Place.NOWHERE)) {
      return place.toString();
    }
    return side.host().isEmpty() ? url : side.host();
  }
}
