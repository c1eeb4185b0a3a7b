package tenbin.desks.routes.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.nouns.member.MemberId;

/**
 * Works out what there is to tell maintainers outside the circle, by the same rules as for members:
 * once when something of theirs begins, when it doubled, when it came back and when it is over. Not
 * for several threads.
 */
public final class MaintainerHerald {
  /** An incident that grows is counted anew no more often: one may have 160,000 prefixes. */
  static final Duration LOOK = Duration.ofSeconds(30);

  private static final int AT_ONCE = 200;

  private final IncidentBook book;
  private final ToldBook told;
  private final MaintainerSight sight;

  /** Changed since it was counted; not before when. */
  private final Map<UUID, Instant> waiting = new HashMap<>();

  private final Map<UUID, Instant> counted = new HashMap<>();
  private long place;

  public MaintainerHerald(IncidentBook book, ToldBook told, RouteSight sight) {
    this.book = book;
    this.told = told;
    this.sight = sight.maintainers();
  }

  /** Looks at what changed; returns how many lines there are to tell. */
  public int turn(Instant now, OptIns optIns, Function<MemberId, Plan> plans) {
    look(now);
    int lines = 0;
    for (UUID each : waiting.keySet().stream().toList()) {
      if (!waiting.getOrDefault(each, now).isAfter(now)) {
        waiting.remove(each);
        lines += tell(each, now, optIns, plans);
      }
    }
    return lines;
  }

  private void look(Instant now) {
    List<IncidentBook.Change> some;
    do {
      some = book.changes(place, AT_ONCE);
      for (IncidentBook.Change each : some) {
        place = each.place();
        if (each.worth() && touchesOutside(each.incident())) {
          waiting.put(each.incident().id(), due(each.incident(), now));
        }
      }
    } while (some.size() == AT_ONCE);
    counted.values().removeIf(each -> each.plus(LOOK).isBefore(now));
  }

  private static boolean touchesOutside(Incident incident) {
    return incident.impact().stream().map(Impact::member).anyMatch(Outside.ALL::equals);
  }

  private Instant due(Incident incident, Instant now) {
    Instant last = counted.getOrDefault(incident.id(), Instant.MIN);
    return incident.state().isOver() || last.equals(Instant.MIN) ? now : last.plus(LOOK);
  }

  private int tell(UUID id, Instant now, OptIns optIns, Function<MemberId, Plan> plans) {
    counted.put(id, now);
    int lines = 0;
    for (MaintainerImpact each : sight.impacts(id, optIns, plans).values()) {
      Herald.Standing its = new Herald.Standing(each.prefixes(), each.now(), each.end());
      Optional<ToldBook.Line> last = told.last(each.party(), id);
      var what = Herald.next(its, last, now);
      Herald.waits(its, last, now).ifPresent(at -> waiting.merge(id, at, Herald::earlier));
      if (what.isPresent()) {
        told.add(new ToldBook.News(each.party(), id, what.get(), each.prefixes()), now);
        lines++;
      }
    }
    return lines;
  }
}
