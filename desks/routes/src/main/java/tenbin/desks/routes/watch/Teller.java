package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.List;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;

/** Tells how tracks stand, as they change and as time passes. Microseconds of the epoch. */
final class Teller {
  /** How often those are looked at of which nothing was said: what they wait for are seconds. */
  private static final long LOOK = 1_000_000;

  private final Pace pace;
  private final IncidentSink sink;
  private final OpenTracks open;
  private long nextLook;

  Teller(Pace pace, IncidentSink sink, OpenTracks open) {
    this.pace = pace;
    this.sink = sink;
    this.open = open;
  }

  /**
   * Time has passed: tells what is due.
   *
   * @return those that are over for so long that they may be forgotten
   */
  List<Track> tick(long micros) {
    List<Track> past = List.of();
    if (micros >= nextLook) {
      nextLook = micros + LOOK;
      past = over(micros);
      open.all().forEach(track -> notice(track, micros));
    } else {
      open.touched().forEach(track -> notice(track, micros));
    }
    open.touched().forEach(this::tell);
    return past;
  }

  /** What nobody shows any more is over after a while; gives those that are so for long. */
  private List<Track> over(long micros) {
    List<Track> past = new ArrayList<>();
    for (Track track : open.all()) {
      if (track.isOn() || track.end() < 0) {
        continue;
      }
      long since = micros - track.end();
      if (!track.state().isOver() && since >= Telling.micros(pace.over())) {
        track.become(State.WITHDRAWN);
        open.touched(track);
      }
      if (since >= Telling.micros(pace.fold())) {
        past.add(track);
      }
    }
    return past;
  }

  private void notice(Track track, long micros) {
    if (!track.isOpen()) {
      return; // A mass that is none yet.
    }
    track
        .telling()
        .due(track, micros, pace, open.of())
        .ifPresent(what -> {
          tell(track);
          sink.notice(new Notice(what, track.stands(open.of())));
        });
  }

  /** As it stands now, with what changed. */
  void tell(Track track) {
    open.untouched(track);
    if (track.state() != State.OUTDATED && !track.isOpen()) {
      return; // A mass that is none yet.
    }
    track.shown();
    List<Hit> changed = track.takeChanged();
    Incident incident = track.stands(open.of());
    sink.stands(incident, changed.stream().map(Hit::stands).toList());
    List<PathSeen> steps = track.takeSteps();
    if (!steps.isEmpty()) {
      sink.seen(incident, steps);
    }
  }

  /** Nothing speaks for it any more. */
  void outdate(Track track, Tag why) {
    track.tag(why);
    track.become(State.OUTDATED);
    if (track.isShown()) {
      tell(track);
    }
    open.untouched(track);
  }
}
