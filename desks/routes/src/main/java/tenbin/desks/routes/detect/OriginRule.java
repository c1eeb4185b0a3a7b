package tenbin.desks.routes.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.IrrState;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Whoever originates a member's prefix, a part of it or a block around it, and is not named. */
final class OriginRule implements Rule {
  private final References references;
  private final Evidence evidence;

  OriginRule(References references) {
    this.references = references;
    this.evidence = new Evidence(references);
  }

  @Override
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    if (route.owner().isPresent()) {
      owned(route, route.owner().get(), suspicion);
    } else if (route.path().origin() >= 0 && !route.settled()) {
      around(route, suspicion);
      strange(route, suspicion);
    }
  }

  /** A block around members' prefixes that nobody announced, nor anything around it. */
  private void around(Heard route, Consumer<Suspicion> suspicion) {
    if (route.around().isPresent()) {
      return;
    }
    Asn by = new Asn(route.path().origin());
    for (Owner inside : references.declarations().inside(route.prefix())) {
      if (!allowed(inside).contains(by) && !inside.declaration().upstreams().contains(by)) {
        List<Tag> tags = new ArrayList<>();
        tags.add(new Tag("around-declared", 4, "around " + inside.watched().prefix()));
        tags.addAll(evidence.of(route.prefix(), by, inside.declaration().asns()));
        Cause cause = new Cause(Kind.LESS_SPECIFIC, by, "");
        suspicion.accept(suspect(cause, inside, by, tags));
        return;
      }
    }
  }

  private void owned(Heard route, Owner owner, Consumer<Suspicion> suspicion) {
    if (route.path().set().length > 0) {
      stranger(route.path().set(), owner).ifPresent(by -> suspicion.accept(set(owner, by)));
    } else if (route.path().origin() >= 0) {
      Asn by = new Asn(route.path().origin());
      if (!allowed(owner).contains(by) && !isAsRegistered(route, owner, by)) {
        Cause cause = new Cause(kind(route, owner), by, about(owner));
        suspicion.accept(suspect(cause, owner, by, tags(route, owner, by)));
      }
    }
  }

  /** Of what only a registry says: it may say otherwise of a part of it. */
  private boolean isAsRegistered(Heard route, Owner owner, Asn by) {
    return owner.watched().isRegistered()
        && references.irr().state(route.prefix(), by.number()) == IrrState.MATCH;
  }

  /**
   * What only a registry says is an old entry as often as a hijack: apart from what members say.
   */
  private static String about(Owner owner) {
    return owner.watched().isRegistered() ? owner.declaration().member().text() : "";
  }

  static Set<Asn> allowed(Owner owner) {
    Set<Asn> named = owner.watched().origins();
    return named.isEmpty() ? owner.declaration().asns() : named;
  }

  private static Optional<Asn> stranger(int[] set, Owner owner) {
    for (int each : set) {
      Asn asn = new Asn(Integer.toUnsignedLong(each));
      if (!allowed(owner).contains(asn)) {
        return Optional.of(asn);
      }
    }
    return Optional.empty();
  }

  private static Kind kind(Heard route, Owner owner) {
    if (!owner.watched().announced()) {
      return Kind.SQUATTING;
    }
    return route.prefix().equals(owner.watched().prefix())
        ? Kind.ORIGIN_HIJACK
        : Kind.SUBPREFIX_HIJACK;
  }

  private List<Tag> tags(Heard route, Owner owner, Asn by) {
    List<Tag> tags = new ArrayList<>();
    String why = owner.watched().isRegistered() ? "not-registered" : "not-declared";
    tags.add(new Tag(why, 5, "AS" + by + " for " + owner.watched().prefix()));
    tags.addAll(evidence.of(route.prefix(), by, owner.declaration().asns()));
    if (route.settled()) {
      boolean exact = route.prefix().equals(owner.watched().prefix());
      tags.add(new Tag("seen-before", exact ? -2 : -10, "AS" + by));
    }
    return tags;
  }

  private static Suspicion set(Owner owner, Asn by) {
    List<Tag> tags =
        List.of(
            new Tag("as-set", 3, "RFC 9774"),
            new Tag("not-declared", 3, "AS" + by + " in the set"));
    return suspect(new Cause(Kind.AS_SET_ORIGIN, by, ""), owner, by, tags);
  }

  private static Suspicion suspect(Cause cause, Owner owner, Asn by, List<Tag> tags) {
    Declaration of = owner.declaration();
    Asn expected = allowed(owner).stream().min(Asn::compareTo).orElse(new Asn(0));
    Prefix prefix = owner.watched().prefix();
    return new Suspicion(
        cause,
        by,
        expected,
        Alone.COUNTS,
        Optional.of(prefix),
        Optional.of(of.member()),
        expected,
        by,
        Why.of(tags));
  }

  /** Of nobody in the circle: alone no news, together with many a mass hijack. */
  private void strange(Heard route, Consumer<Suspicion> suspicion) {
    if (route.former().isEmpty()) {
      return;
    }
    Asn by = new Asn(route.path().origin());
    Asn former = new Asn(route.former().getAsLong());
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag("new-origin", 3, "AS" + former + " before"));
    tags.addAll(evidence.of(route.prefix(), by, Set.of(former)));
    Cause cause = new Cause(Kind.MASS_HIJACK, by, "");
    suspicion.accept(
        new Suspicion(
            cause,
            by,
            former,
            Alone.COUNTS_NOT,
            route.around(),
            Optional.empty(),
            former,
            by,
            Why.of(tags)));
  }
}
