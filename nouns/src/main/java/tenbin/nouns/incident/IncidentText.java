package tenbin.nouns.incident;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.incident.IncidentFault.What;

/**
 * What people typed, read into values: blanks cut, defanged marks ("hxxp", "[.]") made whole, lines
 * in their order.
 */
public final class IncidentText {
  /** A long text is for a file, not for a form: some five pages. */
  public static final int MOST_CHARACTERS = 10_000;

  /** More marks than that come as a report with rows of their own. */
  public static final int MOST_LINES = 200;

  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '('VV')'", Locale.ROOT);

  private final Map<IncidentField, String> values = new EnumMap<>(IncidentField.class);
  private final List<IncidentFault> faults = new ArrayList<>();
  private final ZoneId zone;

  private IncidentText(ZoneId zone) {
    this.zone = zone;
  }

  /** Reads what was typed; what is wrong is told with its field and line. */
  public static IncidentText read(Map<IncidentField, String> typed, ZoneId zone) {
    IncidentText text = new IncidentText(zone);
    for (IncidentField field : IncidentField.values()) {
      if (field.shape() != IncidentField.Shape.DERIVED) {
        text.read(field, typed.getOrDefault(field, "").strip());
      }
    }
    text.day().ifPresent(day -> text.values.put(IncidentField.DAY, day.toString()));
    if (!text.values.containsKey(IncidentField.KIND)) {
      text.faults.add(new IncidentFault(IncidentField.KIND, 0, What.MISSING));
    }
    return text;
  }

  public Map<IncidentField, String> values() {
    return values;
  }

  public List<IncidentFault> faults() {
    return List.copyOf(faults);
  }

  private void read(IncidentField field, String typed) {
    if (typed.isEmpty()) {
      return;
    }
    if (typed.length() > MOST_CHARACTERS) {
      faults.add(new IncidentFault(field, 0, What.TOO_LONG));
      return;
    }
    List<String> lines = typed.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (lines.size() > MOST_LINES) {
      faults.add(new IncidentFault(field, 0, What.TOO_MANY_LINES));
      return;
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      IncidentLine read = IncidentLine.read(field.shape(), lines.get(i), zone);
      read.fault().ifPresent(what -> faults.add(new IncidentFault(field, line, what)));
      kept.add(read.value());
    }
    values.put(field, String.join("\n", kept));
  }

  private Optional<LocalDate> day() {
    Optional<ZonedDateTime> earliest = Optional.empty();
    for (IncidentField field : List.of(IncidentField.STARTED, IncidentField.DETECTED)) {
      if (earliest.isEmpty() && values.containsKey(field)) {
        earliest = time(values.getOrDefault(field, ""));
      }
    }
    return earliest.map(ZonedDateTime::toLocalDate);
  }

  /** A value as people read it: a time with its place in words, anything else as it is. */
  public static String readable(IncidentField field, String stored) {
    return field.shape() == IncidentField.Shape.TIME
        ? time(stored).map(READABLE::format).orElse(stored)
        : stored;
  }

  /** A stored time with its zone. */
  public static Optional<ZonedDateTime> time(String stored) {
    try {
      return Optional.of(ZonedDateTime.parse(stored));
    } catch (DateTimeException broken) {
      return Optional.empty();
    }
  }

  /** A local time as a browser's field gives it, in a zone. */
  static Optional<String> zoned(String local, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(local.replace(' ', 'T')).atZone(zone).toString());
    } catch (DateTimeException broken) {
      return time(local).map(ZonedDateTime::toString);
    }
  }
}
