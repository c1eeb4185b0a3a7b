package tenbin.wire.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.wire.Refused;

/** The text of a {@link Mapping}, read line by line; complaints name their line. */
final class MappingText {
  private static final int MOST_LINES = 5_000;
  private static final int MOST_SKIPPED = 1_000;

  /** Two blanks and a # begin a remark; a single blank lets "comment = #" be said. */
  private static final Pattern REMARK = Pattern.compile("\\s{2,}#.*$");

  private enum Section {
    FILE,
    ALWAYS,
    COLUMNS,
    KEPT
  }

  private final String[] lines;
  private final MappingSection file = new MappingSection();
  private final MappingSection always = new MappingSection();
  private final Map<Role, List<String>> roles = new EnumMap<>(Role.class);
  private final Map<String, Category> kept = new HashMap<>();

  /** What may be told of a column: routes and the circle's documents come in no table. */
  private static final Set<Category> TELLABLE = EnumSet.range(Category.C0, Category.C9);

  MappingText(String text) {
    lines = text.split("\\R", -1);
  }

  Mapping read() throws Refused {
    if (lines.length > MOST_LINES) {
      throw MappingSection.refused(MOST_LINES, "longer than " + MOST_LINES + " lines");
    }
    Section section = Section.COLUMNS;
    for (int i = 0; i < lines.length; i++) {
      String line = REMARK.matcher(lines[i]).replaceFirst("").trim();
      if (line.startsWith("[")) {
        section = section(i + 1, line);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        take(section, i + 1, line);
      }
    }
    Mapping mapping = mapping();
    file.refuseRest();
    always.refuseRest();
    requireSubject(mapping);
    requireOneUse();
    return mapping;
  }

  private static Section section(int line, String text) throws Refused {
    return switch (text) {
      case "[file]" -> Section.FILE;
      case "[always]" -> Section.ALWAYS;
      case "[columns]" -> Section.COLUMNS;
      case "[kept]" -> Section.KEPT;
      default ->
          throw MappingSection.refused(
              line, "no section " + text + "; file, always, columns, kept");
    };
  }

  /** Column names may hold an equals sign, so theirs is the last one. */
  private void take(Section section, int line, String text) throws Refused {
    boolean ofColumns = section == Section.COLUMNS || section == Section.KEPT;
    int equals = ofColumns ? text.lastIndexOf('=') : text.indexOf('=');
    if (equals < 1) {
      throw MappingSection.refused(line, "not \"name = value\": " + text);
    }
    String name = text.substring(0, equals).trim();
    String value = text.substring(equals + 1).trim();
    switch (section) {
      case FILE -> file.put(line, name, value);
      case ALWAYS -> always.put(line, name, value);
      case COLUMNS -> roles.computeIfAbsent(role(line, value), _ -> new ArrayList<>()).add(name);
      case KEPT -> keep(line, name, value);
    }
  }

  private void keep(int line, String column, String word) throws Refused {
    Category category =
        TELLABLE.stream()
            .filter(each -> each.name().equals(word))
            .findFirst()
            .orElseThrow(
                () -> MappingSection.refused(line, "no category \"" + word + "\"; C0 to C9"));
    if (kept.put(column, category) != null) {
      throw MappingSection.refused(line, column + " is said twice");
    }
  }

  private static Role role(int line, String word) throws Refused {
    return Role.tryParse(word)
        .orElseThrow(
            () -> MappingSection.refused(line, "no role \"" + word + "\"; " + roleWords()));
  }

  private static String roleWords() {
    return String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList());
  }

  private Mapping mapping() throws Refused {
    return new Mapping(
        dialect(),
        file.number("skip", MOST_SKIPPED),
        columns(),
        file.word("sides", Sides.ABOUT_SOURCE, List.of(Sides.values())),
        roles,
        kept,
        kind(),
        always.parsed("severity", Severity.NOT_TOLD, Severity::tryParse),
        always.parsed("transport", Transport.NOT_TOLD, Transport::tryParse),
        always.text("sensor"),
        MappingTime.read(file));
  }

  private Dialect dialect() throws Refused {
    char delimiter = file.character("delimiter", ',');
    char comment = file.character("comment", Dialect.NO_COMMENT);
    int line = file.line("quotes");
    Dialect.Quoting quoting =
        switch (file.text("quotes")) {
          case "", "double" -> Dialect.Quoting.DOUBLE_QUOTES;
          case "none" -> Dialect.Quoting.NONE;
          default -> throw MappingSection.refused(line, "quotes are double or none");
        };
    return new Dialect(delimiter, quoting, comment);
  }

  private List<String> columns() {
    String text = file.text("columns");
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::trim).toList();
  }

  private Kind kind() throws Refused {
    Rsit rsit = always.parsed("class", Rsit.UNDETERMINED, Rsit::tryOfType);
    return new Kind(
        rsit, always.text("identifier"), always.text("family").toLowerCase(Locale.ROOT));
  }

  /** A column with a role is what its role is. */
  private void requireOneUse() throws Refused {
    for (List<String> columns : roles.values()) {
      for (String each : columns) {
        if (kept.containsKey(each)) {
          throw MappingSection.refused(lines.length, each + " has a role and a category");
        }
      }
    }
  }

  private void requireSubject(Mapping mapping) throws Refused {
    if (!roles.containsKey(Role.TIME)) {
      throw MappingSection.refused(lines.length, "no column is the time");
    }
    List<Role> subjects =
        mapping.sides().aboutSource()
            ? List.of(Role.SOURCE_ADDRESS, Role.SOURCE_HOST, Role.SOURCE_MAILBOX, Role.URL)
            : List.of(Role.DESTINATION_ADDRESS, Role.DESTINATION_HOST, Role.URL);
    if (subjects.stream().noneMatch(roles::containsKey)) {
      String names = String.join(", ", subjects.stream().map(Role::word).toList());
      throw MappingSection.refused(lines.length, "no column says whom it is about: " + names);
    }
  }
}
