package tenbin.desks.routes.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.State;

/**
 * What people did about incidents, for the watch. An act of a member stands for that member alone,
 * so it reaches the watch only where the incident touches nobody else. One thread.
 */
final class Acts {
  private final IncidentBook book;
  private final Scribe scribe;
  private final Decision decision;
  private final Map<UUID, Integer> known = new HashMap<>();

  /** Takes how an incident stands by what somebody did. */
  interface Decision {
    void decide(UUID incident, State state);
  }

  Acts(IncidentBook book, Scribe scribe, Decision decision) {
    this.book = book;
    this.scribe = scribe;
    this.decision = decision;
  }

  /** Hands on what is new. */
  void look() {
    Map<UUID, Incident> going = new HashMap<>();
    scribe.going().forEach(each -> going.put(each.id(), each));
    known.keySet().retainAll(going.keySet());
    going.values().stream().filter(Acts::isOfOne).forEach(this::look);
  }

  private static boolean isOfOne(Incident incident) {
    return incident.impact().size() == 1 && incident.others() == 0;
  }

  private void look(Incident incident) {
    List<Deed> deeds = book.deeds(incident.id(), incident.impact().getFirst().member());
    Integer before = known.put(incident.id(), deeds.size());
    if (!deeds.isEmpty() && (before == null || before != deeds.size())) {
      decision.decide(incident.id(), deeds.getLast().act().state());
    }
  }
}
