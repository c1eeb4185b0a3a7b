package tenbin.desks.routes.tell;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C8;
import static tenbin.nouns.consent.Category.CR;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Item.Fact;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.past.PastAnswer;
import tenbin.nouns.consent.Category;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** An answer as facts of the balance: whole for who saw it, ends of paths and bands for others. */
final class PastFacts {
  /** Lines of one prefix that are told. */
  private static final int MOST_LINES = 2_000;

  private final PastAnswer answer;
  private final Whose whose;

  /** Whose routers saw it. */
  enum Whose {
    OWN,
    CIRCLE
  }

  PastFacts(PastAnswer answer, Whose whose) {
    this.answer = answer;
    this.whose = whose;
  }

  static List<Fact> bare() {
    return List.of(
        new Fact(RouteFacts.PREFIX, CR, ""),
        new Fact(RouteFacts.SEEN, CR, ""),
        new Fact(RouteFacts.COUNT, C0, ""));
  }

  /** How many were heard then, of how many there is all, and what is missing. */
  List<Fact> head(Prefix asked) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(RouteFacts.PREFIX, CR, asked.toString()));
    facts.add(new Fact(RouteFacts.SEEN, CR, ""));
    facts.add(new Fact(RouteFacts.COUNT, C0, number(heard(PastAnswer.Hearing.NOT))));
    facts.add(new Fact(RouteFacts.NOW, C0, number(heard(PastAnswer.Hearing.PARTLY))));
    add(facts, RouteFacts.EVENT, CR, holes());
    if (whose == Whose.OWN) {
      add(facts, RouteFacts.REPORTER, C8, answer.heard().stream().map(PastFacts::heard).distinct());
    }
    return facts;
  }

  /** How many stood better than so. */
  private int heard(PastAnswer.Hearing worse) {
    return (int)
        answer.heard().stream().filter(each -> each.hearing().compareTo(worse) > 0).count();
  }

  private String number(int number) {
    return whose == Whose.OWN ? Integer.toString(number) : Band.of(number).text();
  }

  private static String heard(PastAnswer.Heard each) {
    return Stream.of(
            each.from().feed(),
            each.from().asn().toString(),
            each.from().address().toString(),
            each.hearing().name().toLowerCase(Locale.ROOT),
            each.since().map(Instant::toString).orElse(""))
        .collect(Collectors.joining("\t"));
  }

  /** Of the circle's feeds times alone: how many words it were is a number of vantage points. */
  private Stream<String> holes() {
    return answer.holes().stream()
        .map(each ->
            whose == Whose.OWN
                ? each.begin() + "\t" + each.end() + "\t" + each.words()
                : each.begin().truncatedTo(ChronoUnit.MINUTES)
                    + "\t"
                    + each.end().truncatedTo(ChronoUnit.MINUTES)
                    + "\t")
        .distinct()
        .limit(MOST_LINES);
  }

  /** Of each prefix that somebody had, or that changed. */
  Map<Prefix, List<Fact>> prefixes(Instant at) {
    Map<Prefix, List<PastAnswer.Line>> lines = new TreeMap<>();
    Map<Prefix, List<PastAnswer.Step>> steps = new TreeMap<>();
    answer
        .lines()
        .forEach(each -> lines.computeIfAbsent(each.prefix(), any -> new ArrayList<>()).add(each));
    answer
        .steps()
        .forEach(each -> steps.computeIfAbsent(each.prefix(), any -> new ArrayList<>()).add(each));
    Map<Prefix, List<Fact>> all = new TreeMap<>();
    for (Prefix each : Stream.concat(lines.keySet().stream(), steps.keySet().stream()).toList()) {
      all.computeIfAbsent(
          each,
          prefix ->
              facts(
                  prefix,
                  at,
                  lines.getOrDefault(prefix, List.of()),
                  steps.getOrDefault(prefix, List.of())));
    }
    return all;
  }

  private List<Fact> facts(
      Prefix prefix, Instant at, List<PastAnswer.Line> lines, List<PastAnswer.Step> steps) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(RouteFacts.PREFIX, CR, prefix.toString()));
    facts.add(new Fact(RouteFacts.SEEN, CR, origins(lines)));
    facts.add(new Fact(RouteFacts.VANTAGES, C0, number(lines.size())));
    if (whose == Whose.OWN) {
      Stream<String> had = lines.stream().map(PastFacts::had);
      Stream<String> then = steps.stream().map(PastFacts::then);
      add(facts, RouteFacts.START, C8, Stream.concat(had, then).limit(MOST_LINES));
    } else {
      add(facts, RouteFacts.REST, CR, rest(at, lines, steps));
    }
    return facts;
  }

  private static String origins(List<PastAnswer.Line> lines) {
    TreeSet<Asn> origins = new TreeSet<>();
    for (PastAnswer.Line each : lines) {
      each.route().path().origins().forEach(origin -> origins.add(asn(origin)));
    }
    return origins.stream().map(Asn::toString).collect(Collectors.joining("\n"));
  }

  private static Asn asn(int number) {
    return new Asn(number & 0xffff_ffffL);
  }

  private static String had(PastAnswer.Line each) {
    String what = each.sure() == PastAnswer.Sure.YES ? "had" : "perhaps";
    return whole(each.since(), what, each.from(), each.route().path());
  }

  private static String then(PastAnswer.Step each) {
    String what = each.why().name().toLowerCase(Locale.ROOT);
    return whole(each.at(), what, each.from(), each.route().path());
  }

  private static String whole(Instant at, String what, Vantage from, AsPath path) {
    return at + "\t" + what + "\t" + from.feed() + "\tAS" + from.asn() + "\t" + path;
  }

  /** As of incidents: ends that enough ASes share, bands, moments in which something shows. */
  private static Stream<String> rest(
      Instant at, List<PastAnswer.Line> lines, List<PastAnswer.Step> steps) {
    List<PathSeen> before = new ArrayList<>();
    for (PastAnswer.Line each : lines) {
      before.add(seen(at, each.from(), each.prefix(), each.route().path()));
    }
    List<PathSeen> all = new ArrayList<>(before);
    for (PastAnswer.Step each : steps) {
      all.add(seen(each.at(), each.from(), each.prefix(), each.route().path()));
    }
    PathRest rest = new PathRest(Asn.NONE, all);
    List<PathRest.Moment> moments = new ArrayList<>(rest.moments(before));
    Instant first = at.truncatedTo(ChronoUnit.SECONDS);
    rest.moments(all).stream().filter(each -> each.at().isAfter(first)).forEach(moments::add);
    return moments.stream().flatMap(PastFacts::moment).limit(MOST_LINES);
  }

  private static PathSeen seen(Instant at, Vantage from, Prefix prefix, AsPath path) {
    return new PathSeen(at, from, prefix, path.toString());
  }

  /** A moment in which nobody has anything is told as that. */
  private static Stream<String> moment(PathRest.Moment each) {
    if (each.paths().isEmpty()) {
      return Stream.of(each.at() + "\t" + Band.NONE.text() + "\t");
    }
    return each.paths().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(path -> each.at() + "\t" + path.getValue().text() + "\t" + path.getKey());
  }

  private static void add(List<Fact> facts, String name, Category category, Stream<String> lines) {
    String value = lines.collect(Collectors.joining("\n"));
    if (!value.isEmpty()) {
      facts.add(new Fact(name, category, value));
    }
  }
}
