package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.detect.Heard;
import tenbin.desks.routes.detect.Judge;
import tenbin.desks.routes.detect.Links;
import tenbin.desks.routes.detect.PathFacts;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/**
 * What is to be said against a route, by the rules and by what the table knows of it: of one that
 * comes, of one that was there when the watch began, of one that stands while something else
 * changes. One thread; a list that it gives is its own, and other the next time.
 */
final class Assessor {
  /** What was there when the watch began is how it is, whatever is inferred of it. */
  private static final Set<Kind> LEARNT =
      Set.of(Kind.ROUTE_LEAK, Kind.FORGED_PATH, Kind.ASPA_INVALID, Kind.SUBPREFIX_HIJACK);

  /** What registries alone say of a route. */
  private static final Set<Kind> REGISTERED = Set.of(Kind.RPKI_INVALID, Kind.IRR_MISMATCH);

  private final Links links;
  private final Background background;
  private final List<Suspicion> suspicions = new ArrayList<>();
  private References references;
  private Judge judge;

  Assessor(References references, Links links, Background background) {
    this.links = links;
    this.background = background;
    this.references = references;
    this.judge = new Judge(references, links);
  }

  References references() {
    return references;
  }

  Judge judge() {
    return judge;
  }

  /** From now on these count, and nothing is remembered of what was judged by others. */
  void goBy(References now) {
    references = now;
    judge = new Judge(now, links);
  }

  /**
   * A route that comes.
   *
   * @param settled whether its origin is known since long
   */
  List<Suspicion> coming(
      Prefix prefix, PathFacts facts, Optional<Owner> owner, boolean settled, long origin) {
    suspicions.clear();
    if (owner.isPresent() || !settled || !facts.isClean()) {
      judge.judge(background.heard(prefix, facts, owner, settled, origin), suspicions::add);
    }
    return suspicions;
  }

  /** A member's own prefix as it is before anything is news. */
  List<Suspicion> usual(Prefix prefix, PathFacts facts, Optional<Owner> owner) {
    suspicions.clear();
    judge.judge(Heard.settled(prefix, owner, facts), suspicions::add);
    suspicions.removeIf(each -> LEARNT.contains(each.cause().kind()));
    return suspicions;
  }

  /** A route that stands and counts only now: how its paths go is how it is. */
  List<Suspicion> standing(Prefix prefix, AsPath path, Optional<Owner> owner) {
    PathFacts facts = judge.facts(path, OptionalLong.empty());
    long origin = background.origin(facts);
    boolean settled = background.isSettled(prefix, origin);
    suspicions.clear();
    judge.judge(background.heard(prefix, facts, owner, settled, origin), suspicions::add);
    suspicions.removeIf(each -> isLearnt(each.cause().kind(), settled));
    return suspicions;
  }

  private static boolean isLearnt(Kind kind, boolean settled) {
    return LEARNT.contains(kind) && (settled || kind != Kind.SUBPREFIX_HIJACK);
  }

  /** A route that stands: what registries say of it now. */
  List<Suspicion> registered(Prefix prefix, PathFacts facts) {
    suspicions.clear();
    judge.judge(Heard.settled(prefix, judge.owner(prefix), facts), suspicions::add);
    suspicions.removeIf(each -> !REGISTERED.contains(each.cause().kind()));
    return suspicions;
  }

  /** Whether a hit would be suspected of its cause if its route came now. */
  boolean isStillSuspected(Hit hit) {
    PathFacts facts = judge.facts(hit.path(), OptionalLong.empty());
    List<Suspicion> now = new ArrayList<>();
    judge.bogon(hit.prefix(), facts).ifPresent(now::add);
    Optional<Owner> owner = judge.owner(hit.prefix());
    judge.judge(
        background.heard(hit.prefix(), facts, owner, false, background.origin(facts)), now::add);
    return now.stream().anyMatch(each -> each.cause().equals(hit.track().cause()));
  }
}
