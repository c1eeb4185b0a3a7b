package tenbin.proof.noninterference;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a member may know of incidents of routes, worked out the simple way: of prefixes of its own,
 * of all where it belongs to the group for routes, of what its own routers heard; and of these as
 * far as those heard it who let it go. Never who heard it, how many exactly, where their paths
 * begin, nor what happened to others. What the watch concludes is put into both worlds as it is.
 */
final class NaiveRoutes {
  /** Behind an end of a path stand so many ASes, or it is told from the culprit's neighbour on. */
  private static final int SHARED = 3;

  private final World world;
  private final String viewer;
  private final Instant now;
  private final List<RouteDeed.Suspected> suspected;
  private final List<RouteDeed.Heard> heard;
  private final Map<String, List<String>> grounds = new HashMap<>();

  NaiveRoutes(World world, String viewer, Instant now) {
    this.world = world;
    this.viewer = viewer;
    this.now = now;
    this.suspected = past(RouteDeed.Suspected.class);
    this.heard = past(RouteDeed.Heard.class);
  }

  /** A line for everything that the viewer may know. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    world.parties().forEach(each -> lines.addAll(entrusted(each.id())));
    for (RouteDeed.Suspected cause : suspected) {
      known(cause.incident()).ifPresent(known -> lines.addAll(told(cause, known)));
    }
    return lines;
  }

  /**
   * What another one may know on the viewer's word: it goes on the word of the first of those that
   * let it go, and whose word it was finds it in its statement. Then it knows what that one gets,
   * and how.
   */
  List<String> entrusted(String to) {
    List<String> lines = new ArrayList<>();
    NaiveRoutes its = new NaiveRoutes(world, to, now);
    for (RouteDeed.Suspected cause : suspected) {
      Optional<Known> known = to.equals(viewer) ? Optional.empty() : its.known(cause.incident());
      if (known.filter(this::restsOnMe).isPresent()) {
        lines.add(to + " has from me " + its.told(cause, known.get()));
      }
    }
    if (!lines.isEmpty()) {
      world.deeds().stream()
          .filter(each -> each.by().equals(to))
          .filter(each -> each instanceof RouteDeed.Wished || each instanceof RouteDeed.Subscribed)
          .forEach(each -> lines.add(each.toString()));
    }
    return lines;
  }

  private boolean restsOnMe(Known known) {
    return known.prefixes().stream()
            .map(prefix -> known.heard().stream().filter(each -> each.spot().text().equals(prefix)))
            .anyMatch(its -> first(its).equals(viewer))
        || first(known.heard().stream()).equals(viewer);
  }

  private static String first(Stream<RouteDeed.Heard> heard) {
    return heard.map(RouteDeed.Heard::by).sorted().findFirst().orElseThrow();
  }

  /** How many incidents the recipient may know of in the end. */
  static int incidents(World world) {
    NaiveRoutes end = new NaiveRoutes(world, World.RECIPIENT, world.end());
    return (int) end.suspected.stream().filter(each -> end.isKnown(each.incident())).count();
  }

  boolean isKnown(String incident) {
    return known(incident).isPresent();
  }

  private <T extends RouteDeed> List<T> past(Class<T> kind) {
    return Mutation.all(world, kind).stream().filter(each -> !each.at().isAfter(now)).toList();
  }

  /** What was heard of an incident by anybody. */
  private List<RouteDeed.Heard> heard(String incident) {
    Optional<Instant> since =
        suspected.stream()
            .filter(each -> each.incident().equals(incident))
            .map(RouteDeed.Suspected::at)
            .findFirst();
    return heard.stream()
        .filter(each -> each.incident().equals(incident))
        .filter(each -> since.isPresent() && !each.at().isBefore(since.get()))
        .toList();
  }

  /** As what somebody knows an incident. */
  private enum As {
    GROUP,
    OWN,
    WITNESS
  }

  /**
   * What somebody knows of an incident.
   *
   * @param as as what
   * @param heard by those who let it go, of prefixes that concern the viewer
   * @param routers of those, also where they heard prefixes that do not
   */
  private record Known(As as, List<RouteDeed.Heard> heard, long routers) {
    List<String> prefixes() {
      return heard.stream().map(each -> each.spot().text()).distinct().sorted().toList();
    }
  }

