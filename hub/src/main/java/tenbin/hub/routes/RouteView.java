package tenbin.hub.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tenbin.desks.routes.tell.Band;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.desks.routes.tell.Scope;
import tenbin.desks.routes.tell.Told;

/**
 * An incident as its reader may know it, for a template.
 *
 * @param told what the balance released
 */
public record RouteView(Told told) {
  public UUID id() {
    return told.id();
  }

  private String fact(String name) {
    return told.fact(name);
  }

  /** "origin-hijack". */
  public String kind() {
    return fact(RouteFacts.KIND);
  }

  public String code() {
    return fact(RouteFacts.CODE);
  }

  public String state() {
    return fact(RouteFacts.STATE);
  }

  /** Whether it goes on. */
  public boolean goesOn() {
    return fact(RouteFacts.END).isEmpty();
  }

  /** As what the reader sees it: "group", "own", "witness". */
  public String scope() {
    return told.scope().word();
  }

  /** Whether prefixes of the reader's are touched. */
  public boolean own() {
    return told.scope() == Scope.OWN || ownPrefixes() > 0;
  }

  /** How many of the reader's own prefixes are touched. */
  public int ownPrefixes() {
    return told.scope() == Scope.OWN ? prefixes() : number(fact(RouteFacts.OWN_COUNT));
  }

  /** "AS64505"; "" where nobody can be named. */
  public String by() {
    String number = fact(RouteFacts.SEEN);
    return number.isEmpty() ? "" : "AS" + number;
  }

  public List<String> sample() {
    return fact(RouteFacts.PREFIX).lines().toList();
  }

  public Instant begin() {
    return Instant.parse(fact(RouteFacts.BEGIN));
  }

  public Instant last() {
    return Instant.parse(fact(RouteFacts.LAST));
  }

  /** When it was over; null while it goes on, as templates want it. */
  public @org.jspecify.annotations.Nullable Instant end() {
    return Optional.of(fact(RouteFacts.END))
        .filter(each -> !each.isEmpty())
        .map(Instant::parse)
        .orElse(null);
  }

  /** After how long it was over because a registry was mended. */
  public Optional<Duration> mended() {
    return Optional.of(fact(RouteFacts.MENDED))
        .filter(each -> !each.isEmpty())
        .map(Duration::parse);
  }

  public int score() {
    return number(fact(RouteFacts.SCORE));
  }

  public int prefixes() {
    return number(fact(RouteFacts.COUNT));
  }

  public int now() {
    return number(fact(RouteFacts.NOW));
  }

  /** How many vantage points, as a band. */
  public Band vantages() {
    return Band.parse(fact(RouteFacts.VANTAGES));
  }

  /** How many members it concerns, as a band's word; "" where that is not told. */
  public String members() {
    return fact(RouteFacts.MEMBERS).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static int number(String text) {
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  /** Why. */
  public record Reason(String name, int score, String detail) {}

  public List<Reason> evidence() {
    return told.lines(RouteFacts.EVIDENCE).stream()
        .map(each -> each.split("\t", 3))
        .map(each -> new Reason(each[0], number(each[1]), each[2]))
        .toList();
  }

  /** What it means for a member. */
  public record Hit(String member, int prefixes, int now) {}

  public List<Hit> impact() {
    return told.lines(RouteFacts.IMPACT).stream()
        .map(each -> each.split("\t", 3))
        .map(each -> new Hit(each[0], number(each[1]), number(each[2])))
        .toList();
  }

  /** How it stood at a moment. */
  public record Point(Instant at, String state, int prefixes, int now) {}

  public List<Point> growth() {
    return told.lines(RouteFacts.GROWTH).stream()
        .map(each -> each.split("\t", 4))
        .map(each -> new Point(Instant.parse(each[0]), each[1], number(each[2]), number(each[3])))
        .toList();
  }

  /** A path as far as it is told, at a moment. */
  public record Path(Instant at, Band band, String text) {}

  public List<Path> rest() {
    return told.lines(RouteFacts.REST).stream()
        .map(each -> each.split("\t", 3))
        .map(each -> new Path(Instant.parse(each[0]), Band.parse(each[1]), each[2]))
        .toList();
  }

  /** A whole path that a router of the reader's own saw, or of one who let it go. */
  public record Seen(Instant at, String prefix, String path) {}

  public List<Seen> whole() {
    return told.lines(RouteFacts.START).stream()
        .map(each -> each.split("\t", 3))
        .map(each -> new Seen(Instant.parse(each[0]), each[1], each.length > 2 ? each[2] : ""))
        .toList();
  }
}
