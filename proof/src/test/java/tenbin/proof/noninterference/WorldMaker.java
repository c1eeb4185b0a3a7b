package tenbin.proof.noninterference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes a world out of a seed. */
final class WorldMaker {
  /** What happens in a world takes less than the hour between the begins of two worlds. */
  static final int LENGTH_SECONDS = 3_000;

  static final List<String> FAMILIES = List.of("mirai", "paper-crane", "tidepool");
  private static final Instant FIRST = Instant.parse("2026-03-25T06:00:00Z");
  private static final List<String> ALL = List.of("C0", "C1", "C2", "CD");

  private final SplittableRandom random;
  private final Instant base;
  private final List<World.Party> parties = new ArrayList<>();
  private final List<World.Paper> papers = new ArrayList<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> others;

  private WorldMaker(long seed) {
    this.random = new SplittableRandom(seed);
    this.base = FIRST.plus(Duration.ofHours(seed));
    this.others = World.NAMES.subList(0, 4 + random.nextInt(World.NAMES.size() - 3));
  }

  static World make(long seed) {
    WorldMaker maker = new WorldMaker(seed);
    maker.circle();
    maker.reports();
    maker.cases();
    maker.doors();
    maker.deeds.addAll(PortalMaker.deeds(maker.random, maker.base, maker.others));
    maker.routes(seed);
    maker.papers.addAll(RouteMaker.papers(seed, maker.base, maker.others));
    World.Group group =
        new World.Group(
            World.WORKING_GROUP, "Abuse group", maker.some(maker.others, World.RECIPIENT));
    return new World(
            maker.base,
            maker.parties,
            maker.papers,
            List.of(group, RouteMaker.group(seed, maker.others)),
            List.of())
        .withDeeds(maker.deeds);
  }

  /** Whoever orders notices orders nothing else: two that leave in one turn have no order. */
  private void routes(long seed) {
    List<Deed> routes = RouteMaker.deeds(seed, base, others);
    boolean noticed =
        routes.stream()
            .anyMatch(deed ->
                deed instanceof RouteDeed.Subscribed order && order.by().equals(World.RECIPIENT));
    deeds.removeIf(deed ->
        noticed && deed instanceof Deed.Ordered order && order.by().equals(World.RECIPIENT));
    deeds.addAll(routes);
  }

  private void circle() {
    party(World.RECIPIENT, "Asagiri Net", "committee", 10);
    parties.set(
        0,
        new World.Party(
            World.RECIPIENT,
            "Asagiri Net",
            "committee",
            List.of("126.10.0.0/16", "126.200.7.0/24"),
            mails("asagiri", random.nextInt(2))));
    for (int i = 0; i < others.size(); i++) {
      String kind = i == 0 ? "chair" : random.nextInt(6) == 0 ? "observer" : "committee";
      party(others.get(i), "Net " + others.get(i), kind, 11 + i);
    }
    World.Party rival = parties.get(1);
    parties.set(
        1,
        new World.Party(
            rival.id(),
            rival.name(),
            rival.kind(),
            List.of(rival.blocks().getFirst(), "126.200.7.0/24"),
            rival.mails()));
    parties.add(
        new World.Party(
            World.OFFICE, "Office", "secretariat", List.of(), List.of("office@pair.example")));
    Set<String> signers = some(others, World.RECIPIENT);
    signers.add(World.OFFICE);
    paper("charter", List.of("P1", "P11", "P14"), ALL, signers, 400, 400);
    paper("pair", List.of("P1"), ALL, Set.of(World.RECIPIENT, someone()), 300, 300);
    paper("ended", List.of("P1", "P14"), ALL, Set.of(World.RECIPIENT, someone()), 300, -20);
    paper("coming", List.of("P1"), ALL, Set.of(World.RECIPIENT, someone()), -20, 300);
    paper("theirs", List.of("P1", "P14"), ALL, some(others, others.getLast()), 300, 300);
  }

  private void party(String id, String name, String kind, int octet) {
    parties.add(
        new World.Party(id, name, kind, List.of("126." + octet + ".0.0/16"), mails(id, octet)));
  }

  /** Some are asked by links to an approver, some at their desk. */
  private static List<String> mails(String id, int number) {
    String desk = "desk@" + id + ".example";
    return number % 2 == 0 ? List.of(desk, "board@" + id + ".example") : List.of(desk);
  }

  private void paper(
      String id,
      List<String> purposes,
      List<String> categories,
      Set<String> signers,
      int before,
      int after) {
    Instant from = base.minus(Duration.ofDays(before));
    Instant to = base.plus(Duration.ofDays(after));
    papers.add(new World.Paper(id, "Paper " + id, purposes, categories, signers, from, to));
  }

  private Set<String> some(List<String> of, String always) {
    Set<String> chosen = new HashSet<>(Set.of(always));
    of.stream().filter(each -> random.nextInt(3) > 0).forEach(chosen::add);
    return chosen;
  }

  private String someone() {
    return others.get(random.nextInt(others.size()));
  }

  private Instant time() {
    return base.plusSeconds(60L + random.nextInt(LENGTH_SECONDS - 400));
  }