  private Optional<Known> known(String incident) {
    List<RouteDeed.Heard> all = heard(incident);
    As as = as(all);
    List<RouteDeed.Heard> open =
        all.stream()
            .filter(each -> as == As.WITNESS ? each.by().equals(viewer) : isLetGo(holder(each)))
            .toList();
    List<RouteDeed.Heard> seen =
        open.stream().filter(each -> as != As.OWN || each.spot().whose().equals(viewer)).toList();
    Set<String> owners = new HashSet<>();
    seen.forEach(each -> owners.add(each.by()));
    long routers =
        open.stream()
            .map(RouteDeed.Heard::router)
            .filter(each -> owners.contains(each.owner()))
            .distinct()
            .count();
    return seen.isEmpty() ? Optional.empty() : Optional.of(new Known(as, seen, routers));
  }

  private As as(List<RouteDeed.Heard> all) {
    if (world.groups().stream()
        .anyMatch(
            each -> each.id().equals(World.ROUTES_GROUP) && each.members().contains(viewer))) {
      return As.GROUP;
    }
    boolean own = all.stream().anyMatch(each -> each.spot().whose().equals(viewer));
    return own ? As.OWN : As.WITNESS;
  }

  /** What collectors hear is the secretariat's. */
  private static String holder(RouteDeed.Heard heard) {
    return heard.by().isEmpty() ? World.OFFICE : heard.by();
  }

  private boolean isLetGo(String holder) {
    return !grounds(holder).isEmpty();
  }

  private List<String> grounds(String holder) {
    return grounds.computeIfAbsent(holder, this::looked);
  }

  private List<String> looked(String holder) {
    if (holder.equals(viewer)) {
      return List.of("own");
    }
    List<String> all = new ArrayList<>();
    world.papers().stream()
        .filter(each -> each.joins(holder, viewer, "P5", now))
        .forEach(each -> all.add(each.id()));
    if (hasAdopted(holder)) {
      all.add(RouteMaker.CLAUSE);
    }
    return all;
  }

  private boolean hasAdopted(String holder) {
    boolean adopted = false;
    for (Deed deed : world.deeds()) {
      if (!deed.at().isAfter(now) && deed.by().equals(holder)) {
        adopted |= deed instanceof PortalDeed.Adopted in && in.clause().equals(RouteMaker.CLAUSE);
        adopted &= !(deed instanceof PortalDeed.Left out && out.clause().equals(RouteMaker.CLAUSE));
      }
    }
    return adopted;
  }

  private List<String> told(RouteDeed.Suspected cause, Known known) {
    List<String> lines = new ArrayList<>();
    List<RouteDeed.Heard> all = heard(cause.incident());
    lines.add(
        String.join(
            " ",
            cause.incident(),
            known.as().toString(),
            cause.kind().text(),
            "" + cause.culprit(),
            known.as() == As.WITNESS ? "" + score(cause) : cause.why().toString(),
            "seen by " + band(known.routers()),
            known.as() == As.OWN ? "of " + members(all) : ""));
    for (String prefix : known.prefixes()) {
      lines.add(line(cause, known, prefix));
    }
    if (known.as() != As.WITNESS) {
      lines.addAll(moments(cause.culprit(), known.heard()));
    }
    known.heard().stream()
        .filter(each -> each.by().equals(viewer))
        .forEach(each -> lines.add(each.at() + " " + each.spot().text() + " " + each.path()));
    return lines;
  }

  private static int score(RouteDeed.Suspected cause) {
    return cause.why().stream().mapToInt(each -> Integer.parseInt(each.split("\\|", -1)[1])).sum();
  }

  private static String band(long number) {
    return number >= 10 ? "10-" : number >= 5 ? "5-9" : number >= 2 ? "2-4" : "" + number;
  }

  /** How many members it concerns: a declared aggregate. */
  private static String members(List<RouteDeed.Heard> all) {
    long members =
        all.stream()
            .map(each -> each.spot().whose())
            .filter(each -> !each.isEmpty())
            .distinct()
            .count();
    return members >= 5 ? "5 or more" : members > 1 ? "others too" : "one";
  }

  private String line(RouteDeed.Suspected cause, Known known, String prefix) {
    List<RouteDeed.Heard> its =
        known.heard().stream().filter(each -> each.spot().text().equals(prefix)).toList();
    Instant begin = its.stream().map(Deed::at).min(Comparator.naturalOrder()).orElseThrow();
    // Each prefix goes on the ground of the first of those that let it go.
    String holder = first(its.stream());
    String ground = grounds(holder.isEmpty() ? World.OFFICE : holder).toString();
    return its.getFirst().spot() + " since " + begin + " until " + end(cause, prefix) + ground;
  }

