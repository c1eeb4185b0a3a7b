package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/**
 * All tracks that are open, or over since less than the time within which they may come back. Times
 * are microseconds of the epoch.
 */
final class Tracks {
  private final HitIndex index = new HitIndex();
  private final OpenTracks open = new OpenTracks();
  private final Masses masses;
  private final Teller teller;
  private final Absorbing absorbing;
  private final Resumption resumption;

  Tracks(RouteTable table, Pace pace, IncidentSink sink) {
    this.masses = new Masses(pace, index);
    this.teller = new Teller(pace, sink, open);
    this.absorbing = new Absorbing(pace, open, index, masses, teller);
    this.resumption = new Resumption(table, open, index, masses);
  }

  /** How many vantage points there are. */
  void of(int vantages) {
    open.of(vantages);
  }

  boolean isEmpty() {
    return index.isEmpty();
  }

  boolean isAny(Prefix prefix) {
    return index.has(prefix);
  }

  /** Whether a prefix is suspected of something now. */
  boolean isOn(Prefix prefix) {
    for (Hit hit : index.of(prefix)) {
      if (hit.isOn() && !isStanding(hit)) {
        return true;
      }
    }
    return false;
  }

  /** A vantage point's route is suspected of all of these now, and of nothing else. */
  void suspected(Told told, List<Suspicion> suspicions) {
    List<Track> still = suspicions.isEmpty() ? List.of() : new ArrayList<>(2);
    @Nullable Track mass = null;
    for (Suspicion each : suspicions) {
      @Nullable Track candidate = candidate(told, each, suspicions, still);
      mass = candidate != null && masses.isOpen(candidate) ? candidate : mass;
    }
    for (Suspicion each : suspicions) {
      if (mass == null && each.alone() == Alone.COUNTS) {
        still.add(alone(told, each));
      }
    }
    for (Hit hit : index.of(told.prefix())) {
      if (!still.contains(hit.track()) && !isStanding(hit)) {
        gone(hit, told.vantage(), told.micros());
      }
    }
  }

  /** Puts it into what it would be a part of, were there many; null where it can be none. */
  private @Nullable Track candidate(
      Told told, Suspicion suspicion, List<Suspicion> route, List<Track> still) {
    @Nullable Track mass = masses.of(suspicion, route, told.micros());
    if (mass != null) {
      hit(mass, told, suspicion);
      still.add(mass);
      if (masses.isDue(mass)) {
        absorbing.absorb(mass);
      }
    }
    return mass;
  }

  private Track alone(Told told, Suspicion suspicion) {
    Track track = open.begin(suspicion.cause(), told.micros());
    hit(track, told, suspicion);
    return track;
  }

  private void hit(Track track, Told told, Suspicion suspicion) {
    @Nullable Hit hit = index.of(track, told.prefix());
    if (hit == null) {
      hit = track.add(told.prefix(), suspicion, told.path(), told.micros());
      index.add(hit);
    }
    seen(hit, told.vantage(), told.micros());
    if (track.isOpen()) {
      track.step(told);
    }
  }

  private void seen(Hit hit, int vantage, long micros) {
    Track track = hit.track();
    if (track.state().isOver()) {
      track.reopen();
      track.telling().cameBack();
    }
    track.seen(hit, vantage, micros);
    open.touched(track);
  }

  private void gone(Hit hit, int vantage, long micros) {
    if (hit.vantages().has(vantage)) {
      hit.track().gone(hit, vantage, micros);
      open.touched(hit.track());
    }
  }

  private static boolean isStanding(Hit hit) {
    return OpenTracks.isStanding(hit.track());
  }

  /** A vantage point withdrew its route, or lost its session. */
  void withdrawn(Told told) {
    for (Hit hit : index.of(told.prefix())) {
      if (!isStanding(hit)) {
        if (hit.vantages().has(told.vantage()) && hit.track().isOpen()) {
          hit.track().step(told);
        }
        gone(hit, told.vantage(), told.micros());
      }
    }
  }

  /** A vantage point is not heard any more: what it had is not known. */
  void lost(int vantage, long micros) {
    for (Hit hit : index.all()) {
      gone(hit, vantage, micros);
    }
  }

  /** Something that is not about one vantage point's route. */
  void stands(Told told, Suspicion suspicion) {
    alone(told, suspicion);
  }

  /** All of a prefix's hit is over. */
  void settle(Cause cause, Prefix prefix, long micros) {
    @Nullable Track track = open.get(cause);
    @Nullable Hit hit = track == null ? null : track.hit(prefix);
    if (hit != null) {
      List<Integer> had = new ArrayList<>();
      hit.vantages().each(had::add);
      had.forEach(each -> gone(hit, each, micros));
    }
  }

  /** Of a standing cause what does not hold any more is over. */
  void review(Cause cause, Predicate<Hit> holds, long micros) {
    @Nullable Track track = open.get(cause);
    if (track != null) {
      for (Hit hit : track.hits()) {
        if (!holds.test(hit)) {
          settle(cause, hit.prefix(), micros);
        }
      }
    }
  }

  /**
   * What is known has changed: those that nothing speaks for any more are outdated.
   *
   * @param holds whether a hit would still be suspected of its cause
   * @param why what changed
   */
  void review(Predicate<Hit> holds, Tag why) {
    for (Track track : List.copyOf(open.all())) {
      if (masses.isOpen(track) || OpenTracks.isStanding(track) || !track.isOn()) {
        continue;
      }
      List<Hit> past = new ArrayList<>();
      track.hits().forEach(hit -> past.add(hit));
      past.removeIf(holds);
      if (past.size() == track.prefixes()) {
        teller.outdate(track, why);
        forget(track);
      } else {
        past.forEach(hit -> forget(track, hit));
      }
    }
  }

  private void forget(Track track, Hit hit) {
    track.drop(hit);
    index.remove(hit);
    open.touched(track);
  }

  /** One that was open before the start; gives those of its prefixes that were not over. */
  List<Affected> resume(long micros, Resumed before) {
    return resumption.resume(micros, before);
  }

  /** What nobody has shown so far may still come: it is not over before. */
  void begin(long micros) {
    open.all().stream().filter(each -> !each.isOn()).forEach(each -> each.endAt(micros));
  }

  /** Somebody decided how it stands; whether there is such a one. */
  boolean decide(UUID id, State state) {
    for (Track track : open.all()) {
      if (track.id().equals(id)) {
        track.become(state);
        track.telling().decided(state);
        open.touched(track);
        return true;
      }
    }
    return false;
  }

  /** Time has passed: tells what is due. */
  void tick(long micros) {
    masses.tick(micros);
    teller.tick(micros).forEach(this::forget);
  }

  private void forget(Track track) {
    open.remove(track);
    masses.forget(track);
    track.hits().forEach(index::remove);
  }
}