  private void reports() {
    int reports = 5 + random.nextInt(4);
    for (int i = 0; i < reports; i++) {
      sent(i == 3 ? World.OFFICE : someone(), "their-" + i, random.nextInt(5) == 0);
    }
    for (int i = 0; i < 2; i++) {
      sent(World.RECIPIENT, "own-" + i, false);
    }
    if (random.nextBoolean() && deeds.get(1) instanceof Deed.Sent theirs) {
      deeds.add(new Deed.Sent(time(), World.RECIPIENT, "copy.json", "", theirs.rows()));
    }
  }

  private void sent(String by, String name, boolean red) {
    List<Row> lines = new ArrayList<>();
    int size = 2 + random.nextInt(9);
    for (int i = 0; i < size; i++) {
      Row row = row();
      lines.add(row);
      if (random.nextInt(5) == 0) {
        lines.add(row);
      }
    }
    if (random.nextInt(3) == 0) {
      lines.add(Row.BROKEN);
    }
    deeds.add(new Deed.Sent(time(), by, name + ".json", red ? "RED" : "", lines));
  }

  /** A new row, or one that came before, from whomever. */
  private Row row() {
    if (!rows.isEmpty() && random.nextInt(4) == 0) {
      return rows.get(random.nextInt(rows.size()));
    }
    Row row = row(random, base, address());
    rows.add(row);
    return row;
  }

  static Row row(SplittableRandom random, Instant base, String address) {
    return new Row(
        random.nextInt(3) > 0 ? "infected-system" : "phishing",
        base.minusSeconds(600L * (1 + random.nextInt(600))),
        address,
        1_024 + random.nextInt(3),
        FAMILIES.get(random.nextInt(FAMILIES.size())),
        "126.240.0." + (1 + random.nextInt(30)),
        random.nextInt(6) == 0 ? "n" + random.nextInt(9) : "");
  }

  private String address() {
    int host = 1 + random.nextInt(12);
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> "126.10.3." + host;
      case 5 -> "126.200.7." + host;
      case 6 -> "126.250.0." + host;
      default -> "126." + (11 + random.nextInt(others.size())) + ".4." + host;
    };
  }

  private void cases() {
    int cases = 2 + random.nextInt(3);
    for (int i = 0; i < cases; i++) {
      Set<String> members = some(others, random.nextInt(4) == 0 ? someone() : World.RECIPIENT);
      members.add(others.getFirst());
      Instant at = time();
      String id = "case-" + i;
      deeds.add(
          new Deed.Opened(
              at,
              id,
              FAMILIES.get(random.nextInt(FAMILIES.size())),
              members,
              List.of("203.0.113." + (1 + i), "198.51.100." + random.nextInt(200)),
              base.minusSeconds(20_000),
              base.minusSeconds(400)));
      for (String member : members.stream().sorted().toList()) {
        if (random.nextInt(3) > 0) {
          String state = random.nextInt(3) > 0 ? "checking" : "not-affected";
          Deed.Way way = random.nextInt(4) == 0 ? Deed.Way.MAIL : Deed.Way.HERE;
          deeds.add(
              new Deed.Answered(at.plusSeconds(90), member, id, state, "note of " + member, way));
        }
      }
    }
  }

  private void doors() {
    deeds.add(new Deed.Entered(base, World.RECIPIENT, "desk@asagiri"));
    deeds.add(new Deed.Minted(base, World.RECIPIENT, "program"));
    // One at a time: two that leave in one turn have no order that anybody promises.
    deeds.add(
        random.nextBoolean()
            ? ordered(World.RECIPIENT, "webhook", World.RECIPIENT, "json-lines")
            : ordered(World.RECIPIENT, "mail", "desk@asagiri.example", "nine-columns"));
    for (String each : others) {
      if (random.nextInt(3) == 0) {
        deeds.add(ordered(each, "webhook", each, "json-lines"));
        deeds.add(new Deed.Minted(base, each, "program of " + each));
      }
    }
    deeds.add(new Deed.Pulled(time(), someone()));
    deeds.add(new Deed.Pulled(time(), World.RECIPIENT));
    deeds.add(new Deed.Gathered(time(), someone(), World.RECIPIENT, "two"));
    deeds.add(new Deed.Gathered(time(), someone(), someone(), "others"));
    deeds.add(new Deed.Skilled(time(), someone(), "Korean"));
    deeds.add(new Deed.Named(time(), someone(), "Kaede"));
    deeds.add(new Deed.Elected(base.plusSeconds(900), someone(), "Kaede"));
    deeds.add(new Deed.Voted(base.plusSeconds(950), someone(), true));
    if (random.nextBoolean()) {
      deeds.add(new Deed.Voted(base.plusSeconds(960), World.RECIPIENT, random.nextBoolean()));
    }
    deeds.add(new Deed.Filed(time(), someone(), "Charter", true));
    deeds.add(new Deed.Filed(time(), World.RECIPIENT, "Plan", false));
    deeds.add(new Deed.Spoiled(time(), World.RECIPIENT, "not what was announced\n"));
    deeds.add(new Deed.Served(base.plusSeconds(LENGTH_SECONDS / 2)));
    deeds.add(new Deed.Served(base.plusSeconds(LENGTH_SECONDS - 200)));
  }

  private Deed ordered(String by, String channel, String to, String format) {
    return new Deed.Ordered(base.plusSeconds(5), by, channel, to, format, "at-once");
  }
}
