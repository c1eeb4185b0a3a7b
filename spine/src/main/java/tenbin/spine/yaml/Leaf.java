package tenbin.spine.yaml;

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
public record Leaf(JsonNode node, String path, ZoneId zone, YamlFaults faults) {
  public Leaf at(String key) {
    return new Leaf(node.path(key), path.isEmpty() ? key : path + "." + key, zone, faults);
  }

  public List<Leaf> list(String key) {
    Leaf list = at(key);
    List<Leaf> items = new ArrayList<>();
    for (int i = 0; i < list.node.size(); i++) {
      items.add(new Leaf(list.node.path(i), list.path + "[" + i + "]", zone, faults));
    }
    return items;
  }

  public boolean has(String key) {
    return node.has(key) && !node.path(key).isNull();
  }

  /** The text, empty where there is none. */
  public String text(String key) {
    return has(key) ? node.path(key).asString() : "";
  }

  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** The value as text. */
  public String text() {
    return node.asString("");
  }

  public void fault(String reason) {
    faults.add(path, reason);
  }

  public Optional<LocalDate> day(String key) {
    try {
      return has(key) ? Optional.of(LocalDate.parse(text(key))) : Optional.empty();
    } catch (DateTimeException wrong) {
      at(key).fault("no such day: " + text(key));
      return Optional.empty();
    }
  }

  /** A day's beginning in the file's zone, or an instant with its offset. */
  public Optional<Instant> time(String key) {
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

  /** The first instant after a day that still counts, or an instant with its offset. */
  public Optional<Instant> endOf(String key) {
    return text(key).length() == 10
        ? day(key).map(last -> last.plusDays(1).atStartOfDay(zone).toInstant())
        : time(key);
  }

  /** A word, also where YAML takes it for a truth value: yes and no. */
  public String word() {
    return node.isBoolean() ? node.asBoolean() ? "yes" : "no" : node.asString("");
  }

  /** From one key to the other, both of which may be left out. */
  public Validity validity(String from, Instant defaultFrom, String to, Instant defaultTo) {
    Instant begin = time(from).orElse(defaultFrom);
    Instant end = time(to).orElse(defaultTo);
    if (begin.isBefore(end)) {
      return new Validity(begin, end);
    }
    at(has(to) ? to : from).fault("ends before it begins");
    return Validity.ALWAYS;
  }
}
