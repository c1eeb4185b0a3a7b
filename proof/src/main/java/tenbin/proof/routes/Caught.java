package tenbin.proof.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.net.Prefix;

/** Everything that a watch told, kept. */
public final class Caught implements IncidentSink {
  private final Supplier<Instant> clock;
  private final Map<UUID, Incident> incidents = new LinkedHashMap<>();
  private final Map<UUID, Map<Prefix, Affected>> affected = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param clock how late it is for the watch
   */
  public Caught(Supplier<Instant> clock) {
    this.clock = clock;
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
    times.add(clock.get());
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {
    incidents.put(incident.id(), incident);
    Map<Prefix, Affected> kept =
        affected.computeIfAbsent(incident.id(), each -> new LinkedHashMap<>());
    changed.forEach(each -> kept.put(each.prefix(), each));
  }

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {
    // Pictures are looked at elsewhere.
  }

  /** Incidents as they stood last, without those that became part of another. */
  public List<Incident> incidents() {
    return incidents.values().stream().filter(each -> each.state() != State.OUTDATED).toList();
  }

  /** Incidents that turned out to be part of this one. */
  public List<Incident> parts(Incident whole) {
    String id = whole.id().toString();
    return incidents.values().stream()
        .filter(each -> each.state() == State.OUTDATED)
        .filter(each -> each.evidence().stream().anyMatch(tag -> tag.detail().equals(id)))
        .toList();
  }

  /** All of them, in the order in which they were told. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** Notices of one incident. */
  public List<Notice> notices(Incident incident) {
    return notices.stream().filter(each -> each.incident().id().equals(incident.id())).toList();
  }

  /** When its notices came, in their order. */
  public List<Instant> times(Incident incident) {
    List<Instant> some = new ArrayList<>();
    for (int i = 0; i < notices.size(); i++) {
      if (notices.get(i).incident().id().equals(incident.id())) {
        some.add(times.get(i));
      }
    }
    return some;
  }

  /** Incidents that people were told of. */
  public Set<UUID> told() {
    Set<UUID> told = new HashSet<>();
    notices.forEach(each -> told.add(each.incident().id()));
    return told;
  }

  /** The prefixes of an incident. */
  public Map<Prefix, Affected> affected(Incident incident) {
    return affected.getOrDefault(incident.id(), Map.of());
  }
}
