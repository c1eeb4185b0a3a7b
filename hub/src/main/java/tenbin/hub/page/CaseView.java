package tenbin.hub.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.CaseFacts;

/**
 * A case as one member may know of it.
 *
 * @param id its own name for it
 * @param values what joins the sightings
 * @param seenBy the band's word
 * @param due the deadline in the zone in which it was said
 * @param over whether the deadline has passed
 * @param answer the member's own state
 * @param others how others answered, where enough are concerned
 */
public record CaseView(
    UUID id,
    String type,
    String identifier,
    String family,
    String rule,
    List<String> values,
    Instant from,
    Instant to,
    String seenBy,
    ZonedDateTime due,
    boolean over,
    String answer,
    String note,
    List<String> others) {
  /** A case out of what was released of it. */
  public static CaseView of(Disclosure shown, Instant now) {
    ZonedDateTime due =
        text(shown, CaseFacts.DEADLINE).isEmpty()
            ? now.atZone(java.time.ZoneOffset.UTC)
            : ZonedDateTime.parse(text(shown, CaseFacts.DEADLINE));
    return new CaseView(
        shown.id(),
        text(shown, CaseFacts.TYPE),
        text(shown, CaseFacts.IDENTIFIER),
        text(shown, CaseFacts.FAMILY),
        text(shown, CaseFacts.RULE),
        text(shown, CaseFacts.VALUES).lines().toList(),
        time(shown, CaseFacts.FROM, now),
        time(shown, CaseFacts.TO, now),
        text(shown, CaseFacts.SEEN_BY).toLowerCase(Locale.ROOT).replace('_', '-'),
        due,
        !now.isBefore(due.toInstant()),
        text(shown, CaseFacts.ANSWER),
        text(shown, CaseFacts.NOTE),
        text(shown, CaseFacts.OTHERS).lines().toList());
  }

  private static String text(Disclosure shown, String name) {
    return shown.fact(name);
  }

  private static Instant time(Disclosure shown, String name, Instant otherwise) {
    String text = shown.fact(name);
    return text.isEmpty() ? otherwise : Instant.parse(text);
  }
}
