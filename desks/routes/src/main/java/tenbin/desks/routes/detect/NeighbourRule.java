package tenbin.desks.routes.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.Relation;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Routes whose origin is a member: behind whom they are reached, whether the prefix is declared,
 * how often the origin repeats itself.
 */
final class NeighbourRule implements Rule {
  private final References references;
  private final Neighbourhood neighbours;

  NeighbourRule(References references) {
    this.references = references;
    this.neighbours = new Neighbourhood(references.declarations(), references.relations());
  }

  @Override
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    long origin = route.path().origin();
    if (origin < 0) {
      return;
    }
    Optional<Declaration> by =
        route.owner().isPresent() && Judge.isAllowed(route.owner().get(), route.path())
            ? Optional.of(route.owner().get().declaration())
            : references.declarations().ofAsn(origin);
    if (by.isPresent() && isOfOrNew(route, by.get())) {
      judge(route, by.get(), suspicion);
    }
  }

  /** A member that originates another one's prefix is the matter of {@link OriginRule}. */
  private static boolean isOfOrNew(Heard route, Declaration by) {
    return route.owner().map(each -> each.declaration().equals(by)).orElse(true);
  }

  private void judge(Heard route, Declaration by, Consumer<Suspicion> suspicion) {
    Asn origin = new Asn(route.path().origin());
    Asn hop = new Asn(Integer.toUnsignedLong(route.path().firstHop()));
    if (hop.isPresent() && !by.asns().contains(hop) && isStrange(route, by, hop)) {
      suspicion.accept(behind(route, by, hop));
    } else if (!route.settled() && isNotDeclared(route)) {
      List<Tag> tags = List.of(new Tag("not-declared", 4, "AS" + origin));
      suspicion.accept(suspect(new Cause(Kind.NEW_PREFIX, origin, ""), route, by, origin, tags));
    }
    prepended(route, by, suspicion);
  }

  /** None of its neighbours; its own customers carry it to theirs. */
  private boolean isStrange(Heard route, Declaration by, Asn hop) {
    Set<Asn> own = route.owner().map(each -> each.watched().firstHops()).orElse(Set.of());
    if (!own.isEmpty()) {
      return !own.contains(hop);
    }
    boolean none = by.upstreams().isEmpty() && by.peers().isEmpty();
    if (none || by.upstreams().contains(hop) || by.peers().contains(hop)) {
      return false;
    }
    int origin = (int) route.path().origin();
    return neighbours.of(origin, (int) hop.number()) != Relation.CUSTOMER;
  }

  private static boolean isNotDeclared(Heard route) {
    return route
        .owner()
        .map(each -> route.prefix().length() > each.watched().longest())
        .orElse(true);
  }

  private Suspicion behind(Heard route, Declaration by, Asn hop) {
    Asn origin = new Asn(route.path().origin());
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag("not-declared", 5, "AS" + hop + " before AS" + origin));
    boolean carries = references.relations().hasCustomers((int) hop.number());
    if (!carries && references.relations().size() > 0) {
      tags.add(new Tag("carries-nobody", 2, "AS" + hop + " has no customers"));
    }
    Kind kind = kind(route, carries || references.relations().size() == 0);
    String about = kind == Kind.NEW_UPSTREAM ? by.member().toString() : "";
    return suspect(new Cause(kind, hop, about), route, by, hop, tags);
  }

  private static Kind kind(Heard route, boolean carries) {
    boolean inside =
        route.owner().map(each -> !each.watched().prefix().equals(route.prefix())).orElse(true);
    if (inside && !route.settled()) {
      return Kind.SUBPREFIX_FORGED;
    }
    return carries ? Kind.NEW_UPSTREAM : Kind.FAKE_FIRST_HOP;
  }

  private static void prepended(Heard route, Declaration by, Consumer<Suspicion> suspicion) {
    int times = route.path().path().repeatedAtEnd();
    Optional<Integer> most = route.owner().flatMap(each -> each.watched().prepends());
    if (most.isPresent() && times > most.get()) {
      Asn origin = new Asn(route.path().origin());
      List<Tag> tags = List.of(new Tag("prepended", 4, times + " times, declared " + most.get()));
      Cause cause = new Cause(Kind.PREPEND, origin, by.member().toString());
      suspicion.accept(suspect(cause, route, by, origin, tags));
    }
  }

  private static Suspicion suspect(
      Cause cause, Heard route, Declaration by, Asn pivot, List<Tag> tags) {
    Asn origin = new Asn(route.path().origin());
    Optional<Prefix> of = route.around();
    if (route.owner().isPresent()) {
      of = Optional.of(route.owner().get().watched().prefix());
    }
    Optional<MemberId> member = Optional.of(by.member());
    return new Suspicion(
        cause, pivot, origin, Alone.COUNTS, of, member, origin, origin, Why.of(tags));
  }
}
