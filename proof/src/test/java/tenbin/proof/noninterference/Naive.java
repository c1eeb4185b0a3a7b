package tenbin.proof.noninterference;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a member may see of a world, worked out the simple way: no plan, no index, no engine. The
 * rows of its own networks that it brought itself, or that somebody brought with whom it has an
 * agreement in force; the declared aggregates; its own deeds; whom and what of the circle it knows.
 */
final class Naive {
  private static final String DEFAULT_MARKING = "AMBER";

  private final World world;
  private final String viewer;
  private final Instant now;
  private Optional<NaiveRowConsents> lettingGo = Optional.empty();

  private Naive(World world, String viewer, Instant now) {
    this.world = world;
    this.viewer = viewer;
    this.now = now;
  }

  private NaiveRowConsents lettingGo() {
    if (lettingGo.isEmpty()) {
      lettingGo = Optional.of(NaiveRowConsents.of(world, Naive::isAnyRowKeptBack));
    }
    return lettingGo.get();
  }

  /** Whether somebody else is responsible for a row of a holder's and has no agreement with it. */
  private static boolean isAnyRowKeptBack(World past, String holder) {
    Instant then = past.deeds().getLast().at();
    return past.reports().stream()
        .filter(report -> report.by().equals(holder) && !marking(report).equals("RED"))
        .flatMap(report -> report.rows().stream())
        .filter(row -> !row.isBroken())
        .map(row -> responsible(past, row.address()))
        .filter(who -> who.size() == 1 && !who.contains(holder))
        .anyMatch(who ->
            past.papers().stream()
                .noneMatch(paper -> paper.joins(holder, who.iterator().next(), "P1", then)));
  }

  /** Everything, a line each; two worlds are the same to a member when these are. */
  static List<String> view(World world, String viewer) {
    List<String> lines = new ArrayList<>();
    List<Deed> past = new ArrayList<>();
    for (Deed deed : world.deeds()) {
      past.add(deed);
      boolean own = deed.by().equals(viewer);
      if (own) {
        lines.add(deed.toString());
      }
      // What a router hears is no question to the hub.
      if (own && !(deed instanceof RouteDeed.Heard) || deed instanceof Deed.Served) {
        lines.addAll(new Naive(world.withDeeds(past), viewer, deed.at()).look());
      }
    }
    for (PortalDeed.Fetched deed : Mutation.all(world, PortalDeed.Fetched.class)) {
      List<String> entrusted = new NaiveRoutes(world, viewer, deed.at()).entrusted(deed.by());
      if (!entrusted.isEmpty()) {
        lines.add(deed + " " + entrusted);
      }
    }
    lines.addAll(new Naive(asked(world), viewer, world.end()).look());
    return lines;
  }

  /** Whoever looks in the end lets the hub ask once more. */
  static World asked(World world) {
    return world.with(new PortalDeed.Asked(world.end()));
  }

  /** How many rows the recipient has in the end. */
  static int rows(World world) {
    return new Naive(world, World.RECIPIENT, world.end()).rows("P1").size();
  }

  /** At one of its own deeds, at a turn of the hub's at which its deliveries leave, at the end. */
  private List<String> look() {
    List<String> lines = new ArrayList<>(circle());
    lines.addAll(rows("P1"));
    // Of equal rows the first goes that may, and who may let it go differs by purpose.
    lines.addAll(rows("P11"));
    lines.addAll(cases());
    lines.addAll(gatherings());
    lines.addAll(picture());
    lines.add("asked about rows: " + lettingGo().asked(viewer));
    lines.addAll(new NaivePortal(world).of(viewer, this::agreed));
    lines.addAll(new NaiveRoutes(world, viewer, now).lines());
    return lines;
  }

  /** Groups in which it takes part, and what those say of themselves who tell it of themselves. */
  private List<String> gatherings() {
    return world.deeds().stream()
        .filter(deed ->
            (deed instanceof Deed.Skilled || isOfOurGroup(deed)) && agreed(deed.by(), "P14")
                || deed instanceof Deed.Gathered group && group.with().equals(viewer))
        .map(Deed::toString)
        .toList();
  }

