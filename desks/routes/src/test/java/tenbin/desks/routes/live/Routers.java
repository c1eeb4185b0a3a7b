package tenbin.desks.routes.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.health.Beacon;
import tenbin.desks.routes.health.Health;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.watch.Pace;
import tenbin.desks.routes.watch.RouteWatch;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/** Some routers that say what a test has them say, by a clock that goes as the test wants. */
final class Routers implements IncidentSink {
  static final Prefix HOME = Prefix.parse("185.10.0.0/16");
  static final MemberId AOZORA = new MemberId("aozora");
  static final int OWN = 3_100;
  static final int TRANSIT = 3_200;
  static final int STRANGER = 3_666;
  private static final long MINUTE = 60_000_000;
  private static final Instant START = Instant.parse("2026-03-24T00:00:00Z");

  final List<String> words = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();
  final Heart heart;
  private final DeclarationBook book = DeclarationBook.inMemory();
  private final LiveReferences references;
  private final int routers;
  private long micros = START.getEpochSecond() * 1_000_000;

  Routers(int routers, Beacon... beacons) {
    this.routers = routers;
    references = new LiveReferences(ReferencePlaces.NONE, book, words::add);
    write(HOME);
    LiveSettings settings =
        new LiveSettings(
            List.of(),
            ReferencePlaces.NONE,
            KeptPlaces.NOWHERE,
            List.of(beacons),
            LiveTiming.USUAL.settling(Duration.ZERO),
            Pace.USUAL);
    heart = Heart.of(settings, Optional.empty(), references, this, words::add);
    begin();
  }

  private void write(Prefix... prefixes) {
    book.declare(
        new Declaration(
            AOZORA,
            Set.of(new Asn(OWN)),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(prefixes).stream().map(Watched::of).toList(),
            List.of()),
        new DeclarationBook.By(START, "test", "page"));
    if (references.look() != LiveReferences.Looked.CHANGED) {
      throw new AssertionError("the declaration is not read");
    }
  }

  /** From now on the member declares these. */
  void declare(Prefix... prefixes) {
    References before = references.now();
    write(prefixes);
    heart.goBy(micros, before, references.now(), RouteWatch.Roas.CHANGED);
  }

  private void begin() {
    heart.counted().now(micros);
    for (int i = 0; i < routers; i++) {
      announce(i, HOME, TRANSIT, OWN);
      for (int other = 0; other < 300; other++) {
        announce(i, Prefix.around(Address.ofV4(0x5a00_0000 + (other << 8)), 24), TRANSIT, 3_300);
      }
      heart.counted().complete(micros, router(i));
    }
    micros += MINUTE;
    heart.counted().now(micros);
    heart.counted().begin(micros, micros);
    pass(1);
  }

  static Vantage router(int number) {
    return new Vantage("rrc06", new Asn(3_000 + number), Address.ofV4(0xc041_b900 + number));
  }

  /** Over its own AS and these. */
  void announce(int router, Prefix prefix, int... behind) {
    int[] path = new int[behind.length + 1];
    path[0] = 3_000 + router;
    System.arraycopy(behind, 0, path, 1, behind.length);
    heart.counted().announced(micros, router(router), prefix, Attributes.of(AsPath.of(path)));
  }

  void withdraw(int router, Prefix prefix) {
    heart.counted().withdrawn(micros, router(router), prefix);
  }

  /** Minutes in which every router says something usual, and who counts is decided. */
  void pass(int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      for (int i = 0; i < routers; i++) {
        announce(i, Prefix.parse("90.0.0.0/24"), TRANSIT, 3_300);
      }
      for (int second = 0; second < 60; second++) {
        micros += MINUTE / 60;
        heart.counted().now(micros);
        heart.watch().tick(micros);
      }
      heart.counted().review(micros);
    }
  }

  Health health(int router) {
    return heart.counted().healths(micros).stream()
        .filter(each -> each.vantage().equals(router(router)))
        .findFirst()
        .orElseThrow();
  }

  /** The part of the member's prefix of a number. */
  static Prefix part(int number) {
    return Prefix.around(Address.ofV4(0xb90a_0000 + (number << 8)), 24);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {}

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {}
}
