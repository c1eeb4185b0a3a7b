package tenbin.spine.roster;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.time.Validity;
import tools.jackson.databind.JsonNode;

/**
 * A place in a tree that has passed the schema, with what reads values from it. What does not fit
 * goes to the faults and comes back empty or as a stand-in, so that all faults are found at once.
 *
 * @param node what stands there
 * @param path where
 * @param zone of dates
 * @param faults of the file
 */
record Leaf(JsonNode node, String path, ZoneId zone, CircleFaults faults) {
  Leaf at(String key) {
    return new Leaf(node.path(key), path.isEmpty() ? key : path + "." + key, zone, faults);
  }

  List<Leaf> list(String key) {
    Leaf list = at(key);
    List<Leaf> items = new ArrayList<>();
    for (int i = 0; i < list.node.size(); i++) {
      items.add(new Leaf(list.node.path(i), list.path + "[" + i + "]", zone, faults));
    }
    return items;
  }

  boolean has(String key) {
    return node.has(key) && !node.path(key).isNull();
  }

  /** The text, empty where there is none. */
  String text(String key) {
    return has(key) ? node.path(key).asString() : "";
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** The value as text. */
  String text() {
    return node.asString("");
  }

  void fault(String reason) {
    faults.add(path, reason);
  }

  Optional<LocalDate> day(String key) {
    try {
      return has(key) ? Optional.of(LocalDate.parse(text(key))) : Optional.empty();
    } catch (DateTimeException wrong) {
      at(key).fault("no such day: " + text(key));
      return Optional.empty();
    }
  }

  /** A day's beginning in the file's zone, or an instant with its offset. */
  Optional<Instant> time(String key) {
    String text = text(key);
    try {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException wrong) {
      at(key).fault("neither a day nor a time with its offset: " + text);
      return Optional.empty();
    }
  }

  /** From one key to the other, both of which may be left out. */
  Validity validity(String from, Instant defaultFrom, String to, Instant defaultTo) {
    Instant begin = time(from).orElse(defaultFrom);
    Instant end = time(to).orElse(defaultTo);
    if (begin.isBefore(end)) {
      return new Validity(begin, end);
    }
    at(has(to) ? to : from).fault("ends before it begins");
    return Validity.ALWAYS;
  }
}
