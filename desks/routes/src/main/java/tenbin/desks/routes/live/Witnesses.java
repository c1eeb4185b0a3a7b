package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.health.Witness;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Who shows what looks wrong, and whether anybody else does: each prefix of each incident is looked
 * at once, when others had the time to show it too. What the watch finds goes on unchanged. One
 * thread; times are microseconds of the epoch by the clock.
 *
 * <p>What one AS does to a part of the world may be seen by one router alone, and that router is
 * the one to be believed. So what it shows alone speaks against it only where several ASes would
 * have done it, or its own.
 */
final class Witnesses implements IncidentSink {
  /** No route shows these. */
  private static final Set<Kind> NOT_SHOWN =
      EnumSet.of(
          Kind.VISIBILITY_LOSS, Kind.RPKI_EXPIRY, Kind.RPKI_MASS_INVALID, Kind.ROA_JUST_CHANGED);

  /** A whole leak of history; what is beyond says nothing of anybody. */
  private static final int MOST = 200_000;

  /** Fewer ASes at fault may be at fault indeed. */
  private static final int CULPRITS = 3;

  /** Takes what was seen. */
  interface Verdict {
    void suspect(Vantage from, Witness witness);
  }

  private static final class Shown {
    private final long since;
    private final Set<Vantage> by = new HashSet<>(2);
    private boolean judged;

    Shown(long since) {
      this.since = since;
    }
  }

  /** One incident, by whom it would be, and what is shown of it. */
  private record Going(Asn culprit, Map<Prefix, Shown> shown) {}

  private final IncidentSink inner;
  private final long patience;
  private final Map<UUID, Going> going = new HashMap<>();

  /** By router, the incidents of which it shows something alone, and who would have done them. */
  private final Map<Vantage, Map<UUID, Asn>> alone = new HashMap<>();

  private int size;
  private long now;

  /**
   * Nobody has shown anything.
   *
   * @param patience so long others have time
   */
  Witnesses(IncidentSink inner, Duration patience) {
    this.inner = inner;
    this.patience = Rounds.micros(patience);
  }

  /** The clock. */
  void now(long micros) {
    now = micros;
  }

  @Override
  public void notice(Notice notice) {
    inner.notice(notice);
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {
    inner.stands(incident, changed);
    if (incident.state().isOver()) {
      Going gone = going.remove(incident.id());
      size -= gone == null ? 0 : gone.shown().size();
      alone.values().forEach(each -> each.remove(incident.id()));
      alone.values().removeIf(Map::isEmpty);
    }
  }

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {
    inner.seen(incident, steps);
    if (NOT_SHOWN.contains(incident.cause().kind()) || incident.state().isOver()) {
      return;
    }
    Going of =
        going.computeIfAbsent(
            incident.id(), id -> new Going(incident.cause().by(), new HashMap<>()));
    for (PathSeen each : steps) {
      if (!each.path().isEmpty() && (size < MOST || of.shown().containsKey(each.prefix()))) {
        show(of.shown(), each);
      }
    }
  }

  private void show(Map<Prefix, Shown> of, PathSeen step) {
    Shown shown = of.get(step.prefix());
    if (shown == null) {
      shown = new Shown(now);
      of.put(step.prefix(), shown);
      size++;
    }
    if (!shown.judged) {
      shown.by.add(step.from());
    }
  }

  /** Tells of all that others had the time to show too. */
  void judge(Verdict verdict) {
    List<Vantage> alones = new ArrayList<>();
    going.forEach((id, of) -> {
      for (Shown each : of.shown().values()) {
        if (!each.judged && now - each.since >= patience) {
          each.judged = true;
          if (each.by.size() == 1) {
            alones.add(alone(id, of.culprit(), each));
          } else {
            each.by.forEach(by -> verdict.suspect(by, Witness.TOGETHER));
          }
          each.by.clear();
        }
      }
    });
    alones.forEach(by -> verdict.suspect(by, isAtFault(by) ? Witness.ALONE : Witness.TOGETHER));
  }

  private Vantage alone(UUID incident, Asn culprit, Shown shown) {
    Vantage by = shown.by.iterator().next();
    alone.computeIfAbsent(by, who -> new HashMap<>()).put(incident, culprit);
    return by;
  }

  private boolean isAtFault(Vantage router) {
    Set<Asn> culprits = new HashSet<>(alone.getOrDefault(router, Map.of()).values());
    return culprits.size() >= CULPRITS || culprits.contains(router.asn());
  }
}
