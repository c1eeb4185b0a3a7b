package tenbin.desks.routes.held;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/**
 * What one vantage point has told: passes its words on, one prefix at a time, and knows which
 * prefixes are left when its session restarts (RFC 4724 section 4.2). Unicast of IPv4 and IPv6;
 * routes of other families are counted and told nobody. For one thread.
 */
public final class HeldRoutes {
  private static final int UNICAST = 1;

  /** No route is of this generation. */
  private static final int NEVER = PrefixMarks.GENERATIONS - 1;

  private final Vantage from;
  private final RouteSink sink;
  private final PrefixMarks marks = new PrefixMarks();
  private final HeldPaths paths = new HeldPaths();
  private int generation;
  private long untold;

  public HeldRoutes(Vantage from, RouteSink sink) {
    this.from = from;
    this.sink = sink;
  }

  public Vantage vantage() {
    return from;
  }

  /** How many prefixes, or paths where there are several. */
  public int size() {
    return Math.max(marks.size(), paths.size());
  }

  /** How many routes of other families went by. */
  public long untold() {
    return untold;
  }

  /** Passes an update on. */
  public void tell(long micros, Update update) {
    Attributes attributes = update.attributes();
    withdrawn(micros, update.withdrawn());
    for (Attributes.Multi each : attributes.unreach()) {
      if (isUnicast(each)) {
        withdrawn(micros, each.routes());
      }
    }
    announced(micros, update.announced(), attributes);
    for (Attributes.Multi each : attributes.reach()) {
      if (isUnicast(each)) {
        announced(micros, each.routes(), attributes);
      }
    }
  }

  private boolean isUnicast(Attributes.Multi routes) {
    boolean unicast = routes.safi() == UNICAST;
    untold += unicast ? 0 : routes.routes().size();
    return unicast;
  }

  private void announced(long micros, List<Reach> routes, Attributes attributes) {
    for (Reach route : routes) {
      marks.put(route.prefix(), generation);
      OptionalLong id = route.pathId();
      if (id.isPresent()) {
        paths.put(route.prefix(), id.getAsLong(), attributes, generation);
      }
      sink.announced(micros, from, route.prefix(), attributes);
    }
  }

  private void withdrawn(long micros, List<Reach> routes) {
    for (Reach route : routes) {
      Prefix prefix = route.prefix();
      HeldPaths.Left left =
          route.pathId().isPresent()
              ? paths.remove(prefix, route.pathId().getAsLong())
              : new HeldPaths.Left.None();
      switch (left) {
        case HeldPaths.Left.Same same -> {}
        case HeldPaths.Left.Other other -> sink.announced(micros, from, prefix, other.attributes());
        case HeldPaths.Left.None none -> {
          marks.remove(prefix);
          sink.withdrawn(micros, from, prefix);
        }
      }
    }
  }

  /** From now on all that was told so far is stale, until it is told again or swept away. */
  public void restarted() {
    generation = (generation + 1) % NEVER;
  }

  /** Withdraws what is stale of a family. */
  public void sweep(long micros, AfiSafi family) {
    Optional<Family> address =
        family.safi() == UNICAST ? Family.of(family.afi()) : Optional.empty();
    address.ifPresent(of -> sweep(micros, of));
  }

  private void sweep(long micros, Family family) {
    paths.sweep(family, generation, (prefix, other) -> sink.announced(micros, from, prefix, other));
    marks.sweep(family, generation, prefix -> sink.withdrawn(micros, from, prefix));
  }

  /** Withdraws a family whose routes are no longer believed (RFC 4760 section 7). */
  public void disable(long micros, AfiSafi family) {
    int kept = generation;
    generation = NEVER;
    sweep(micros, family);
    generation = kept;
  }

  /** The vantage point has told all that it has. */
  public void complete(long micros) {
    sink.complete(micros, from);
  }

  /** Forgets all of it. */
  public void lost(long micros) {
    paths.clear();
    marks.clear();
    sink.lost(micros, from);
  }
}
