package tenbin.wire.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;

/** The "name = value" lines of one section of a mapping; each may be said once, and is used up. */
final class MappingSection {
  private static final Map<String, Character> CHARACTERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "space", ' ');

  private record Entry(int line, String value) {}

  private final Map<String, Entry> entries = new HashMap<>();

  /** Reads a value, or says that it is none. */
  interface Parser<T> {
    Optional<T> parse(String text);
  }

  void put(int line, String name, String value) throws Refused {
    if (entries.put(name, new Entry(line, value)) != null) {
      throw refused(line, name + " is said twice");
    }
  }

  /** The value of a name; "" where it is not said. */
  String text(String name) {
    return take(name).map(Entry::value).orElse("");
  }

  /** The line that says a name, 0 where none does. */
  int line(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::line).orElse(0);
  }

  <T> T parsed(String name, T otherwise, Parser<T> parser) throws Refused {
    Optional<Entry> said = take(name);
    if (said.isEmpty()) {
      return otherwise;
    }
    Entry entry = said.get();
    return parser
        .parse(entry.value)
        .orElseThrow(() -> refused(entry.line, "no " + name + " \"" + entry.value + "\""));
  }

  char character(String name, char otherwise) throws Refused {
    return parsed(name, otherwise, MappingSection::character);
  }

  private static Optional<Character> character(String text) {
    Character named = CHARACTERS.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return Optional.of(named);
    }
    boolean one = text.length() == 1 && text.charAt(0) > ' ' && text.charAt(0) < 0x7f;
    return one && text.charAt(0) != '"' ? Optional.of(text.charAt(0)) : Optional.empty();
  }

  int number(String name, int most) throws Refused {
    return parsed(name, 0, text -> number(text).filter(value -> value <= most));
  }

  private static Optional<Integer> number(String text) {
    boolean digits = text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  Optional<ZoneId> zone(String name) throws Refused {
    return entries.containsKey(name)
        ? Optional.of(parsed(name, ZoneOffset.UTC, MappingSection::zoneOf))
        : Optional.empty();
  }

  private static Optional<ZoneId> zoneOf(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** The constant of a word: its name in lower case with hyphens. */
  <E extends Enum<E>> E word(String name, E otherwise, List<E> all) throws Refused {
    int line = line(name);
    String wanted = text(name);
    if (wanted.isEmpty()) {
      return otherwise;
    }
    for (E each : all) {
      if (word(each).equals(wanted)) {
        return each;
      }
    }
    List<String> words = all.stream().map(MappingSection::word).toList();
    throw refused(line, name + " is one of " + words);
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refuses what nobody asked for: a name that means nothing is a mistake of its writer. */
  void refuseRest() throws Refused {
    for (String name : entries.keySet().stream().sorted().toList()) {
      throw refused(line(name), "nothing is called \"" + name + "\" here");
    }
  }

  private Optional<Entry> take(String name) {
    return Optional.ofNullable(entries.remove(name));
  }

  static Refused refused(int line, String reason) {
    String where = line > 0 ? "mapping, line " + line + ": " : "mapping: ";
    return new Refused(Fault.MAPPING_UNUSABLE, Place.WHOLE, where + reason);
  }
}
