package tenbin.spine.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.report.Digest;

/**
 * What must not go out of free text, cut out by patterns: mail addresses, telephone numbers, names
 * and addresses inside of an organisation, and the organisation's own name. A person looks at it
 * before it goes. Cutting twice cuts nothing more.
 *
 * @param text with everything found cut out
 * @param found how many
 */
public record Redaction(String text, int found) {
  /** Stands for what was cut out; no pattern finds it. */
  public static final String MARK = "[…]";

  /** Names of two letters are in half of all words. */
  private static final int LEAST_NAME = 3;

  /** Two are enough but for texts that somebody made to need more: those go nowhere. */
  private static final int MOST_ROUNDS = 20;

  private static final Set<IncidentField> FREE =
      Set.of(IncidentField.TTPS, IncidentField.FLAW, IncidentField.ANALYSIS);

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+"),
          // International form, and Japan's with its hyphens.
          Pattern.compile(
              "(?<![0-9])\\+?[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?:-[0-9]{3,4})?(?![0-9])"),
          // RFC 1918, RFC 3927, RFC 4193.
          Pattern.compile(
              "(?<![0-9.])(?:10(?:\\.[0-9]{1,3}){3}|192\\.168(?:\\.[0-9]{1,3}){2}"
                  + "|172\\.(?:1[6-9]|2[0-9]|3[01])(?:\\.[0-9]{1,3}){2}"
                  + "|169\\.254(?:\\.[0-9]{1,3}){2})(?![0-9])"),
          Pattern.compile("(?i)(?<![0-9a-f:])f[cd][0-9a-f]{2}:[0-9a-f:]+"),
          // Names that nobody outside can look up (RFC 6762, RFC 8375 and habit).
          Pattern.compile(
              "(?i)(?<![a-z0-9.-])(?:[a-z0-9-]+\\.)+(?:local|internal|intra|lan|corp|home\\.arpa)"
                  + "(?![a-z0-9-])"),
          // Accounts as Windows writes them, and shares.
          Pattern.compile("\\\\\\\\[^\\s\\\\]+(?:\\\\[^\\s\\\\]+)*"),
          Pattern.compile("(?i)[a-z]:\\\\users\\\\[^\\s\\\\]+"));

  /** The proposal for a field of a report; nothing is found in fields that are no free text. */
  public static Redaction of(IncidentReport report, IncidentField field) {
    String text = report.value(field);
    if (!FREE.contains(field)) {
      return new Redaction(text, 0);
    }
    return of(text, namesOf(report));
  }

  /**
   * A text without what patterns find and without names, whatever their case; names of two letters
   * are in half of all words and stay.
   */
  public static String cut(String text, Set<String> names) {
    return of(text, longestFirst(names.stream())).text;
  }

  /** Until nothing more is found: what is left beside a mark may be found with it. */
  static Redaction of(String text, Set<String> names) {
    Redaction cut = new Redaction(text, 0);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Redaction more = once(cut.text, names);
      if (more.text.equals(cut.text)) {
        return cut;
      }
      cut = new Redaction(more.text, cut.found + more.found);
    }
    return new Redaction(MARK, cut.found);
  }

  private static Redaction once(String text, Set<String> names) {
    int found = 0;
    String rest = text;
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(rest);
      found += (int) matcher.results().count();
      rest = matcher.replaceAll(Matcher.quoteReplacement(MARK));
    }
    String lower = rest.toLowerCase(Locale.ROOT);
    for (String name : names) {
      if (!lower.contains(name)) {
        continue;
      }
      Pattern pattern =
          Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      Matcher matcher = pattern.matcher(rest);
      found += (int) matcher.results().count();
      rest = matcher.replaceAll(Matcher.quoteReplacement(MARK));
    }
    return new Redaction(rest, found);
  }

  private static Set<String> namesOf(IncidentReport report) {
    return longestFirst(
        List.of(IncidentField.VICTIM_DOMAIN, IncidentField.VICTIM_NAME).stream()
            .flatMap(field -> report.value(field).lines()));
  }

  /** Longer ones first, so that a domain is not left in halves. */
  private static Set<String> longestFirst(Stream<String> all) {
    Set<String> names = new LinkedHashSet<>();
    all.map(each -> each.strip().toLowerCase(Locale.ROOT))
        .filter(each -> each.length() >= LEAST_NAME)
        .sorted((one, other) -> other.length() - one.length())
        .forEach(names::add);
    return names;
  }

  /** Whether there is anything to look at. */
  public boolean isNeeded() {
    return found > 0;
  }

  /** Whether nothing worth reading is left. */
  public boolean breaksIt() {
    return text.replace(MARK, "").chars().noneMatch(Character::isLetterOrDigit);
  }

  /** What a person's look is bound to. */
  public String digest() {
    return Digest.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
  }
}
