package tenbin.proof.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the generator put into a folder, held against what was caught. An event is found where an
 * incident has its kind, its prefix and its culprit. Two things of the generator are known to be
 * otherwise than it labels them: a "more specific" that is itself a declared prefix is an exact
 * one, and a "forged link" that its own topology has is a leak.
 */
public final class Truth {
  private final List<JsonNode> events = new ArrayList<>();
  private final Set<Prefix> declared = new HashSet<>();
  private final Map<Long, String> members = new HashMap<>();
  private final Set<String> links = new HashSet<>();

  private Truth() {}

  /** The truth of a folder. */
  public static Truth of(Path folder) throws IOException {
    Truth truth = new Truth();
    JsonMapper json = JsonMapper.shared();
    for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
      truth.events.add(json.readTree(line));
    }
    for (JsonNode member : json.readTree(folder.resolve("members.json").toFile())) {
      member.get("prefixes").forEach(each -> truth.declared.add(Prefix.parse(each.asString())));
      member.get("asns").forEach(each -> truth.members.put(each.asLong(), name(member)));
    }
    for (String line : Files.readAllLines(folder.resolve("as-rel.txt"))) {
      String[] cells = line.split("\\|", -1);
      if (cells.length > 2) {
        truth.links.add(cells[0] + " " + cells[1]);
        truth.links.add(cells[1] + " " + cells[0]);
      }
    }
    return truth;
  }

  private static String name(JsonNode member) {
    return member.get("member").asString();
  }

  /**
   * How good it was.
   *
   * @param events by label: how many there were and how many were found
   * @param missed the events that were not, as the generator wrote them
   * @param told incidents that people were told of
   * @param wrong those of them that are no event's
   * @param massIncidents incidents of a mass; the generator makes one
   */
  public record Score(
      Map<String, int[]> events, List<String> missed, int told, int wrong, int massIncidents) {
    /** How many of those that were told are real. */
    public double precision() {
      return told == 0 ? 1 : 1 - (double) wrong / told;
    }
  }

  /** Holds what was caught against it. */
  public Score score(Caught caught) {
    Map<String, int[]> counts = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    Set<UUID> real = new HashSet<>();
    for (JsonNode event : events) {
      if (!event.get("benign").asBoolean()) {
        List<Incident> found =
            caught.incidents().stream().filter(each -> is(event, each, caught)).toList();
        found.forEach(each -> real.add(each.id()));
        int[] count = counts.computeIfAbsent(event.get("label").asString(), each -> new int[2]);
        count[0]++;
        count[1] += found.isEmpty() ? 0 : 1;
        if (found.isEmpty()) {
          missed.add(event.toString());
        }
      }
    }
    Set<UUID> wrong = new HashSet<>(caught.told());
    wrong.removeAll(real);
    wrong.retainAll(caught.incidents().stream().map(Incident::id).toList());
    long masses = caught.incidents().stream().filter(Truth::isMass).count();
    return new Score(counts, missed, caught.told().size(), wrong.size(), (int) masses);
  }

  private static boolean isMass(Incident incident) {
    Kind kind = incident.cause().kind();
    return kind == Kind.MASS_LEAK || kind == Kind.MASS_HIJACK;
  }

  private boolean is(JsonNode event, Incident incident, Caught caught) {
    if (incident.cause().kind() != kind(event)) {
      return isPartOfMass(event, incident, caught);
    }
    long by = incident.cause().by().number();
    return switch (event.get("label").asString()) {
      case "outage" -> incident.cause().about().equals(members.get(event.get("asn").asLong()));
      case "mass-leak" ->
          by == event.get("leaker").asLong()
              && incident.prefixes() - parts(incident, caught) == event.get("prefixes").asInt();
      case "as-set-origin" -> touches(event, incident, caught);
      default -> touches(event, incident, caught) && by == culprit(event);
    };
  }

  /** While an AS leaks many, one more by it is one more of them: the generator drew it twice. */
  private boolean isPartOfMass(JsonNode event, Incident incident, Caught caught) {
    return incident.cause().kind() == Kind.MASS_LEAK
        && event.get("label").asString().equals("new-upstream")
        && incident.cause().by().number() == culprit(event)
        && touches(event, incident, caught);
  }

  private long parts(Incident mass, Caught caught) {
    return events.stream().filter(each -> isPartOfMass(each, mass, caught)).count();
  }

  private static boolean touches(JsonNode event, Incident incident, Caught caught) {
    return caught.affected(incident).containsKey(Prefix.parse(event.get("prefix").asString()));
  }

  private static long culprit(JsonNode event) {
    for (String name : List.of("attacker", "upstream", "leaker", "asn")) {
      if (event.has(name)) {
        return event.get(name).asLong();
      }
    }
    return -1;
  }

  private Kind kind(JsonNode event) {
    return switch (event.get("label").asString()) {
      case "origin-hijack", "single-peer-origin-change" -> Kind.ORIGIN_HIJACK;
      case "subprefix-hijack" ->
          declared.contains(Prefix.parse(event.get("prefix").asString()))
              ? Kind.ORIGIN_HIJACK
              : Kind.SUBPREFIX_HIJACK;
      case "type1-fake-first-hop" -> Kind.FAKE_FIRST_HOP;
      case "type2-forged" -> isLink(event.get("forged_edge")) ? Kind.ROUTE_LEAK : Kind.FORGED_PATH;
      case "route-leak" -> Kind.ROUTE_LEAK;
      case "as-set-origin" -> Kind.AS_SET_ORIGIN;
      case "new-upstream" -> Kind.NEW_UPSTREAM;
      case "unallocated-squat" -> Kind.SQUATTING;
      case "bogon-prefix" -> Kind.BOGON_PREFIX;
      case "outage" -> Kind.VISIBILITY_LOSS;
      case "mass-leak" -> Kind.MASS_LEAK;
      default -> throw new IllegalStateException("no such label: " + event);
    };
  }

  private boolean isLink(JsonNode edge) {
    return links.contains(edge.get(0).asString() + " " + edge.get(1).asString());
  }
}
