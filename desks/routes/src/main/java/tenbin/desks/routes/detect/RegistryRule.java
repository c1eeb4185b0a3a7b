package tenbin.desks.routes.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.IrrState;
import tenbin.desks.routes.registry.Rov;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * A member's own announcement that registries contradict: its ROA or its route object is wrong. The
 * ancestor's rule, told to be mended in the registry.
 */
final class RegistryRule implements Rule {
  private final References references;

  RegistryRule(References references) {
    this.references = references;
  }

  @Override
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    long origin = route.path().origin();
    Optional<Owner> declared = route.owner().filter(each -> !each.watched().isRegistered());
    if (origin < 0 || declared.isEmpty()) {
      return;
    }
    Owner owner = declared.get();
    Asn by = new Asn(origin);
    if (!OriginRule.allowed(owner).contains(by)) {
      return; // Somebody else's; OriginRule has what registries say among its reasons.
    }
    Rov rov = references.vrps().state(route.prefix(), origin);
    if (rov == Rov.INVALID_ORIGIN || rov == Rov.INVALID_LENGTH) {
      String why = rov == Rov.INVALID_ORIGIN ? "another origin" : "longer than the ROA allows";
      suspicion.accept(own(Kind.RPKI_INVALID, owner, by, new Tag("vrp-invalid", 4, why)));
    }
    if (references.irr().state(route.prefix(), origin) == IrrState.MISMATCH) {
      Tag tag = new Tag("irr-mismatch", 4, registered(route.prefix()));
      suspicion.accept(own(Kind.IRR_MISMATCH, owner, by, tag));
    }
  }

  private String registered(Prefix prefix) {
    return references.irr().covering(prefix).stream()
        .limit(3)
        .map(each -> each.prefix() + " AS" + each.origin() + " " + each.source())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static Suspicion own(Kind kind, Owner owner, Asn by, Tag tag) {
    return new Suspicion(
        new Cause(kind, by, owner.declaration().member().toString()),
        new Asn(0),
        by,
        Alone.COUNTS,
        Optional.of(owner.watched().prefix()),
        Optional.of(owner.declaration().member()),
        by,
        by,
        Why.of(List.of(tag)));
  }
}
