package tenbin.proof.noninterference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import tenbin.desks.routes.book.Deed.Act;
import tenbin.desks.routes.incident.Kind;

/**
 * Makes what happens to routes in a world: incidents that touch prefixes of several members and of
 * nobody, heard by routers of several members, of one alone, by public collectors.
 */
final class RouteMaker {
  static final String CLAUSE = "clause/routes";

  private static final List<Kind> KINDS =
      List.of(
          Kind.ORIGIN_HIJACK,
          Kind.SUBPREFIX_HIJACK,
          Kind.ROUTE_LEAK,
          Kind.MASS_LEAK,
          Kind.IRR_MISMATCH,
          Kind.FAKE_FIRST_HOP);

  private final SplittableRandom random;
  private final Instant base;
  private final List<String> others;
  private final List<Deed> deeds = new ArrayList<>();

  private RouteMaker(SplittableRandom random, Instant base, List<String> others) {
    this.random = random;
    this.base = base;
    this.others = others;
  }

  /** By dice of its own: other deeds of the seed stay what they are. */
  static List<Deed> deeds(long seed, Instant base, List<String> others) {
    RouteMaker maker = new RouteMaker(new SplittableRandom(seed * 7 + 5), base, others);
    int incidents = 2 + maker.random.nextInt(3);
    for (int i = 0; i < incidents; i++) {
      maker.deeds.addAll(happened(maker.random, base, others, "route-" + i));
    }
    maker.people();
    return maker.deeds;
  }

  /** Agreements about routes, and the group that sees all of them. */
  static List<World.Paper> papers(long seed, Instant base, List<String> others) {
    SplittableRandom random = new SplittableRandom(seed * 11 + 3);
    Set<String> signers = some(random, others, World.RECIPIENT);
    if (random.nextInt(3) > 0) {
      signers.add(World.OFFICE);
    }
    return List.of(
        paper("routes", signers, base, 300),
        paper("routes-pair", Set.of(World.RECIPIENT, one(random, others)), base, 300),
        paper("routes-ended", Set.of(World.RECIPIENT, one(random, others)), base, -20),
        paper("routes-theirs", some(random, others, others.getLast()), base, 300));
  }

  static World.Group group(long seed, List<String> others) {
    SplittableRandom random = new SplittableRandom(seed * 13 + 1);
    Set<String> members = some(random, others, others.getFirst());
    if (random.nextInt(4) == 0) {
      members.add(World.RECIPIENT);
    }
    return new World.Group(World.ROUTES_GROUP, "Routes group", members);
  }

  private static World.Paper paper(String id, Set<String> signers, Instant base, int after) {
    return new World.Paper(
        id,
        "Paper " + id,
        List.of("P5"),
        List.of("C0", "CR"),
        signers,
        base.minus(Duration.ofDays(300)),
        base.plus(Duration.ofDays(after)));
  }

  private static Set<String> some(SplittableRandom random, List<String> of, String always) {
    Set<String> chosen = new HashSet<>(Set.of(always));
    of.stream().filter(each -> random.nextInt(3) > 0).forEach(chosen::add);
    return chosen;
  }

