package tenbin.hub.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.past.Past;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.PrefixStates;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Three route incidents of the demo's circle, as a watch would tell them: a hijack that goes on, a
 * leak of many networks that is over, a mismatch with the registry that ended by its mending. All
 * of it is invented; AS numbers are those of RFC 5398.
 */
public final class DemoRoutes {
  private static final MemberId KOGANE = new MemberId("kogane");
  private static final MemberId HAYATE = new MemberId("hayate");
  private static final MemberId MINATO = new MemberId("minato");
  private static final Asn STRANGER = new Asn(64_511);
  private static final Asn LEAKER = new Asn(64_510);

  /** Whose routers see it: two members', and collectors. */
  static final List<Vantage> ROUTERS =
      List.of(
          router("member:aozora", 64_496, 1),
          router("member:tsubame", 64_502, 2),
          router("rrc06", 64_505, 3),
          router("rrc06", 64_506, 4),
          router("rrc06", 64_507, 5),
          router("route-views.wide", 64_508, 6));

  /** With the group of the demo's circle, and feeds that are invented too. */
  static final RouteSettings UNWATCHED =
      new RouteSettings("routing-wg", List.of(), RouteWatching.NOBODY);

  public static final RouteSettings SETTINGS = UNWATCHED.watchedBy(DemoRoutes::watching);

  private DemoRoutes() {}

  private static Vantage router(String feed, int asn, int last) {
    return new Vantage(feed, new Asn(asn), Address.ofV4(0xc000_0200 + last));
  }

