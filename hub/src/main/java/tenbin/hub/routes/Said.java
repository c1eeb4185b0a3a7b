package tenbin.hub.routes;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.desks.routes.Words;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.playbook.CounterPlan;
import tenbin.desks.routes.playbook.RegistryFix;

/**
 * The desk's words in a reader's language, for templates and tables.
 *
 * @param locale the reader's
 */
public record Said(Locale locale) {
  /** Of a kind's text, "origin-hijack"; the text itself where there is no such kind. */
  public String kind(String text) {
    return kindOf(text).map(each -> Words.of(each).in(locale)).orElse(text);
  }

  static Optional<Kind> kindOf(String text) {
    return Stream.of(Kind.values()).filter(each -> each.text().equals(text)).findFirst();
  }

  /** Of a state's text, "under-mitigation". */
  public String state(String text) {
    return Stream.of(State.values())
        .filter(each -> each.text().equals(text))
        .findFirst()
        .map(each -> Words.of(each).in(locale))
        .orElse(text);
  }

  public String act(Deed.Act act) {
    return Words.of(act).in(locale);
  }

  public String step(RegistryFix.Step step) {
    return Words.of(step).in(locale);
  }

  /** "The registry was mended after 3 h"; "" where that is not how it ended. */
  public String mended(RouteView view) {
    return view.mended().map(each -> Words.mended(each).in(locale)).orElse("");
  }

  public String span(Duration span) {
    return Words.of(span).in(locale);
  }

  public String gain(CounterPlan.Gain gain) {
    return Words.of(gain).in(locale);
  }

  /** By the keys of a table's columns. */
  String word(String key) {
    String rest = key.substring(key.lastIndexOf('.') + 1);
    return key.startsWith("route.kind.") ? kind(rest) : state(rest);
  }
}
