package tenbin.desks.routes.watch;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;

/**
 * Tracks that are incidents, not candidates of a mass, by their causes; and which of all tracks
 * changed since that was last told.
 */
final class OpenTracks {
  /** Kinds that no single route begins or ends. */
  private static final Set<Kind> STANDING =
      EnumSet.of(
          Kind.VISIBILITY_LOSS, Kind.RPKI_EXPIRY, Kind.RPKI_MASS_INVALID, Kind.ROA_JUST_CHANGED);

  private final Map<Cause, Track> byCause = new HashMap<>();
  private final Set<Track> touched = new LinkedHashSet<>();

  /** How many vantage points there are. */
  private int of;

  void of(int vantages) {
    of = vantages;
  }

  int of() {
    return of;
  }

  static boolean isStanding(Track track) {
    return STANDING.contains(track.cause().kind());
  }

  @Nullable Track get(Cause cause) {
    return byCause.get(cause);
  }

  /** The track of a cause; one that begins then, where there was none. */
  Track begin(Cause cause, long micros) {
    @Nullable Track known = byCause.get(cause);
    if (known != null) {
      return known;
    }
    Track track = new Track(cause, micros);
    put(track);
    return track;
  }

  /** It is the incident of its cause from now on. */
  void put(Track track) {
    @Nullable Track before = byCause.put(track.cause(), track);
    if (before != null) {
      before.closed();
    }
    track.opened();
  }

  /** It is none any more; whether it was. */
  boolean remove(Track track) {
    track.closed();
    return byCause.remove(track.cause(), track);
  }

  Collection<Track> all() {
    return Collections.unmodifiableCollection(byCause.values());
  }

  void touched(Track track) {
    touched.add(track);
  }

  /** There is nothing to be told of it. */
  void untouched(Track track) {
    touched.remove(track);
  }

  /** Which changed. */
  List<Track> touched() {
    return List.copyOf(touched);
  }
}