  /** People and papers of a member that takes part in the working group, as the viewer does. */
  private boolean isOfOurGroup(Deed deed) {
    return (deed instanceof Deed.Named
            || deed instanceof Deed.Filed
            || deed instanceof Deed.Elected)
        && world.groups().stream()
            .anyMatch(each ->
                each.id().equals(World.WORKING_GROUP)
                    && each.members().contains(deed.by())
                    && each.members().contains(viewer));
  }

  private boolean agreed(String other, String purpose) {
    return other.equals(viewer) || !common(other, purpose).isEmpty();
  }

  private List<String> common(String other, String purpose) {
    return world.papers().stream()
        .filter(paper -> paper.joins(viewer, other, purpose, now))
        .map(World.Paper::id)
        .toList();
  }

  private List<String> circle() {
    List<String> lines = new ArrayList<>();
    world.parties().stream()
        .filter(party -> agreed(party.id(), "P14"))
        .forEach(party -> lines.add(party.toString()));
    for (World.Group group : world.groups()) {
      if (agreed(World.OFFICE, "P14")) {
        Set<String> known = new TreeSet<>(group.members());
        known.removeIf(id -> !agreed(id, "P14"));
        lines.add("group " + group.id() + " " + group.name() + " " + known);
      }
    }
    world.papers().stream()
        .filter(paper -> paper.signers().contains(viewer))
        .forEach(paper ->
            lines.add(
                "paper "
                    + paper.id()
                    + paper.title()
                    + paper.purposes()
                    + paper.categories()
                    + new TreeSet<>(paper.signers())
                    + paper.from()
                    + paper.to()));
    return lines;
  }

  /** One row as it stands in the hub: of a holder, under a marking. */
  private record Kept(Deed.Sent report, Row row) {}

  private List<String> rows(String purpose) {
    Map<String, Kept> kept = new LinkedHashMap<>();
    Map<String, Integer> times = new HashMap<>();
    for (Deed.Sent report : world.reports()) {
      for (Row row : report.rows()) {
        if (!row.isBroken()) {
          String key = report.by() + " " + marking(report) + " " + row;
          kept.computeIfAbsent(key, unseen -> new Kept(report, row));
          times.merge(key, 1, Integer::sum);
        }
      }
    }
    Map<String, Set<String>> witnesses = witnesses(kept.values());
    Set<Row> told = new HashSet<>();
    List<String> lines = new ArrayList<>();
    kept.forEach((key, each) -> {
      if (maySee(each, purpose) && told.add(each.row())) {
        lines.add(line(each, witnesses) + " times " + times.get(key));
      }
    });
    return lines;
  }

  /**
   * What its own rows do: to whom they go, by name where it may know it; never who has them too.
   */
  private List<String> picture() {
    List<String> lines = new ArrayList<>();
    for (Deed.Sent report : world.reports()) {
      if (report.by().equals(viewer)) {
        report.rows().stream()
            .filter(row -> !row.isBroken())
            .forEach(row ->
                lines.add("weighed " + marking(report) + " " + row + " " + fate(row, report)));
      }
    }
    return lines.stream().distinct().toList();
  }

  private String fate(Row row, Deed.Sent report) {
    Set<String> who = responsible(row.address());
    if (who.size() != 1) {
      return who.isEmpty() ? "nobody's" : "disputed";
    }
    String to = who.iterator().next();
    boolean red = marking(report).equals("RED");
    return (agreed(to, "P14") ? to : "another member")
        + (red ? " red" : " " + agreed(to, "P1") + " " + agreed(to, "P11"));
  }

  private boolean maySee(Kept kept, String purpose) {
    String holder = kept.report().by();
    boolean own = responsible(kept.row().address()).equals(Set.of(viewer));
    return own
        && (holder.equals(viewer)
            || !marking(kept.report()).equals("RED")
                && (agreed(holder, purpose) || lettingGo().letsGo(holder)));
  }

  private String line(Kept kept, Map<String, Set<String>> witnesses) {
    List<String> bands = new ArrayList<>();
    values(kept.row()).forEach(value -> bands.add(band(witnesses.getOrDefault(value, Set.of()))));
    String holder = kept.report().by();
    List<String> bases = holder.equals(viewer) ? List.of("own") : basesOf(holder);
    return kept.row() + " seen " + bands + " by " + bases;
  }

