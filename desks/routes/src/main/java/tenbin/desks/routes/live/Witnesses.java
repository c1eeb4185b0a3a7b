package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
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
import tenbin.nouns.net.Prefix;

/**
 * Who shows what looks wrong, and whether anybody else does: each prefix of each incident is looked
 * at once, when others had the time to show it too. What the watch finds goes on unchanged. One
 * thread; times are microseconds of the epoch by the clock.
 */
final class Witnesses implements IncidentSink {
  /** No route shows these. */
  private static final Set<Kind> NOT_SHOWN =
      EnumSet.of(
          Kind.VISIBILITY_LOSS, Kind.RPKI_EXPIRY, Kind.RPKI_MASS_INVALID, Kind.ROA_JUST_CHANGED);

  /** A whole leak of history; what is beyond says nothing of anybody. */
  private static final int MOST = 200_000;

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

  private final IncidentSink inner;
  private final long patience;
  private final Map<UUID, Map<Prefix, Shown>> going = new HashMap<>();
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
      Map<Prefix, Shown> gone = going.remove(incident.id());
      size -= gone == null ? 0 : gone.size();
    }
  }

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {
    inner.seen(incident, steps);
    if (NOT_SHOWN.contains(incident.cause().kind()) || incident.state().isOver()) {
      return;
    }
    Map<Prefix, Shown> of = going.computeIfAbsent(incident.id(), id -> new HashMap<>());
    for (PathSeen each : steps) {
      if (!each.path().isEmpty() && (size < MOST || of.containsKey(each.prefix()))) {
        show(of, each);
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
    Iterator<Map<Prefix, Shown>> all = going.values().iterator();
    while (all.hasNext()) {
      Map<Prefix, Shown> of = all.next();
      of.values().forEach(each -> judge(each, verdict));
      if (of.isEmpty()) {
        all.remove();
      }
    }
  }

  private void judge(Shown shown, Verdict verdict) {
    if (!shown.judged && now - shown.since >= patience) {
      Witness witness = shown.by.size() == 1 ? Witness.ALONE : Witness.TOGETHER;
      shown.by.forEach(each -> verdict.suspect(each, witness));
      shown.judged = true;
      shown.by.clear();
    }
  }
}
