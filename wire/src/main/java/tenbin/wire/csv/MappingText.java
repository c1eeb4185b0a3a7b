package tenbin.wire.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;

/** The text of a {@link Mapping}, read line by line; every complaint names its line. */
final class MappingText {
  private static final int MOST_LINES = 5_000;
  private static final int MOST_SKIPPED = 1_000;

  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|', "space", ' ');

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm:ss[.SSSSSS][.SSS][XXX]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private enum Section {
    FILE,
    ALWAYS,
    COLUMNS
  }

  private record Entry(int line, String value) {}

  private final String[] lines;
  private final Map<String, Entry> file = new HashMap<>();
  private final Map<String, Entry> always = new HashMap<>();
  private final Map<Role, List<String>> roles = new EnumMap<>(Role.class);

  MappingText(String text) {
    lines = text.split("\\R", -1);
  }

  Mapping read() throws Refused {
    if (lines.length > MOST_LINES) {
      throw refused(MOST_LINES, "longer than " + MOST_LINES + " lines");
    }
    Section section = Section.COLUMNS;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].trim();
      if (line.startsWith("[")) {
        section = section(i + 1, line);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        take(section, i + 1, line);
      }
    }
    Mapping mapping = mapping();
    refuseRest(file);
    refuseRest(always);
    requireSubject(mapping);
    return mapping;
  }

  private static Section section(int line, String text) throws Refused {
    return switch (text) {
      case "[file]" -> Section.FILE;
      case "[always]" -> Section.ALWAYS;
      case "[columns]" -> Section.COLUMNS;
      default -> throw refused(line, "no section " + text + "; file, always, columns");
    };
  }

  private void take(Section section, int line, String text) throws Refused {
    int equals = text.lastIndexOf('=');
    if (section != Section.COLUMNS) {
      equals = text.indexOf('=');
    }
    if (equals < 1) {
      throw refused(line, "not \"name = value\": " + text);
    }
    String name = text.substring(0, equals).trim();
    String value = text.substring(equals + 1).trim();
    if (section == Section.COLUMNS) {
      Role role =
          Role.tryParse(value)
              .orElseThrow(() -> refused(line, "no role \"" + value + "\"; " + roleWords()));
      roles.computeIfAbsent(role, _ -> new ArrayList<>()).add(name);
      return;
    }
    Map<String, Entry> entries = section == Section.FILE ? file : always;
    if (entries.put(name, new Entry(line, value)) != null) {
      throw refused(line, name + " is said twice");
    }
  }

  private static String roleWords() {
    return String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList());
  }

  private Mapping mapping() throws Refused {
    return new Mapping(
        dialect(),
        skip(),
        columns(),
        word(file, "sides", "about-source", Sides.values()),
        roles,
        kind(),
        parsed("severity", Severity.NOT_TOLD, Severity::tryParse),
        parsed("transport", Transport.NOT_TOLD, Transport::tryParse),
        text(always, "sensor"),
        time());
  }

  private Dialect dialect() throws Refused {
    char delimiter = character("delimiter", ',');
    char comment = character("comment", Dialect.NO_COMMENT);
    Dialect.Quoting quoting =
        switch (text(file, "quotes")) {
          case "", "double" -> Dialect.Quoting.DOUBLE_QUOTES;
          case "none" -> Dialect.Quoting.NONE;
          default -> throw refused(0, "quotes are double or none");
        };
    return new Dialect(delimiter, quoting, comment);
  }

  private char character(String name, char otherwise) throws Refused {
    Entry entry = file.remove(name);
    if (entry == null) {
      return otherwise;
    }
    Character named = DELIMITERS.get(entry.value.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    boolean one = entry.value.length() == 1 && entry.value.charAt(0) < 0x7f;
    if (!one || entry.value.equals("\"")) {
      throw refused(entry.line, name + " is one ASCII character, or " + DELIMITERS.keySet());
    }
    return entry.value.charAt(0);
  }

  private int skip() throws Refused {
    Entry entry = file.remove("skip");
    if (entry == null) {
      return 0;
    }
    try {
      int lineCount = Integer.parseInt(entry.value);
      if (lineCount >= 0 && lineCount <= MOST_SKIPPED) {
        return lineCount;
      }
    } catch (NumberFormatException none) {
      // Answered below with the same words as a number out of bounds.
    }
    throw refused(entry.line, "skip is a number of lines up to " + MOST_SKIPPED);
  }

  private List<String> columns() {
    String text = text(file, "columns");
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::trim).toList();
  }

  private Kind kind() throws Refused {
    Rsit rsit = parsed("class", Rsit.UNDETERMINED, Rsit::tryOfType);
    return new Kind(
        rsit, text(always, "identifier"), text(always, "family").toLowerCase(Locale.ROOT));
  }

  private RowShape.TimeForm time() throws Refused {
    Entry zoneEntry = file.remove("zone");
    Entry entry = file.remove("time");
    String form = entry == null ? "iso" : entry.value;
    int line = entry == null ? 0 : entry.line;
    ZoneId zone = zone(zoneEntry);
    if (form.equals("epoch-seconds")) {
      return new RowShape.TimeForm.EpochSeconds();
    }
    if (form.equals("iso")) {
      return isoIn(zoneEntry, zone);
    }
    try {
      return new RowShape.TimeForm.Pattern(strict(form), zone);
    } catch (IllegalArgumentException unusable) {
      throw refused(line, "time: " + unusable.getMessage());
    }
  }

  /** With "yyyy" taken as the year of the calendar, so that 31 February is no date at all. */
  private static DateTimeFormatter strict(String form) {
    StringBuilder pattern = new StringBuilder();
    boolean literal = false;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      literal ^= c == '\'';
      pattern.append(c == 'y' && !literal ? 'u' : c);
    }
    return DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static RowShape.TimeForm isoIn(@Nullable Entry said, ZoneId zone) {
    if (said == null) {
      return RowShape.TimeForm.UNSAID;
    }
    return zone.equals(ZoneOffset.UTC) || zone.getId().equals("UTC")
        ? RowShape.TimeForm.UTC
        : new RowShape.TimeForm.Pattern(ISO, zone);
  }

  private static ZoneId zone(@Nullable Entry said) throws Refused {
    if (said == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(said.value);
    } catch (DateTimeException unknown) {
      throw refused(said.line, "no time zone \"" + said.value + "\"");
    }
  }

  private <E extends Enum<E>> E word(
      Map<String, Entry> entries, String name, String otherwise, E[] all) throws Refused {
    Entry entry = entries.remove(name);
    String wanted = entry == null ? otherwise : entry.value;
    for (E each : all) {
      if (word(each).equals(wanted)) {
        return each;
      }
    }
    List<String> words = Arrays.stream(all).map(MappingText::word).toList();
    throw refused(entry == null ? 0 : entry.line, name + " is one of " + words);
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private interface Parser<T> {
    Optional<T> parse(String text);
  }

  private <T> T parsed(String name, T otherwise, Parser<T> parser) throws Refused {
    Entry entry = always.remove(name);
    if (entry == null) {
      return otherwise;
    }
    return parser
        .parse(entry.value)
        .orElseThrow(() -> refused(entry.line, "no " + name + " \"" + entry.value + "\""));
  }

  private static String text(Map<String, Entry> entries, String name) {
    Entry entry = entries.remove(name);
    return entry == null ? "" : entry.value;
  }

  private static void refuseRest(Map<String, Entry> entries) throws Refused {
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      throw refused(each.getValue().line, "nothing is called \"" + each.getKey() + "\" here");
    }
  }

  private void requireSubject(Mapping mapping) throws Refused {
    if (!roles.containsKey(Role.TIME)) {
      throw refused(lines.length, "no column is the time");
    }
    List<Role> subjects =
        mapping.sides().aboutSource()
            ? List.of(Role.SOURCE_ADDRESS, Role.SOURCE_HOST, Role.SOURCE_MAILBOX, Role.URL)
            : List.of(Role.DESTINATION_ADDRESS, Role.DESTINATION_HOST, Role.URL);
    if (subjects.stream().noneMatch(roles::containsKey)) {
      String names = String.join(", ", subjects.stream().map(Role::word).toList());
      throw refused(lines.length, "no column says whom it is about: " + names);
    }
  }

  private static Refused refused(int line, String reason) {
    return new Refused(
        Fault.MAPPING_UNUSABLE, Place.WHOLE, "mapping, line " + line + ": " + reason);
  }
}