  private List<String> basesOf(String holder) {
    List<String> bases = new ArrayList<>(common(holder, "P1"));
    if (lettingGo().hasAdopted(holder)) {
      bases.add(NaiveRowConsents.CLAUSE + " " + lettingGo().letsGo(holder));
    }
    // What a holder answered stands, and is named, also when it gives the clause up.
    if (lettingGo().asked(holder).equals("yes")) {
      bases.add("release");
    }
    return bases;
  }

  private static String marking(Deed.Sent report) {
    return report.marking().isEmpty() ? DEFAULT_MARKING : report.marking();
  }

  /** Who saw a value: what is RED counts for nobody, the office's for whose network it is. */
  private Map<String, Set<String>> witnesses(Iterable<Kept> kept) {
    Map<String, Set<String>> witnesses = new HashMap<>();
    for (Kept each : kept) {
      Set<String> who =
          each.report().by().equals(World.OFFICE)
              ? responsible(each.row().address())
              : Set.of(each.report().by());
      if (!marking(each.report()).equals("RED") && who.size() == 1) {
        for (String value : values(each.row())) {
          witnesses.computeIfAbsent(value, unseen -> new HashSet<>()).addAll(who);
        }
      }
    }
    return witnesses;
  }

  private static List<String> values(Row row) {
    return row.isSensed()
        ? List.of("address " + row.address())
        : List.of("address " + row.address(), "server " + row.destination());
  }

  private static String band(Set<String> members) {
    return band(members.size());
  }

  private static String band(int members) {
    if (members <= 1) {
      return "only you";
    }
    return members < 5 ? "you and others" : "5 or more";
  }

  /** Who claims an address. */
  private Set<String> responsible(String address) {
    return responsible(world, address);
  }

  private static Set<String> responsible(World world, String address) {
    Set<String> who = new HashSet<>();
    for (World.Party party : world.parties()) {
      if (party.blocks().stream().anyMatch(block -> contains(block, address))) {
        who.add(party.id());
      }
    }
    return who;
  }

  private static boolean contains(String block, String address) {
    String[] parts = block.split("/", 2);
    int rest = 32 - Integer.parseInt(parts[1]);
    return number(parts[0]).shiftRight(rest).equals(number(address).shiftRight(rest));
  }

  private static BigInteger number(String address) {
    try {
      return new BigInteger(1, InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException wrong) {
      throw new IllegalArgumentException(address, wrong);
    }
  }

  private List<String> cases() {
    List<String> lines = new ArrayList<>();
    for (Deed deed : world.deeds()) {
      if (deed instanceof Deed.Opened opened && sees(opened)) {
        lines.add(line(opened));
      }
    }
    return lines;
  }

  /** A case is told to whom it concerns, where all whom it concerns have agreed with it. */
  private boolean sees(Deed.Opened opened) {
    return opened.members().contains(viewer)
        && opened.members().stream().allMatch(member -> agreed(member, "P11"));
  }

  private String line(Deed.Opened opened) {
    return opened.at()
        + opened.id()
        + opened.family()
        + new TreeSet<>(opened.values())
        + hour(opened.from())
        + hour(opened.to())
        + band(opened.members().size())
        + others(opened);
  }

  private static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }

  /** States that three others gave, where five are concerned. */
  private Map<String, String> others(Deed.Opened opened) {
    Map<String, String> states = new TreeMap<>();
    opened.members().stream()
        .filter(member -> !member.equals(viewer))
        .forEach(member -> states.put(member, "silent"));
    for (Deed deed : world.deeds()) {
      if (deed instanceof Deed.Answered answer
          && answer.opened().equals(opened.id())
          && states.containsKey(answer.by())
          && new Naive(world, answer.by(), answer.at()).sees(opened)) {
        states.put(answer.by(), answer.state());
      }
    }
    Map<String, Integer> counts = new TreeMap<>();
    states.values().forEach(state -> counts.merge(state, 1, Integer::sum));
    Map<String, String> told = new TreeMap<>();
    if (opened.members().size() >= 5) {
      counts.forEach((state, count) -> {
        if (count >= 3) {
          told.put(state, "3 or more");
        }
      });
    }
    return told;
  }
}