  private static RouteWatching.Running watching(
      RoutesDesk desk, List<RouteSettings.Feed> feeds, java.time.Clock clock) {
    return new RouteWatching.Running() {
      @Override
      public FeedStates feeds() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        FeedStates.Health good = FeedStates.Health.GOOD;
        return () ->
            List.of(
                new FeedStates.FeedState(
                    "member:aozora", "bgp", good, Optional.of(now), 1, 912_004, 0, ""),
                new FeedStates.FeedState(
                    "member:tsubame", "bmp", good, Optional.of(now), 1, 899_120, 3, ""),
                new FeedStates.FeedState(
                    "rrc06", "ris-live", good, Optional.of(now), 3, 2_744_010, 0, ""),
                new FeedStates.FeedState(
                    "route-views.wide",
                    "folder",
                    FeedStates.Health.STALE,
                    Optional.of(now.minus(Duration.ofMinutes(47))),
                    1,
                    893_330,
                    12,
                    "the newest file is 47 minutes old"));
      }

      @Override
      public PrefixStates prefixes() {
        return (prefix, origins) ->
            prefix.isV4()
                ? new PrefixStates.PrefixState(
                    prefix.length() > 14
                        ? PrefixStates.Standing.INVALID
                        : PrefixStates.Standing.VALID,
                    PrefixStates.Standing.VALID,
                    6)
                : new PrefixStates.PrefixState(
                    PrefixStates.Standing.ABSENT, PrefixStates.Standing.ABSENT, 5);
      }

      @Override
      public Past past() {
        return DemoPast.before(clock.instant());
      }

      @Override
      public void close() {}
    };
  }

  /** Tells the desk; what is there already stays. */
  public static void into(RoutesDesk desk, Instant now) {
    if (!desk.incidents().newest(1).isEmpty()) {
      return;
    }
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    declare(desk, KOGANE, hour, 64_498, "126.88.0.0/13", "126.90.0.0/16", "2001:db8:2000::/36");
    declare(desk, HAYATE, hour, 64_497, "126.80.0.0/13", "126.116.0.0/15");
    hijack(desk, hour.minus(Duration.ofMinutes(95)));
    leak(desk, hour.minus(Duration.ofHours(9)));
    mismatch(desk, hour.minus(Duration.ofDays(3)));
  }

  private static void declare(
      RoutesDesk desk, MemberId member, Instant at, int asn, String... prefixes) {
    List<Watched> watched = new ArrayList<>();
    for (String each : prefixes) {
      watched.add(Watched.of(Prefix.parse(each)));
    }
    desk.declarations()
        .declare(
            new Declaration(
                member, Set.of(new Asn(asn)), Set.of(), Set.of(), Set.of(), watched, List.of()),
            new DeclarationBook.By(at, "hub", "proposal"));
  }

  private static void hijack(RoutesDesk desk, Instant begin) {
    Prefix of = Prefix.parse("126.90.0.0/16");
    List<Affected> affected = new ArrayList<>();
    List<PathSeen> steps = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Prefix prefix = Prefix.around(Address.ofV4(0x7e5a_1400 + (i << 10)), 22);
      affected.add(
          one(prefix, of, KOGANE, 64_498, STRANGER, begin.plusSeconds(i), Optional.empty()));
      for (int router = 0; router < ROUTERS.size(); router++) {
        steps.add(
            new PathSeen(
                begin.plusSeconds(20L * router + i),
                ROUTERS.get(router),
                prefix,
                ROUTERS.get(router).asn()
                    + (router % 2 == 0 ? " 64503 64509 " : " 64504 64509 ")
                    + STRANGER));
      }
    }
    Incident incident =
        new Incident(
            id(1, begin),
            new Cause(Kind.SUBPREFIX_HIJACK, STRANGER, "kogane"),
            State.ONGOING,
            begin,
            begin.plusSeconds(130),
            Optional.empty(),
            3,
            3,
            6,
            6,
            11,
            List.of(
                new Tag("vrp-invalid", 4, "AS64498 up to /16"),
                new Tag("new-origin", 4, "AS64511 never originated a part of 126.90.0.0/16"),
                new Tag("no-route-object", 3, "AS64511")),
            List.of(new Impact(KOGANE, 3, 3)),
            0,
            0);
    tell(desk, incident, affected, steps);
  }

  private static void leak(RoutesDesk desk, Instant begin) {
    int prefixes = 2_400;
    Optional<Instant> end = Optional.of(begin.plus(Duration.ofMinutes(8)));
    List<Affected> affected = new ArrayList<>();
    List<PathSeen> steps = new ArrayList<>();
    int[] touched = new int[3];
    List<MemberId> members = List.of(KOGANE, HAYATE, MINATO);
    int[] bases = {0x7e58_0000, 0x7e50_0000, 0x7e60_0000, 0x0b00_0000};
    for (int i = 0; i < prefixes; i++) {
      int whose = i % 8 == 0 ? 0 : i % 12 == 1 ? 1 : i % 40 == 2 ? 2 : 3;
      Prefix prefix = Prefix.around(Address.ofV4(bases[whose] + (i << 8)), 24);
      Optional<MemberId> member = whose == 3 ? Optional.empty() : Optional.of(members.get(whose));
      member.ifPresent(each -> touched[whose]++);
      int origin = whose == 3 ? 64_504 : 64_498 - (whose == 1 ? 1 : whose == 2 ? -2 : 0);
      Instant at = begin.plusMillis(i * 60L);
      affected.add(
          one(prefix, Prefix.around(prefix.first(), 13), member, origin, new Asn(origin), at, end));
      for (Vantage each : ROUTERS.subList(0, 1 + i % 4)) {
        String path = each.asn() + " 64503 " + LEAKER + " 64509 " + origin;
        steps.add(new PathSeen(at, each, prefix, path));
      }
    }
    List<Impact> impact =
        List.of(
            new Impact(KOGANE, touched[0], 0),
            new Impact(HAYATE, touched[1], 0),
            new Impact(MINATO, touched[2], 0));
    for (int part = 1; part <= 6; part++) {
      int now = prefixes * part / 6;
      stand(desk, begin, State.ONGOING, now, now, begin.plusSeconds(24L * part), impact);
    }
    Incident over =
        stand(desk, begin, State.WITHDRAWN, prefixes, 0, begin.plus(Duration.ofMinutes(8)), impact);
    tell(desk, over, affected, steps);
  }

  private static Incident stand(
      RoutesDesk desk,
      Instant begin,
      State state,
      int prefixes,
      int now,
      Instant at,
      List<Impact> impact) {
    int circle = impact.stream().mapToInt(Impact::prefixes).sum();
    Incident incident =
        new Incident(
            id(2, begin),
            new Cause(Kind.MASS_LEAK, LEAKER, ""),
            state,
            begin,
            at,
            state.isOver() ? Optional.of(at) : Optional.empty(),
            prefixes,
            now,
            4,
            6,
            9,
            List.of(
                new Tag("many-networks", 6, "2,400 prefixes of 310 networks in 144 s"),
                new Tag("valley", 3, "AS64510 between two of its providers")),
            impact,
            Math.max(0, prefixes - circle),
            0);
    desk.sink().stands(incident, List.of());
    return incident;
  }

  private static void mismatch(RoutesDesk desk, Instant begin) {
    Prefix prefix = Prefix.parse("126.116.64.0/18");
    Instant end = begin.plus(Duration.ofHours(26));
    Asn hayates = new Asn(64_497);
    Incident incident =
        new Incident(
            id(3, begin),
            new Cause(Kind.IRR_MISMATCH, hayates, "hayate"),
            State.OUTDATED,
            begin,
            end,
            Optional.of(end),
            1,
            0,
            5,
            6,
            3,
            List.of(
                new Tag("other-route-object", 3, "126.116.0.0/15 of AS64496"),
                new Tag(Tag.REGISTERED, 0, "")),
            List.of(new Impact(HAYATE, 1, 0)),
            0,
            0);
    List<PathSeen> steps =
        ROUTERS.stream()
            .skip(1)
            .map(each -> new PathSeen(begin, each, prefix, each.asn() + " 64503 " + hayates))
            .toList();
    Affected affected =
        new Affected(
            prefix,
            Prefix.parse("126.116.0.0/15"),
            Optional.of(HAYATE),
            new Asn(64_496),
            hayates,
            begin,
            Optional.of(end),
            0,
            5,
            "");
    tell(desk, incident, List.of(affected), steps);
  }

  private static Affected one(
      Prefix prefix,
      Prefix of,
      MemberId member,
      int expected,
      Asn observed,
      Instant begin,
      Optional<Instant> end) {
    return one(prefix, of, Optional.of(member), expected, observed, begin, end);
  }

  private static Affected one(
      Prefix prefix,
      Prefix of,
      Optional<MemberId> member,
      int expected,
      Asn observed,
      Instant begin,
      Optional<Instant> end) {
    int most = end.isPresent() ? 3 : 6;
    int now = end.isPresent() ? 0 : most;
    return new Affected(prefix, of, member, new Asn(expected), observed, begin, end, now, most, "");
  }

  private static void tell(
      RoutesDesk desk, Incident incident, List<Affected> affected, List<PathSeen> steps) {
    desk.sink().stands(incident, affected);
    desk.sink().seen(incident, steps);
    desk.sink().notice(new Notice(Notice.What.BEGAN, incident));
  }

  private static UUID id(int number, Instant begin) {
    return new UUID(begin.getEpochSecond() << 16 | 0x8000L, 0x8000_0000_0000_0000L | number);
  }
}
