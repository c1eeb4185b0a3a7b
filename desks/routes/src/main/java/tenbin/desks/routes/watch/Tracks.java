package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.net.Prefix;

/**
 * All tracks that are open, or over since less than the time within which they may come back. Times
 * are microseconds of the epoch.
 */
final class Tracks {
  /** Kinds that no single route begins or ends. */
  private static final Set<Kind> STANDING =
      EnumSet.of(
          Kind.VISIBILITY_LOSS, Kind.RPKI_EXPIRY, Kind.RPKI_MASS_INVALID, Kind.ROA_JUST_CHANGED);

  private final Pace pace;
  private final IncidentSink sink;
  private final HitIndex index = new HitIndex();
  private final Map<Cause, Track> open = new HashMap<>();
  private final Masses masses;
  private final Set<Track> touched = new LinkedHashSet<>();
  private int of;

  Tracks(Pace pace, IncidentSink sink) {
    this.pace = pace;
    this.sink = sink;
    this.masses = new Masses(pace, index);
  }

  /** How many vantage points there are. */
  void of(int vantages) {
    of = vantages;
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
    Set<Track> still = suspicions.isEmpty() ? Set.of() : new HashSet<>();
    @Nullable Track mass = null;
    for (Suspicion each : suspicions) {
      @Nullable Track candidate = candidate(told, each, suspicions, still);
      mass = candidate != null && masses.isOpen(candidate) ? candidate : mass;
    }
    if (mass == null) {
      suspicions.stream()
          .filter(each -> each.alone() == Alone.COUNTS)
          .forEach(each -> still.add(alone(told, each)));
    }
    for (Hit hit : index.of(told.prefix())) {
      if (!still.contains(hit.track()) && !isStanding(hit)) {
        gone(hit, told.vantage(), told.micros());
      }
    }
  }

  /** Puts it into what it would be a part of, were there many; null where it can be none. */
  private @Nullable Track candidate(
      Told told, Suspicion suspicion, List<Suspicion> route, Set<Track> still) {
    @Nullable Track mass = masses.of(suspicion, route, told.micros());
    if (mass != null) {
      hit(mass, told, suspicion);
      still.add(mass);
      if (masses.isDue(mass)) {
        absorb(mass);
      }
    }
    return mass;
  }

  private Track alone(Told told, Suspicion suspicion) {
    Track track = open.computeIfAbsent(suspicion.cause(), each -> new Track(each, told.micros()));
    hit(track, told, suspicion);
    return track;
  }

