package tenbin.desks.routes.tell;

import static tenbin.nouns.consent.Category.C0;
import static tenbin.nouns.consent.Category.C8;
import static tenbin.nouns.consent.Category.CR;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.balance.Item.Fact;
import tenbin.desks.routes.book.Glimpse;
import tenbin.desks.routes.book.Growth;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.outside.Outside;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Category;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * The facts of incidents and prefixes under the names by which pages, mails and programs find them.
 * {@link #PREFIX} and {@link #SEEN} are always there: the purpose requires them. Where a fact has
 * several lines, tabs stand between what a line has.
 */
public final class RouteFacts {
  /** One prefix; of an incident some, a line each. */
  public static final String PREFIX = "prefix";

  /** Who originates it, or does it: "64505"; "" where nobody can be named. */
  public static final String SEEN = "origin.seen";

  public static final String EXPECTED = "origin.expected";
  public static final String BEGIN = "route.start";
  public static final String END = "route.end";

  /** What is told of its paths: time, band, path. */
  public static final String REST = "path.rest";

  /** Whole paths of one holder's own routers: time, prefix, path. */
  public static final String START = "path.start";

  /** The feeds of one holder's own that saw it. */
  public static final String REPORTER = "reporter";

  public static final String KIND = "route.kind";
  public static final String CODE = "route.code";
  public static final String STATE = "route.state";
  public static final String LAST = "route.last";
  public static final String SCORE = "route.score";

  /** Why: tag, score, detail. */
  public static final String EVIDENCE = "route.evidence";

  /** How it grew: time, state, prefixes, now. */
  public static final String GROWTH = "route.growth";

  /** What it means for each member: member, prefixes, now. */
  public static final String IMPACT = "route.impact";

  /** Whose a prefix is, and the declared prefix around it. */
  public static final String MEMBER = "route.member";

  public static final String OF = "route.of";

  /** How many prefixes the reader may see of it, and how many still. */
  public static final String COUNT = "count";

  public static final String NOW = "count.now";

  /** How many of them are the reader's own, where it sees others' too. */
  public static final String OWN_COUNT = "count.own";

  /** {@link Band}. */
  public static final String VANTAGES = "count.vantages";

  /** {@link SeenBy}, as its name: how many members it concerns, for one of them. */
  public static final String MEMBERS = "count.members";

  /** After how long it was over because a registry was mended: "PT3H". */
  public static final String MENDED = "route.mended";

  /** Of a notice: "began", "grew", "reopened", "ended". */
  public static final String EVENT = "route.event";

  /** Of a notice: the id by which the recipient finds the incident. */
  public static final String INCIDENT = "route.incident";

  /** Of a notice: some of the recipient's own prefixes, a line each. */
  public static final String OWN = "route.own";

  /** How many own prefixes a notice names; the page has them all. */
  static final int SOME_OWN = 50;

  private final List<Fact> facts = new ArrayList<>();

  /** What is asked first: the purpose's fields, without a value. */
  static List<Fact> bare() {
    return List.of(new Fact(PREFIX, CR, ""), new Fact(SEEN, CR, ""), new Fact(COUNT, C0, ""));
  }

  /** Those of an incident that a list shows. */
  static RouteFacts brief(Incident incident, Seeing seeing) {
    RouteFacts all = new RouteFacts();
    String some = seeing.sample().stream().map(Prefix::toString).collect(Collectors.joining("\n"));
    all.always(PREFIX, CR, some);
    all.always(SEEN, CR, incident.cause().by().toString());
    all.add(KIND, CR, incident.cause().kind().text());
    all.add(CODE, CR, incident.cause().kind().code());
    all.add(STATE, CR, seeing.life().state().text());
    all.add(BEGIN, CR, seeing.since().toString());
    all.add(LAST, CR, seeing.life().last().toString());
    all.add(END, CR, seeing.life().end().map(Instant::toString).orElse(""));
    all.add(MENDED, CR, mended(incident, seeing).map(Duration::toString).orElse(""));
    all.add(SCORE, CR, Integer.toString(Reasons.score(seeing.reasons())));
    all.add(COUNT, C0, Integer.toString(seeing.prefixes()));
    all.add(NOW, C0, Integer.toString(seeing.now()));
    all.add(OWN_COUNT, C0, seeing.own() > 0 ? Integer.toString(seeing.own()) : "");
    all.add(VANTAGES, C0, Band.of(seeing.routers()).text());
    if (seeing.scope() == Scope.OWN) {
      all.add(MEMBERS, C0, SeenBy.of(Math.max(1, members(incident.impact()).size())).name());
    }
    return all;
  }

  /** It ended by what registries say now, and not by a declaration or a route. */
  private static Optional<Duration> mended(Incident incident, Seeing seeing) {
    boolean registered =
        incident.evidence().stream().anyMatch(each -> each.name().equals(Tag.REGISTERED));
    return seeing
        .life()
        .end()
        .filter(end -> registered && seeing.life().state() == State.OUTDATED)
        .map(end -> Duration.between(seeing.since(), end));
  }

  /** Those of one maintainer's own prefixes. */
  static RouteFacts of(MaintainerImpact impact) {
    RouteFacts all = new RouteFacts();
    String some =
        impact.listed().stream()
            .limit(Glimpse.SAMPLE)
            .map(each -> each.affected().prefix().toString())
            .collect(Collectors.joining("\n"));
    all.always(PREFIX, CR, some);
    all.always(SEEN, CR, impact.incident().cause().by().toString());
    all.add(KIND, CR, impact.incident().cause().kind().text());
    all.add(CODE, CR, impact.incident().cause().kind().code());
    all.add(BEGIN, CR, impact.begin().toString());
    all.add(END, CR, impact.end().map(Instant::toString).orElse(""));
    all.add(COUNT, C0, Integer.toString(impact.prefixes()));
    return all.add(NOW, C0, Integer.toString(impact.now()));
  }

  RouteFacts notice(Notice.What what, String incident, List<String> own) {
    add(EVENT, CR, what.name().toLowerCase(Locale.ROOT));
    add(INCIDENT, CR, incident);
    return add(OWN, CR, String.join("\n", own));
  }

  RouteFacts evidence(List<Tag> tags) {
    return add(
        EVIDENCE,
        CR,
        tags.stream()
            .map(each -> each.name() + "\t" + each.score() + "\t" + line(each.detail()))
            .collect(Collectors.joining("\n")));
  }

  RouteFacts impact(List<Impact> impact) {
    return add(
        IMPACT,
        CR,
        members(impact).stream()
            .map(each -> each.member() + "\t" + each.prefixes() + "\t" + each.now())
            .collect(Collectors.joining("\n")));
  }

  /** Those of the circle: that somebody outside asked is between it and its registry. */
  private static List<Impact> members(List<Impact> impact) {
    return impact.stream().filter(each -> !Outside.is(each.member())).toList();
  }

  /** As a band. */
  RouteFacts vantages(int seen) {
    return add(VANTAGES, C0, Band.of(seen).text());
  }

  RouteFacts growth(List<Growth> steps) {
    return add(
        GROWTH,
        CR,
        steps.stream()
            .map(each ->
                String.join(
                    "\t",
                    each.at().toString(),
                    (each.now() > 0 ? State.ONGOING : State.WITHDRAWN).text(),
                    Integer.toString(each.prefixes()),
                    Integer.toString(each.now())))
            .collect(Collectors.joining("\n")));
  }

  RouteFacts rest(List<PathRest.Moment> moments) {
    return add(
        REST,
        CR,
        moments.stream()
            .flatMap(each ->
                each.paths().entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .map(path -> each.at() + "\t" + path.getValue().text() + "\t" + path.getKey()))
            .collect(Collectors.joining("\n")));
  }

  /** What only the one whose routers saw it has, unless it lets it go. */
  RouteFacts own(MemberId holder, List<PathSeen> steps) {
    add(
        START,
        C8,
        steps.stream()
            .map(each -> each.at() + "\t" + each.prefix() + "\t" + each.path())
            .collect(Collectors.joining("\n")));
    return add(REPORTER, C8, holder.text());
  }

  static RouteFacts of(Affected affected, Instant since) {
    RouteFacts all = new RouteFacts();
    all.always(PREFIX, CR, affected.prefix().toString());
    all.always(SEEN, CR, affected.observed().toString());
    all.add(EXPECTED, CR, affected.expected().toString());
    all.add(OF, CR, affected.of().toString());
    all.add(
        MEMBER,
        CR,
        affected.member().filter(each -> !Outside.is(each)).map(MemberId::text).orElse(""));
    all.add(BEGIN, CR, since.toString());
    all.add(END, CR, affected.end().map(Instant::toString).orElse(""));
    return all;
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private void always(String name, Category category, String value) {
    facts.add(new Fact(name, category, value));
  }

  private RouteFacts add(String name, Category category, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, category, value));
    }
    return this;
  }

  List<Fact> list() {
    return List.copyOf(facts);
  }

  /** The AS of a fact; absent where none is told. */
  public static Asn asn(String value) {
    return Optional.of(value).flatMap(Asn::tryParse).orElse(Asn.NONE);
  }
}
