package tenbin.hub.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.web.exit.Viewers;
import tenbin.web.signin.Visitor;

/** Who looks at Today, when, in which language; and what was released for it, by purpose. */
final class Looker {
  private final Visitor visitor;
  private final Instant now;
  private final Locale locale;
  private final MessageSource words;
  private final Viewers viewers;
  private final Map<Purpose, List<Disclosure>> shown = new LinkedHashMap<>();

  Looker(Visitor visitor, Instant now, Locale locale, MessageSource words, Viewers viewers) {
    this.visitor = visitor;
    this.now = now;
    this.locale = locale;
    this.words = words;
    this.viewers = viewers;
  }

  Visitor visitor() {
    return visitor;
  }

  Instant now() {
    return now;
  }

  Locale locale() {
    return locale;
  }

  /** What the balance gives the looker's member for a purpose. */
  Plan plan(Purpose purpose) {
    return viewers.plan(visitor.member(), purpose, Outlet.PAGE);
  }

  /** Words of the reader's language. */
  String say(String key, Object... values) {
    return words.getMessage(key, values, locale);
  }

  /** Notes what is shown, for the ledger. */
  void show(Purpose purpose, Collection<Disclosure> some) {
    shown.computeIfAbsent(purpose, each -> new ArrayList<>()).addAll(some);
  }

  Map<Purpose, List<Disclosure>> shown() {
    return shown;
  }
}
