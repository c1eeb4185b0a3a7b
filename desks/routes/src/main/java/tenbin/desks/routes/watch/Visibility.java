package tenbin.desks.routes.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.detect.Why;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Whether members' prefixes are seen as widely as they were: by the state of every vantage point,
 * not by counting withdrawals, so one that announces it again counts again.
 */
final class Visibility {
  /** Gone below one half of those who had it; back at four fifths: between them nothing changes. */
  private static final double LOST = 0.5;

  private static final double BACK = 0.8;

  /** Fewer than this had it: nothing can be said by comparing. */
  private static final int LEAST = 2;

  private final RouteTable table;
  private final Tracks tracks;
  private final Map<Prefix, Sight> sights = new HashMap<>();

  Visibility(RouteTable table, Tracks tracks) {
    this.table = table;
    this.tracks = tracks;
  }

  private static final class Sight {
    private final Cause cause;
    private final Suspicion suspicion;
    private final Vantages gone = new Vantages();
    private int usual;
    private boolean lost;

    Sight(Owner owner) {
      Asn first = owner.declaration().asns().stream().min(Asn::compareTo).orElse(new Asn(0));
      this.cause = new Cause(Kind.VISIBILITY_LOSS, first, owner.declaration().member().toString());
      this.suspicion =
          new Suspicion(
              cause,
              new Asn(0),
              first,
              Alone.COUNTS,
              Optional.of(owner.watched().prefix()),
              Optional.of(owner.declaration().member()),
              first,
              first,
              Why.of(List.of(new Tag("seen-by-few", 5, "fewer than half of those who saw it"))));
    }
  }

  /** These are declared: what is seen of them now is what is usual, unless more was known. */
  void declared(Declarations declarations) {
    sights.keySet().removeIf(each -> declarations.exact(each).isEmpty());
    for (Declaration declaration : declarations.ofMembers()) {
      for (Watched watched : declaration.prefixes()) {
        int seen = table.seenBy(watched.prefix());
        if (watched.announced() && seen > 0 && !sights.containsKey(watched.prefix())) {
          Sight sight = new Sight(new Owner(declaration, watched));
          sight.usual = seen;
          sights.put(watched.prefix(), sight);
        }
      }
    }
  }

  /** It was lost before the start, by so many vantage points. */
  void resume(Owner owner, int gone) {
    Sight sight = new Sight(owner);
    sight.usual = table.seenBy(owner.watched().prefix()) + gone;
    sight.lost = true;
    sights.put(owner.watched().prefix(), sight);
  }

  /** A vantage point has the prefix of an owner, which is exactly its declared one. */
  void announced(Told told, Owner owner) {
    @Nullable Sight sight = sights.get(told.prefix());
    if (sight == null) {
      if (!owner.watched().announced() || owner.watched().isRegistered()) {
        return;
      }
      sight = new Sight(owner);
      sights.put(told.prefix(), sight);
    }
    sight.gone.remove(told.vantage());
    int seen = table.seenBy(told.prefix());
    sight.usual = Math.max(sight.usual, seen);
    if (sight.lost && seen >= sight.usual * BACK) {
      sight.lost = false;
      tracks.settle(sight.cause, told.prefix(), told.micros());
    }
  }

  /** A vantage point had it and has it no more. */
  void withdrawn(Told told) {
    @Nullable Sight sight = sights.get(told.prefix());
    if (sight == null) {
      return;
    }
    sight.gone.add(told.vantage());
    int seen = table.seenBy(told.prefix());
    if (sight.lost) {
      tracks.stands(told, sight.suspicion);
    } else if (sight.usual >= LEAST && seen < sight.usual * LOST) {
      sight.lost = true;
      Sight lost = sight;
      sight.gone.each(each ->
          tracks.stands(
              new Told(told.micros(), each, told.from(), told.prefix(), told.path()),
              lost.suspicion));
    }
  }

  /** A vantage point is not heard any more: what is usual is what the others see. */
  void lost(int vantage) {
    for (Map.Entry<Prefix, Sight> each : sights.entrySet()) {
      each.getValue().gone.remove(vantage);
      each.getValue().usual = table.seenBy(each.getKey());
    }
  }
}
