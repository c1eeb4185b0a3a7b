package tenbin.hub.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseDeeds;
import tenbin.spine.casework.CaseFacts;

/**
 * Something on a case's way, as the looker may know of it.
 *
 * @param at when
 * @param key of its words
 * @param state of an answer, "" for none
 * @param text in somebody's own words, "" for none
 */
public record Event(Instant at, String key, String state, String text) {
  /**
   * The way of a case.
   *
   * @param kept from when on the circle keeps what is written into cases: that older words are gone
   *     is said of every older case alike, whether there were any or not
   */
  static List<Event> of(CaseBook.Shared shared, Instant kept) {
    List<Event> events = new ArrayList<>();
    Disclosure seen = shared.seen();
    add(events, "case.event.from", seen.fact(CaseFacts.FROM));
    add(events, "case.event.to", seen.fact(CaseFacts.TO));
    String from = seen.fact(CaseFacts.FROM);
    if (!from.isEmpty() && Instant.parse(from).isBefore(kept)) {
      events.add(new Event(kept, "case.event.kept", "", ""));
    }
    for (Disclosure deed : shared.own()) {
      boolean answer = deed.fact(CaseDeeds.EVENT).equals("answer");
      String word = deed.fact(CaseDeeds.WORD);
      events.add(
          new Event(
              Instant.parse(deed.fact(CaseDeeds.AT)),
              answer ? "case.event.answer" : "case.event.reminder." + word,
              answer ? word : "",
              deed.fact(CaseDeeds.NOTE)));
    }
    String due = seen.fact(CaseFacts.DEADLINE);
    if (!due.isEmpty()) {
      events.add(
          new Event(java.time.ZonedDateTime.parse(due).toInstant(), "case.event.due", "", ""));
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private static void add(List<Event> events, String key, String at) {
    if (!at.isEmpty()) {
      events.add(new Event(Instant.parse(at), key, "", ""));
    }
  }
}
