package tenbin.desks.routes.watch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.incident.Tag;

/** What happens when a mass is large enough to be one thing: what began with it is part of it. */
final class Absorbing {
  private final Pace pace;
  private final OpenTracks open;
  private final HitIndex index;
  private final Masses masses;
  private final Teller teller;

  Absorbing(Pace pace, OpenTracks open, HitIndex index, Masses masses, Teller teller) {
    this.pace = pace;
    this.open = open;
    this.index = index;
    this.masses = masses;
    this.teller = teller;
  }

  /** It is one thing from now on. */
  void absorb(Track mass) {
    masses.open(mass);
    mass.beginWithFirst();
    open.put(mass);
    long least = mass.begin() - Telling.micros(pace.massWithin());
    Set<Track> parts = new LinkedHashSet<>();
    for (Hit hit : mass.hits()) {
      @Nullable Hit next = index.first(hit.prefix());
      while (next != null) {
        Hit other = next;
        next = other.nextOfPrefix;
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
        && track.isOpen()
        && !OpenTracks.isStanding(track);
  }

  private void end(Track part, Track mass) {
    if (open.remove(part)) {
      teller.outdate(part, new Tag(Tag.PART_OF, 0, mass.id().toString()));
    }
  }
}
