package tenbin.desks.routes.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What happened, written down for the holder's own files: markdown (CommonMark) of what its reader
 * was told and of nothing else.
 */
public final class AfterReport {
  /** Lines of a table in it; the export has all prefixes. */
  private static final int MOST_LINES = 200;

  private final Locale language;
  private final List<String> lines = new ArrayList<>();

  /** A report under a title. */
  public AfterReport(String title, Locale language) {
    this.language = language;
    lines.add("# " + text(title));
    lines.add("");
  }

  private boolean isJapanese() {
    return language.getLanguage().equals("ja");
  }

  /** A part with its title. */
  public AfterReport part(String title) {
    lines.add("");
    lines.add("## " + text(title));
    lines.add("");
    return this;
  }

  /** A line of what is known; nothing where nothing is. */
  public AfterReport fact(String name, String value) {
    if (!value.isEmpty()) {
      lines.add("- " + text(name) + ": " + text(value));
    }
    return this;
  }

  /** Lines for a person to fill in. */
  public AfterReport open(String question) {
    lines.add("- [ ] " + text(question));
    return this;
  }

  /** A list; a long one is cut, and says so. */
  public AfterReport list(List<String> all, UnaryOperator<String> shown) {
    all.stream().limit(MOST_LINES).forEach(each -> lines.add("- " + text(shown.apply(each))));
    if (all.size() > MOST_LINES) {
      int left = all.size() - MOST_LINES;
      lines.add(isJapanese() ? "- ほか " + left + " 件" : "- and " + left + " more");
    }
    return this;
  }

  /** What others wrote stays text: nothing in it is a heading, a link or HTML. */
  private static String text(String raw) {
    return raw.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]()#!|<>&])", "\\\\$1");
  }

  /** The whole of it. */
  public String markdown() {
    return String.join("\n", lines) + "\n";
  }
}