  static <T> T one(SplittableRandom random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** An incident with everything that is heard of it. */
  static List<Deed> happened(
      SplittableRandom random, Instant base, List<String> others, String incident) {
    List<Deed> deeds = new ArrayList<>();
    Instant begin = base.plusSeconds(60L + random.nextInt(1_700));
    Kind kind = one(random, KINDS);
    long culprit =
        random.nextInt(3) == 0 ? World.asn(one(random, others)) : 64_660 + random.nextInt(3);
    deeds.add(new RouteDeed.Suspected(begin, incident, kind, culprit, why(random, culprit)));
    int prefixes = 1 + random.nextInt(kind == Kind.MASS_LEAK ? 9 : 3);
    for (int i = 0; i < prefixes; i++) {
      deeds.addAll(heard(random, begin, incident, culprit, spot(random, others), others));
    }
    return deeds;
  }

  /** What registries and the table said, about ASes of members too. */
  private static List<String> why(SplittableRandom random, long culprit) {
    List<String> all = new ArrayList<>();
    all.add("not-declared|5|AS" + culprit + " for it");
    if (random.nextBoolean()) {
      all.add("new-origin|3|AS" + World.asn(one(random, World.NAMES)) + " before");
    }
    if (random.nextBoolean()) {
      all.add("irr-mismatch|2|AS" + World.asn(one(random, World.NAMES)));
    }
    return all;
  }

  /** A prefix with some routers that hear it, and perhaps its end. */
  private static List<Deed> heard(
      SplittableRandom random,
      Instant begin,
      String incident,
      long culprit,
      RouteDeed.Spot spot,
      List<String> others) {
    List<Deed> deeds = new ArrayList<>();
    int routers = 1 + random.nextInt(5);
    Instant last = begin;
    for (int i = 0; i < routers; i++) {
      Instant at = begin.plusSeconds(1L + random.nextInt(300));
      String rest = rest(random, culprit);
      deeds.add(new RouteDeed.Heard(at, incident, spot, router(random, others), rest));
      last = at.isAfter(last) ? at : last;
    }
    if (random.nextInt(3) == 0) {
      Instant at = last.plusSeconds(30L + random.nextInt(400));
      deeds.add(new RouteDeed.Lost(at, incident, spot.text()));
    }
    return deeds;
  }

  static String rest(SplittableRandom random, long culprit) {
    String start = random.nextInt(3) == 0 ? (64_800 + random.nextInt(4)) + " " : "";
    return start + (64_810 + random.nextInt(2)) + " 64820 " + culprit;
  }

  /** The recipient's own often enough. */
  static RouteDeed.Spot spot(SplittableRandom random, List<String> others) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          new RouteDeed.Spot(
              "126.10." + (40 + random.nextInt(6)) + ".0/24", "126.10.0.0/16", World.RECIPIENT);
      case 3 -> new RouteDeed.Spot("198.18." + random.nextInt(9) + ".0/24", "198.18.0.0/15", "");
      default -> spotOf(random, others, random.nextInt(others.size()));
    };
  }

  /** Blocks of others go by their places in the circle. */
  private static RouteDeed.Spot spotOf(SplittableRandom random, List<String> others, int which) {
    String block = "126." + (11 + which) + ".";
    return new RouteDeed.Spot(
        block + (40 + random.nextInt(6)) + ".0/24", block + "0.0/16", others.get(which));
  }

  /** Of a member, of the recipient, of a collector. */
  static RouteDeed.Router router(SplittableRandom random, List<String> others) {
    return switch (random.nextInt(7)) {
      case 0 -> routerOf(World.RECIPIENT, random.nextInt(2));
      case 1, 2, 3 -> collectors(random.nextInt(6));
      default -> routerOf(one(random, others), random.nextInt(2));
    };
  }

  static RouteDeed.Router routerOf(String member, int which) {
    long asn = World.asn(member);
    return new RouteDeed.Router(member, asn, (int) (asn - 64_400) * 2 % 200 + which);
  }

  private static RouteDeed.Router collectors(int which) {
    return new RouteDeed.Router("", 64_900L + which, 240 + which);
  }

  private void people() {
    if (random.nextInt(3) > 0) {
      deeds.add(new RouteDeed.Wished(base.plusSeconds(8), World.RECIPIENT, true));
    }
    if (random.nextBoolean()) {
      deeds.add(
          new RouteDeed.Subscribed(
              base.plusSeconds(4), World.RECIPIENT, World.RECIPIENT + "/notices"));
    }
    if (random.nextBoolean()) {
      deeds.add(
          new RouteDeed.Declared(
              base.plusSeconds(20), World.RECIPIENT, List.of("126.10.0.0/16", "126.10.40.0/22")));
    }
    if (random.nextBoolean()) {
      deeds.add(new PortalDeed.Adopted(time(60, 900), World.OFFICE, CLAUSE));
    }
    for (int i = 0; i < 3; i++) {
      deeds.add(new PortalDeed.Adopted(time(60, 900), one(random, others), CLAUSE));
      deeds.add(new RouteDeed.Wished(time(20, 900), one(random, others), random.nextBoolean()));
    }
    deeds.add(declared(random, time(30, 900), one(random, others), others));
    deeds.add(said(random, time(2_000, 2_800), one(random, others), "route-0"));
    if (random.nextBoolean()) {
      deeds.add(said(random, time(2_100, 2_800), World.RECIPIENT, "route-0"));
    }
  }

  static RouteDeed.Declared declared(
      SplittableRandom random, Instant at, String by, List<String> others) {
    RouteDeed.Spot one = spotOf(random, others, Math.max(0, others.indexOf(by)));
    return new RouteDeed.Declared(at, by, List.of(one.of(), one.text()));
  }

  static RouteDeed.Said said(SplittableRandom random, Instant at, String by, String incident) {
    return new RouteDeed.Said(at, by, incident, one(random, List.of(Act.values())));
  }

  private Instant time(int from, int to) {
    return base.plusSeconds(from + random.nextInt(to - from));
  }
}
