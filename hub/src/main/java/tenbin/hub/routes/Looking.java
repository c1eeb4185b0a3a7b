package tenbin.hub.routes;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.desks.routes.past.Asked;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.nouns.net.Prefix;

/**
 * What somebody asks the looking glass.
 *
 * @param asked which prefixes
 * @param at when
 * @param until the end of what changed
 * @param after behind which prefix; empty: from the first on
 */
record Looking(Asked asked, Instant at, Instant until, Optional<Prefix> after) {
  /** As much as an answer can be asked to go through. */
  private static final Duration MOST_SPAN = Duration.ofDays(7);

  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm")
          .optionalStart()
          .appendPattern(":ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  /**
   * What somebody wrote; nothing said is the usual.
   *
   * @param how "exact", "inside", "covering"; "" takes what is there and what is inside
   * @param span minutes
   */
  record Written(String prefix, String how, String at, String span, String after) {
    Written {
      prefix = prefix.strip();
      at = at.strip();
    }

    boolean isBlank() {
      return prefix.isEmpty();
    }
  }

  /** Empty where something is no prefix, no time or too long. */
  static Optional<Looking> of(Written written, Instant now, ZoneId zone) {
    try {
      String how = written.how.isEmpty() ? "inside" : written.how;
      Asked.How as = Asked.How.valueOf(how.toUpperCase(Locale.ROOT));
      Instant at = instant(written.at, now, zone);
      long minutes = written.span.isEmpty() ? 0 : Long.parseLong(written.span);
      Optional<Prefix> after =
          written.after.isEmpty() ? Optional.empty() : Optional.of(Prefix.parse(written.after));
      if (minutes < 0 || minutes > MOST_SPAN.toMinutes()) {
        return Optional.empty();
      }
      return Asked.parse(written.prefix, as)
          .map(asked -> new Looking(asked, at, at.plus(Duration.ofMinutes(minutes)), after));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return Optional.empty();
    }
  }

  /** UTC or with an offset where it says so, else in the reader's zone. */
  static Instant instant(String text, Instant now, ZoneId zone) {
    if (text.isEmpty()) {
      return now;
    }
    boolean offset = text.endsWith("Z") || text.indexOf('+') > 0;
    return offset
        ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
        : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
  }

  PastQuestion question(int most) {
    return PastQuestion.at(asked, at).until(until).behind(after, most);
  }

  /** What was asked, for programs. */
  Map<String, Object> head() {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("prefix", asked.prefix().toString());
    head.put("how", asked.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    head.put("at", at.toString());
    head.put("until", until.toString());
    return head;
  }
}
