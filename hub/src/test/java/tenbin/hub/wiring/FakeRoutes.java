package tenbin.hub.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.feed.RouteSink;
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
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.hub.routes.FeedStates;
import tenbin.hub.routes.Maintainers;
import tenbin.hub.routes.PrefixStates;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/** Two hijacks, alpha's and bravo's; bravo's router saw alpha's, a collector both. */
final class FakeRoutes {
  static final Vantage BRAVOS =
      new Vantage("member:bravo", new Asn(64_700), Address.parse("203.0.113.7"));
  static final Vantage COLLECTOR =
      new Vantage("rrc06", new Asn(64_701), Address.parse("203.0.113.8"));

  private FakeRoutes() {}

  static FeedStates feeds() {
    return () ->
        List.of(
            new FeedStates.FeedState(
                "member:bravo",
                "bgp",
                FeedStates.Health.STALE,
                Optional.of(Fake.NOW),
                1,
                900,
                2,
                Fake.EVIL),
            new FeedStates.FeedState(
                "rrc06", "ris-live", FeedStates.Health.GOOD, Optional.of(Fake.NOW), 7, 9, 0, ""));
  }

  static PrefixStates states() {
    return (prefix, origins) ->
        new PrefixStates.PrefixState(
            PrefixStates.Standing.INVALID, PrefixStates.Standing.ABSENT, 7);
  }

  /** One asks for alpha's neighbour block, with a name that would be markup. */
  static Maintainers maintainers() {
    Maintainer asks = new Maintainer("MAINT-" + Fake.EVIL, "JPIRR", List.of("noc@one.example"));
    IrrTable table =
        IrrTable.builder()
            .add(
                new RouteObject(
                    Prefix.parse("203.0.113.0/24"), new Asn(64_801), "JPIRR", List.of(asks.name())))
            .add(asks)
            .build();
    Listening dry = Listening.parse("dry");
    OptIns optIns = new OptIns(table, Declarations.NONE, Fake.NOW, dry);
    return new Maintainers(dry, () -> optIns, ToldBook.inMemory(), Optional.empty());
  }

  /** Of both prefixes by all routers, an hour before; bravo's own router turns its way once. */
  static Past past() {
    return Past.retold(sink -> {
      Instant begin = Fake.NOW.minusSeconds(3_600);
      for (String each : List.of("192.0.2.0/24", "198.51.100.0/24")) {
        Prefix prefix = Prefix.parse(each);
        announces(sink, begin, BRAVOS, prefix, 64_700, 64_710, 64_496);
        for (int i = 0; i < 3; i++) {
          announces(sink, begin, collector(i), prefix, 64_730 + i, 64_720, 64_496);
        }
        announces(sink, begin.plusSeconds(300), BRAVOS, prefix, 64_700, 64_711, 64_496);
        announces(sink, begin.plusSeconds(600), collector(2), prefix, 64_732, 64_666);
      }
      sink.lost(micros(begin.plusSeconds(900)), BRAVOS);
    });
  }

  private static Vantage collector(int number) {
    return new Vantage("rrc06", new Asn(64_730 + number), Address.ofV4(0xcb00_7110 + number));
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000;
  }

  private static void announces(
      RouteSink sink, Instant at, Vantage from, Prefix prefix, int... path) {
    sink.announced(micros(at), from, prefix, Attributes.of(AsPath.of(path)));
  }

  static void fill(RoutesDesk desk) {
    hijack(desk, 1, Fake.A, "192.0.2.0/24", List.of(BRAVOS, COLLECTOR));
    hijack(desk, 2, Fake.B, "198.51.100.0/24", List.of(COLLECTOR));
    desk.declarations()
        .declare(
            new Declaration(
                Fake.A,
                Set.of(new Asn(64_496)),
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(Watched.of(Prefix.parse("192.0.2.0/24"))),
                List.of()),
            new DeclarationBook.By(Fake.NOW, "person:alpha", "page"));
  }

  static void hijack(
      RoutesDesk desk, int number, MemberId member, String text, List<Vantage> seen) {
    Instant begin = Fake.NOW.minusSeconds(600L * number);
    Prefix prefix = Prefix.parse(text);
    Incident incident =
        new Incident(
            new UUID(0x8000L, 0x8000_0000_0000_0000L | number),
            new Cause(Kind.ORIGIN_HIJACK, new Asn(64_666), ""),
            State.ONGOING,
            begin,
            Fake.NOW.minusSeconds(60),
            Optional.empty(),
            1,
            1,
            seen.size(),
            9,
            7,
            List.of(
                new Tag("vrp-invalid", 4, Fake.EVIL), new Tag("seen-by", 1, "member:bravo first")),
            List.of(new Impact(member, 1, 1)),
            0,
            0);
    desk.sink()
        .stands(
            incident,
            List.of(
                new Affected(
                    prefix,
                    prefix,
                    Optional.of(member),
                    new Asn(64_496),
                    new Asn(64_666),
                    begin,
                    Optional.empty(),
                    1,
                    1,
                    "64700 64710 64666")));
    desk.sink()
        .seen(
            incident,
            seen.stream()
                .map(each -> new PathSeen(begin, each, prefix, each.asn() + " 64710 64720 64666"))
                .toList());
    desk.sink().notice(new Notice(Notice.What.BEGAN, incident));
  }
}
