package tenbin.hub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.Words;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.playbook.AfterReport;
import tenbin.desks.routes.playbook.CounterPlan;
import tenbin.desks.routes.playbook.Playbook;
import tenbin.desks.routes.playbook.RegistryFix;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * The playbook for one incident and one reader: of its own prefixes, as they were released.
 *
 * @param steps what helps against this kind
 * @param plan what the holder could announce
 * @param fixes what to change in registries
 * @param own the reader's own prefixes of it
 */
public record Help(
    Set<Playbook.Step> steps, CounterPlan plan, List<RegistryFix.Step> fixes, List<Prefix> own) {
  /** Own prefixes of which a page says what to mend: when these are mended it shows the next. */
  private static final int MOST_FIXES = 20;

  /** As many own prefixes as a plan looks at. */
  static final int MOST_OWN = 1_000;

  static Help of(RouteView view, List<Disclosure> own, PrefixStates states) {
    Optional<Kind> kind = Said.kindOf(view.kind());
    Set<Playbook.Step> steps = kind.map(Playbook::steps).orElse(Set.of());
    List<Prefix> attacked = prefixes(own, RouteFacts.PREFIX);
    boolean counters = steps.contains(Playbook.Step.COUNTER);
    CounterPlan plan =
        CounterPlan.against(counters ? attacked : List.of(), prefixes(own, RouteFacts.OF));
    List<RegistryFix.Step> fixes =
        steps.contains(Playbook.Step.REGISTRY) ? fixes(kind.orElseThrow(), own, states) : List.of();
    return new Help(steps, plan, fixes, attacked);
  }

  private static List<RegistryFix.Step> fixes(
      Kind kind, List<Disclosure> own, PrefixStates states) {
    return own.stream()
        .filter(each -> each.fact(RouteFacts.END).isEmpty())
        .limit(MOST_FIXES)
        .flatMap(each -> fix(each, Playbook.isOwnDoing(kind), states).stream())
        .flatMap(each -> each.steps(kind).stream())
        .distinct()
        .toList();
  }

  private static List<Prefix> prefixes(List<Disclosure> own, String fact) {
    return own.stream()
        .flatMap(each -> Prefix.tryParse(each.fact(fact)).stream())
        .distinct()
        .toList();
  }

  /** Where one's own announcement is right, what it says; else what is declared. */
  private static Optional<RegistryFix> fix(Disclosure each, boolean ownDoing, PrefixStates states) {
    Asn seen = RouteFacts.asn(each.fact(RouteFacts.SEEN));
    Asn expected = RouteFacts.asn(each.fact(RouteFacts.EXPECTED));
    Asn right = ownDoing || !expected.isPresent() ? seen : expected;
    String of = each.fact(ownDoing ? RouteFacts.PREFIX : RouteFacts.OF);
    return right.isPresent()
        ? Prefix.tryParse(of).map(prefix -> new RegistryFix(prefix, right, states.said(prefix)))
        : Optional.empty();
  }

  public boolean has(String step) {
    return steps.stream().anyMatch(each -> each.word().equals(step));
  }

  /** The after-report, of what was released and of the reader's own deeds. */
  static String report(RouteView view, Help help, List<String> deeds, Locale locale) {
    Said said = new Said(locale);
    boolean ja = locale.getLanguage().equals("ja");
    AfterReport report = new AfterReport(said.kind(view.kind()) + " " + view.by(), locale);
    report
        .fact(ja ? "状態" : "State", said.state(view.state()))
        .fact(ja ? "開始" : "Begin", view.begin().toString())
        .fact(ja ? "終了" : "End", view.end() == null ? "" : String.valueOf(view.end()))
        .fact(ja ? "終わり方" : "How it ended", said.mended(view))
        .fact(ja ? "経路数" : "Prefixes", Integer.toString(view.prefixes()))
        .fact(ja ? "観測点" : "Vantage points", view.vantages().text());
    List<String> why = new ArrayList<>();
    view.evidence()
        .forEach(each -> why.add(each.score() + " " + each.name() + " " + each.detail()));
    report.part(ja ? "根拠" : "Why").list(why, each -> each);
    report
        .part(ja ? "自組織の経路" : "Own prefixes")
        .list(help.own.stream().map(Prefix::toString).toList(), each -> each);
    if (!help.fixes.isEmpty()) {
      report
          .part(ja ? "登録情報の修正" : "To be mended in registries")
          .list(
              help.fixes.stream()
                  .map(each -> Words.of(each).in(locale) + ": " + each.text().strip())
                  .toList(),
              each -> each);
    }
    report.part(ja ? "実施したこと" : "What was done").list(deeds, each -> each);
    report
        .part(ja ? "書き足すこと" : "To be added")
        .open(ja ? "影響を受けた顧客と時間" : "Customers affected, and for how long")
        .open(ja ? "相手側への連絡と返答" : "Whom of the other side was reached, and what was said")
        .open(ja ? "再発を防ぐために変えること" : "What changes so that it does not come again");
    return report.markdown();
  }
}