  /** When the watch says that nobody has it any more; "" while somebody has. */
  private String end(RouteDeed.Suspected cause, String prefix) {
    String end = "";
    for (Deed deed : world.deeds()) {
      if (deed.at().isAfter(now)) {
        break;
      }
      if (deed instanceof RouteDeed.Heard heard
          && heard.incident().equals(cause.incident())
          && heard.spot().text().equals(prefix)) {
        end = "";
      }
      if (deed instanceof RouteDeed.Lost lost
          && lost.incident().equals(cause.incident())
          && lost.prefix().equals(prefix)
          && end.isEmpty()) {
        end = lost.at().toString();
      }
    }
    return end;
  }

  /** The picture: at each moment which ends of paths were there, with how many routers. */
  private static List<String> moments(long culprit, List<RouteDeed.Heard> heard) {
    Map<List<Object>, String> having = new LinkedHashMap<>();
    TreeMap<Instant, Map<String, String>> moments = new TreeMap<>();
    List<RouteDeed.Heard> inOrder = heard.stream().sorted(Comparator.comparing(Deed::at)).toList();
    for (RouteDeed.Heard each : inOrder) {
      String rest = rest(each.path(), culprit, heard);
      having.put(List.of(each.router(), each.spot().text()), rest);
      moments.put(each.at().truncatedTo(ChronoUnit.SECONDS), counted(having));
    }
    List<String> lines = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (Map.Entry<Instant, Map<String, String>> each : moments.entrySet()) {
      if (!each.getValue().equals(before)) {
        lines.add(each.toString());
      }
      before = each.getValue();
    }
    return lines;
  }

  private static Map<String, String> counted(Map<List<Object>, String> having) {
    Map<String, Set<Object>> routers = new HashMap<>();
    having.forEach((who, rest) -> {
      if (!rest.isEmpty()) {
        routers.computeIfAbsent(rest, each -> new HashSet<>()).add(who.getFirst());
      }
    });
    Map<String, String> bands = new TreeMap<>();
    routers.forEach((rest, who) -> bands.put(rest, band(who.size())));
    return bands;
  }

  private static String rest(String path, long culprit, List<RouteDeed.Heard> heard) {
    for (String end = path; !end.isEmpty(); end = behind(end)) {
      String its = end;
      long ases =
          heard.stream()
              .filter(each -> each.path().equals(its) || each.path().endsWith(" " + its))
              .map(each -> each.router().asn())
              .distinct()
              .count();
      if (ases >= SHARED) {
        return end;
      }
    }
    List<String> hops = List.of(path.split(" ", -1));
    int by = hops.indexOf("" + culprit);
    return String.join(
        " ", hops.subList(Math.max(1, by < 0 ? hops.size() - 1 : by - 1), hops.size()));
  }

  private static String behind(String path) {
    int blank = path.indexOf(' ');
    return blank < 0 ? "" : path.substring(blank + 1);
  }

  /** What of the incidents that the recipient knows must not be known by it: for planted leaks. */
  static List<String> hidden(World world) {
    NaiveRoutes end = new NaiveRoutes(world, World.RECIPIENT, world.end());
    Set<String> owners = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    Set<String> starts = new TreeSet<>();
    List<String> routers = new ArrayList<>();
    for (RouteDeed.Suspected cause : end.suspected) {
      Optional<Known> known = end.known(cause.incident());
      if (known.filter(each -> each.as() == As.OWN).isPresent()) {
        List<RouteDeed.Heard> all = end.heard(cause.incident());
        all.forEach(each -> owners.add(cause.incident() + each.by()));
        all.forEach(each -> prefixes.add(cause.incident() + each.spot().text()));
        known.get().heard().forEach(each -> starts.add(cause.incident() + each.path()));
        routers.add(
            cause.incident() + all.stream().map(RouteDeed.Heard::router).distinct().count());
      }
    }
    return List.of("" + owners, "" + prefixes, "" + starts, "" + routers, "" + end.words());
  }

  /** Words of others on incidents that the recipient knows. */
  private List<String> words() {
    return past(RouteDeed.Said.class).stream()
        .filter(each -> !each.by().equals(viewer) && isKnown(each.incident()))
        .filter(each -> new NaiveRoutes(world, each.by(), each.at()).isKnown(each.incident()))
        .map(RouteDeed.Said::toString)
        .toList();
  }
}