  private void hit(Track track, Told told, Suspicion suspicion) {
    @Nullable Hit hit = track.hit(told.prefix());
    if (hit == null) {
      hit = track.add(told.prefix(), suspicion, told.path(), told.micros());
      index.add(hit);
    }
    seen(hit, told.vantage(), told.micros());
    if (open.get(track.cause()) == track) {
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
    touched.add(track);
  }

  private void gone(Hit hit, int vantage, long micros) {
    if (hit.vantages().has(vantage)) {
      hit.track().gone(hit, vantage, micros);
      touched.add(hit.track());
    }
  }

  /** A mass that is large enough: what else began about its prefixes is part of it. */
  private void absorb(Track mass) {
    masses.open(mass);
    mass.beginWithFirst();
    open.put(mass.cause(), mass);
    long least = mass.begin() - Telling.micros(pace.massWithin());
    Set<Track> parts = new LinkedHashSet<>();
    for (Hit hit : mass.hits()) {
      for (Hit other : index.of(hit.prefix())) {
        if (isPart(other, mass, least)) {
          other.track().drop(other);
          index.remove(other);
          parts.add(other.track());
        }
      }
    }
    parts.stream().filter(each -> each.prefixes() == 0).forEach(each -> end(each, mass));
  }

  private boolean isPart(Hit hit, Track mass, long least) {
    Track track = hit.track();
    return track != mass
        && !masses.isOpen(track)
        && hit.begin() >= least
        && open.get(track.cause()) == track
        && !isStanding(hit);
  }

  private void end(Track part, Track mass) {
    if (open.remove(part.cause(), part)) {
      part.tag(new Tag(Tag.PART_OF, 0, mass.id().toString()));
      part.become(State.OUTDATED);
      touched.remove(part);
      if (part.isShown()) {
        tell(part);
      }
    }
  }

  private static boolean isStanding(Hit hit) {
    return STANDING.contains(hit.track().cause().kind());
  }

  /** A vantage point withdrew its route, or lost its session. */
  void withdrawn(Told told) {
    for (Hit hit : index.of(told.prefix())) {
      if (!isStanding(hit)) {
        if (hit.vantages().has(told.vantage()) && open.get(hit.track().cause()) == hit.track()) {
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
    for (Track track : List.copyOf(open.values())) {
      if (masses.isOpen(track) || STANDING.contains(track.cause().kind()) || !track.isOn()) {
        continue;
      }
      List<Hit> past = new ArrayList<>();
      track.hits().forEach(hit -> past.add(hit));
      past.removeIf(holds);
      if (past.size() == track.prefixes()) {
        outdate(track, why);
      } else {
        past.forEach(hit -> forget(track, hit));
      }
    }
  }

  private void forget(Track track, Hit hit) {
    track.drop(hit);
    index.remove(hit);
    touched.add(track);
  }

  private void outdate(Track track, Tag why) {
    track.tag(why);
    track.become(State.OUTDATED);
    tell(track);
    forget(track);
    touched.remove(track);
  }

  /**
   * One that was open before the start, with those who still show it; one of which nobody does is
   * over if that stays so.
   *
   * @return those of its prefixes that were not over
   */
  List<Affected> resume(long micros, Resumed before, Map<Prefix, Set<Integer>> at) {
    Track track = new Track(before.incident());
    if (!track.id().equals(before.incident().id())) {
      return List.of();
    }
    boolean standing = STANDING.contains(track.cause().kind());
    List<Affected> left = new ArrayList<>();
    for (Affected each : before.affected()) {
      Hit hit = track.add(before.incident(), each);
      index.add(hit);
      if (each.end().isEmpty()) {
        left.add(each);
        Set<Integer> who = standing ? all() : at.getOrDefault(each.prefix(), Set.of());
        who.forEach(vantage -> track.seen(hit, vantage, micros));
      }
    }
    track.resumed(micros, before);
    open.put(track.cause(), track);
    if (Masses.kind(track.cause().kind())
        .filter(kind -> kind == track.cause().kind())
        .isPresent()) {
      masses.resume(track);
    }
    return left;
  }

  /** What nobody has shown so far may still come: it is not over before. */
  void begin(long micros) {
    open.values().stream().filter(each -> !each.isOn()).forEach(each -> each.endAt(micros));
  }

  private Set<Integer> all() {
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < of; i++) {
      all.add(i);
    }
    return all;
  }

  /** Somebody decided how it stands; whether there is such a one. */
  boolean decide(UUID id, State state) {
    for (Track track : open.values()) {
      if (track.id().equals(id)) {
        track.become(state);
        track.telling().decided(state);
        touched.add(track);
        return true;
      }
    }
    return false;
  }

  /** Time has passed: tells what is due. */
  void tick(long micros) {
    masses.tick(micros);
    List<Track> forgotten = new ArrayList<>();
    for (Track track : open.values()) {
      if (track.isOn() || track.end() < 0) {
        continue;
      }
      long since = micros - track.end();
      if (!track.state().isOver() && since >= Telling.micros(pace.over())) {
        track.become(State.WITHDRAWN);
        touched.add(track);
      }
      if (since >= Telling.micros(pace.fold())) {
        forgotten.add(track);
      }
    }
    open.values().forEach(track -> notice(track, micros));
    touched.forEach(this::tell);
    touched.clear();
    forgotten.forEach(this::forget);
  }

  private void forget(Track track) {
    open.remove(track.cause());
    masses.forget(track);
    track.hits().forEach(index::remove);
  }

  private void notice(Track track, long micros) {
    track
        .telling()
        .due(track, micros, pace, of)
        .ifPresent(what -> {
          tell(track);
          touched.remove(track);
          sink.notice(new Notice(what, track.stands(of)));
        });
  }

  private void tell(Track track) {
    if (track.state() != State.OUTDATED && open.get(track.cause()) != track) {
      return; // A mass that is none yet.
    }
    track.shown();
    List<Hit> changed = track.takeChanged();
    var incident = track.stands(of);
    sink.stands(incident, changed.stream().map(Hit::stands).toList());
    var steps = track.takeSteps();
    if (!steps.isEmpty()) {
      sink.seen(incident, steps);
    }
  }
}
