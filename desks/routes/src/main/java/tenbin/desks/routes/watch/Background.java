package tenbin.desks.routes.watch;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.detect.Heard;
import tenbin.desks.routes.detect.PathFacts;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/**
 * What the table knows of a route before it is judged: who originated it, and what is around it.
 */
final class Background {
  private final RouteTable table;
  private final Learned learned;
  private final AnnouncedSpace space = new AnnouncedSpace();

  Background(RouteTable table, Learned learned) {
    this.table = table;
    this.learned = learned;
  }

  /** It was announced before the watch began. */
  void usual(Prefix prefix) {
    space.add(prefix);
  }

  /** As the table counts origins: an AS number, or the number of a set. */
  long origin(PathFacts facts) {
    if (facts.set().length > 0) {
      return table.set(Arrays.stream(facts.set()));
    }
    return Math.max(0, facts.origin());
  }

  /** Whether this origin announced it already when the watch began, or long since. */
  boolean isSettled(Prefix prefix, long origin) {
    return isSettled(table.firstSeen(prefix, origin));
  }

  /** The same of when it first did; empty where it never did. */
  boolean isSettled(OptionalInt first) {
    return first.isPresent() && learned.isSettled(first.getAsInt());
  }

  /** What rules ask about it. */
  Heard heard(Prefix prefix, PathFacts facts, Optional<Owner> owner, boolean settled, long origin) {
    if (settled) {
      return Heard.settled(prefix, owner, facts);
    }
    Optional<Prefix> around = table.around(prefix);
    return new Heard(
        prefix, facts, owner, false, around, former(prefix, around, origin), space.isFree(prefix));
  }

  /** Another origin, of the prefix itself or else of the route around it. */
  private OptionalLong former(Prefix prefix, Optional<Prefix> around, long origin) {
    OptionalLong own = other(prefix, origin);
    if (own.isPresent() || around.isEmpty() || table.firstSeen(around.get(), origin).isPresent()) {
      return own;
    }
    return other(around.get(), origin);
  }

  private OptionalLong other(Prefix prefix, long origin) {
    for (long each : table.remembered(prefix)) {
      if (each != origin && isSettled(prefix, each)) {
        return OptionalLong.of(each);
      }
    }
    return OptionalLong.empty();
  }
}
