package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Asn;

/**
 * Tracks of what would be one thing if there were many of it: routes with one pivot that came
 * within a short time. Those that stay few are forgotten again.
 */
final class Masses {
  /** Candidates at once; a full table is 1.2 million, and two would be no news any more. */
  private static final int MOST = 2_500_000;

  /** How often candidates are looked through: nothing waits for it. */
  private static final long EVERY = 5_000_000;

  private final Pace pace;
  private final HitIndex index;
  private final Map<Cause, Track> watched = new HashMap<>();

  /** Those that are large enough, each with the ASes that have its routes from it. */
  private final Map<Track, Set<Asn>> open = new HashMap<>();

  private int hits;
  private long next;

  Masses(Pace pace, HitIndex index) {
    this.pace = pace;
    this.index = index;
  }

  /** Whether it is of a kind that only many are. */
  static boolean isMass(Track track) {
    Kind kind = track.cause().kind();
    return kind == Kind.MASS_HIJACK || kind == Kind.MASS_LEAK;
  }

  /** What many of a kind are. */
  static Optional<Kind> kind(Kind one) {
    return switch (one) {
      case ORIGIN_HIJACK, SUBPREFIX_HIJACK, MASS_HIJACK -> Optional.of(Kind.MASS_HIJACK);
      case FAKE_FIRST_HOP,
          SUBPREFIX_FORGED,
          FORGED_PATH,
          ROUTE_LEAK,
          PEERLOCK,
          NEW_UPSTREAM,
          ASPA_INVALID,
          IXP_LAN,
          MASS_LEAK ->
          Optional.of(Kind.MASS_LEAK);
      default -> Optional.empty();
    };
  }

  /**
   * The track of its pivot; null where it can be no part of a mass.
   *
   * @param route everything that its route is suspected of
   */
  @Nullable Track of(Suspicion suspicion, List<Suspicion> route, long micros) {
    Optional<Kind> kind = kind(suspicion.cause().kind());
    if (kind.isEmpty() || !suspicion.pivot().isPresent() || hits >= MOST) {
      return null;
    }
    Cause other = new Cause(kind.get(), suspicion.partner(), "");
    @Nullable Track accused = watched.get(other);
    @Nullable Set<Asn> carriers = accused == null ? null : open.get(accused);
    if (carriers != null) {
      if (isOf(route, suspicion.partner())) {
        carriers.add(suspicion.pivot());
      }
      if (carriers.contains(suspicion.pivot())) {
        return accused; // The far end of the link is known by now to be at fault.
      }
    }
    Cause cause = new Cause(kind.get(), suspicion.pivot(), "");
    return watched.computeIfAbsent(cause, each -> new Track(each, micros));
  }

  private static boolean isOf(List<Suspicion> route, Asn pivot) {
    for (Suspicion each : route) {
      if (each.pivot().equals(pivot)) {
        return true;
      }
    }
    return false;
  }

  boolean isOpen(Track track) {
    return open.containsKey(track);
  }

  /** Whether it is large enough to be one thing, and was not before. */
  boolean isDue(Track track) {
    return track.prefixes() >= pace.massPrefixes()
        && track.networks() >= pace.massNetworks()
        && !open.containsKey(track);
  }

  /** It is one thing from now on. What others are suspected of at its links is part of it. */
  void open(Track track) {
    Set<Asn> carriers = new HashSet<>();
    open.put(track, carriers);
    for (Track other : watched.values()) {
      if (other != track && other.cause().kind() == track.cause().kind()) {
        List<Hit> parts = partsOf(track, other);
        if (parts.stream().anyMatch(hit -> track.hit(hit.prefix()) != null)) {
          carriers.add(other.cause().by());
          parts.forEach(hit -> move(hit, track));
        }
      }
    }
  }

  private static List<Hit> partsOf(Track track, Track other) {
    List<Hit> parts = new ArrayList<>();
    for (Hit hit : other.hits()) {
      if (hit.suspicion().partner().equals(track.cause().by())) {
        parts.add(hit);
      }
    }
    return parts;
  }

  /** One that was one thing before the start. */
  void resume(Track track) {
    watched.put(track.cause(), track);
    open.put(track, new HashSet<>());
  }

  private void move(Hit hit, Track track) {
    drop(hit.track(), hit);
    if (track.hit(hit.prefix()) == null) {
      Hit moved = track.add(hit.prefix(), hit.suspicion(), hit.path(), hit.begin());
      index.add(moved);
      hit.vantages().each(each -> track.seen(moved, each, hit.begin()));
    }
  }

  void forget(Track track) {
    if (open.remove(track) != null) {
      watched.remove(track.cause());
    }
  }

  /** Forgets candidates that stayed few. */
  void tick(long micros) {
    if (micros < next) {
      return;
    }
    next = micros + EVERY;
    long least = micros - Telling.micros(pace.massWithin());
    List<Track> empty = new ArrayList<>();
    hits = 0;
    for (Track track : watched.values()) {
      if (!open.containsKey(track)) {
        old(track, least).forEach(hit -> drop(track, hit));
      }
      hits += track.prefixes();
      if (track.prefixes() == 0) {
        empty.add(track);
      }
    }
    empty.forEach(each -> watched.remove(each.cause()));
  }

  private static List<Hit> old(Track track, long least) {
    List<Hit> old = new ArrayList<>();
    for (Hit hit : track.hits()) {
      if (hit.begin() >= least) {
        break; // In the order in which they came.
      }
      old.add(hit);
    }
    return old;
  }

  private void drop(Track track, Hit hit) {
    track.drop(hit);
    index.remove(hit);
  }
}
