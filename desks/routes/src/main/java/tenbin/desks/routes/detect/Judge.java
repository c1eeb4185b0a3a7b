package tenbin.desks.routes.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tenbin.desks.routes.declare.Owner;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/** All rules over one set of references. For one thread. */
public final class Judge {
  private final References references;
  private final PathCache paths;
  private final SpaceRule space;
  private final List<Rule> rules;

  public Judge(References references, Links links) {
    this.references = references;
    this.paths = new PathCache(new PathReader(references, links));
    this.space = new SpaceRule(references);
    this.rules =
        List.of(
            space,
            new OriginRule(references),
            new NeighbourRule(references),
            new PathRule(references),
            new RegistryRule(references));
  }

  /** What a path says; the same object for the same path, most of the time. */
  public PathFacts facts(AsPath path, OptionalLong onlyToCustomer) {
    return paths.of(path, onlyToCustomer);
  }

  /** The same of a route with its mark, and with what roles say of it (RFC 9234). */
  public PathFacts facts(Attributes route) {
    return paths.of(route);
  }

  /** A path is asked for soon: what is known of it is fetched; the number means nothing. */
  public int warm(AsPath path) {
    return paths.warm(path);
  }

  /** Whose declared prefix it is, or lies in. */
  public Optional<Owner> owner(Prefix prefix) {
    return watching(references.declarations().around(prefix), prefix);
  }

  /** Whose declared prefix it is. */
  public Optional<Owner> exact(Prefix prefix) {
    return watching(references.declarations().exact(prefix), prefix);
  }

  private static Optional<Owner> watching(Optional<Owner> owner, Prefix prefix) {
    return owner.isPresent() && isWatched(owner.get(), prefix) ? owner : Optional.empty();
  }

  private static boolean isWatched(Owner owner, Prefix prefix) {
    return switch (owner.watched().watching()) {
      case ALL, ORIGINS -> true;
      case ITSELF -> owner.watched().prefix().equals(prefix);
      case NOTHING -> false;
    };
  }

  /** What is wrong with a route that no table should have. */
  public Optional<Suspicion> bogon(Prefix prefix, PathFacts path) {
    return space.bogon(Heard.bare(prefix, owner(prefix), path));
  }

  /** Whether its origin is one of those who may originate the owner's prefix. */
  public static boolean isAllowed(Owner owner, PathFacts path) {
    return path.origin() >= 0 && OriginRule.allowed(owner).contains(new Asn(path.origin()));
  }

  /** What is wrong with it, if anything: where more speaks for it than against. */
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    boolean[] any = new boolean[1];
    Consumer<Suspicion> serious =
        each -> {
          if (each.score() > 0) {
            any[0] = true;
            suspicion.accept(each);
          }
        };
    for (Rule rule : rules) {
      rule.judge(route, serious);
    }
    if (!any[0]) {
      space.squatting(route).filter(each -> each.score() > 0).ifPresent(suspicion);
    }
  }
}
