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
  static List<Event> of(CaseBook.Shared shared) {
    List<Event> events = new ArrayList<>();
    Disclosure seen = shared.seen();
    add(events, "case.event.from", seen.fact(CaseFacts.FROM));
    add(events, "case.event.to", seen.fact(CaseFacts.TO));
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
