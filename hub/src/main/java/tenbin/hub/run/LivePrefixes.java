package tenbin.hub.run;

import java.util.Set;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.playbook.RegistryFix;
import tenbin.desks.routes.registry.IrrState;
import tenbin.desks.routes.registry.Rov;
import tenbin.hub.routes.PrefixStates;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** How prefixes stand by a running watch: as its worst origin does. */
record LivePrefixes(LiveWatch watch) implements PrefixStates {
  @Override
  public PrefixState of(Prefix prefix, Set<Asn> origins) {
    References known = watch.references();
    return new PrefixState(
        rpki(known, prefix, origins), irr(known, prefix, origins), watch.seenBy(prefix).orElse(-1));
  }

  @Override
  public RegistryFix.Said said(Prefix prefix) {
    References known = watch.references();
    return new RegistryFix.Said(known.irr().covering(prefix), known.vrps().covering(prefix));
  }

  private static Standing rpki(References known, Prefix prefix, Set<Asn> origins) {
    if (known.vrps().size() == 0 || origins.isEmpty()) {
      return Standing.UNKNOWN;
    }
    return origins.stream()
        .map(each -> standing(known.vrps().state(prefix, each.number())))
        .reduce(Standing.VALID, LivePrefixes::worse);
  }

  private static Standing standing(Rov state) {
    return switch (state) {
      case VALID -> Standing.VALID;
      case INVALID_ORIGIN, INVALID_LENGTH -> Standing.INVALID;
      case NOT_FOUND -> Standing.ABSENT;
    };
  }

  private static Standing irr(References known, Prefix prefix, Set<Asn> origins) {
    if (known.irr().size() == 0 || origins.isEmpty()) {
      return Standing.UNKNOWN;
    }
    return origins.stream()
        .map(each -> standing(known.irr().state(prefix, each.number())))
        .reduce(Standing.VALID, LivePrefixes::worse);
  }

  private static Standing standing(IrrState state) {
    return switch (state) {
      case MATCH, LESS_SPECIFIC_MATCH -> Standing.VALID;
      case MISMATCH -> Standing.INVALID;
      case NONE -> Standing.ABSENT;
    };
  }

  private static Standing worse(Standing one, Standing other) {
    if (one == Standing.INVALID || other == Standing.INVALID) {
      return Standing.INVALID;
    }
    return one == Standing.VALID ? other : one;
  }
}
