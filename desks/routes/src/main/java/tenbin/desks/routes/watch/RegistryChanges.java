package tenbin.desks.routes.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.detect.Why;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.Rov;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** What follows from ROAs that came or went without any route having changed. */
final class RegistryChanges {
  private static final int MASS_PREFIXES = 100;
  private static final int MASS_NETWORKS = 10;
  private static final Asn NOBODY = new Asn(0);

  /** No router said it: a registry did. */
  private static final Vantage REGISTRY = new Vantage("rpki", NOBODY, Address.ofV4(0));

  private final RouteTable table;
  private final Tracks tracks;

  private final RouteWatch.Roas why;

  RegistryChanges(RouteTable table, Tracks tracks, RouteWatch.Roas why) {
    this.table = table;
    this.tracks = tracks;
    this.why = why;
  }

  void between(long micros, References before, References now) {
    if (before.vrps() == now.vrps() || before.vrps().size() == 0) {
      return; // The first table of all is no change.
    }
    Change change = new Change(micros, before.vrps(), now.vrps());
    for (Declaration declaration : now.declarations().ofMembers()) {
      for (Watched watched : declaration.prefixes()) {
        Owner owner = new Owner(declaration, watched);
        own(change, owner);
        strangers(change, owner);
      }
    }
    mass(change);
  }

  /** ROAs as they were and as they are. */
  private record Change(long micros, VrpTable before, VrpTable now) {
    boolean isTurned(Prefix prefix, long origin) {
      return isInvalid(now.state(prefix, origin)) && !isInvalid(before.state(prefix, origin));
    }
  }

  /** A member's own route was valid, and no ROA speaks of it any more. */
  private void own(Change change, Owner owner) {
    Prefix prefix = owner.watched().prefix();
    for (Asn origin : owner.origins()) {
      Rov was = change.before().state(prefix, origin.number());
      Rov is = change.now().state(prefix, origin.number());
      Cause gone = new Cause(Kind.RPKI_EXPIRY, origin, owner.declaration().member().toString());
      if (was == Rov.VALID && is == Rov.NOT_FOUND) {
        stands(change, suspect(gone, owner, new Tag("roa-gone", 4, "AS" + origin)), prefix);
      } else if (is != Rov.NOT_FOUND) {
        tracks.settle(gone, prefix, change.micros());
      }
    }
  }

  /** A ROA for somebody else came: what it makes valid is not therefore right. */
  private void strangers(Change change, Owner owner) {
    Prefix prefix = owner.watched().prefix();
    List<Vrp> known = change.before().covering(prefix);
    List<Vrp> all = change.now().covering(prefix);
    for (Vrp vrp : all) {
      if (!known.contains(vrp) && !owner.origins().contains(vrp.asn())) {
        Tag tag = new Tag("roa-for-stranger", 4, vrp.prefix() + " AS" + vrp.asn());
        stands(change, suspect(stranger(owner, vrp), owner, tag), prefix);
      }
    }
    known.stream()
        .filter(vrp -> !all.contains(vrp))
        .forEach(vrp -> tracks.settle(stranger(owner, vrp), prefix, change.micros()));
  }

  private static Cause stranger(Owner owner, Vrp vrp) {
    return new Cause(Kind.ROA_JUST_CHANGED, vrp.asn(), owner.declaration().member().toString());
  }

  private static Suspicion suspect(Cause cause, Owner owner, Tag tag) {
    Asn expected = owner.origins().stream().min(Asn::compareTo).orElse(NOBODY);
    return new Suspicion(
        cause,
        NOBODY,
        expected,
        Alone.COUNTS,
        Optional.of(owner.watched().prefix()),
        Optional.of(owner.declaration().member()),
        expected,
        cause.by(),
        Why.of(List.of(tag)));
  }

  /** Seen by those who have the route that it is about. */
  private void stands(Change change, Suspicion suspicion, Prefix prefix) {
    if (why == RouteWatch.Roas.OF_ANOTHER_SOURCE) {
      return; // Nothing happened; what is over is over all the same.
    }
    for (long origin : table.origins(prefix)) {
      for (int vantage : table.vantages(prefix, origin)) {
        Told told = new Told(change.micros(), vantage, REGISTRY, prefix, AsPath.EMPTY);
        tracks.stands(told, suspicion);
      }
    }
  }

  /** Many routes of many networks became invalid at once: a registry's trouble, one incident. */
  private void mass(Change change) {
    Map<Prefix, Suspicion> turned = new HashMap<>();
    Set<Asn> networks = new HashSet<>();
    Cause cause = new Cause(Kind.RPKI_MASS_INVALID, NOBODY, "");
    table.forEach((prefix, origin, seenBy) -> {
      if (origin >> 32 == 0 && change.isTurned(prefix, origin)) {
        networks.add(new Asn(origin));
        turned.put(prefix, turned(cause, origin));
      }
    });
    if (turned.size() >= MASS_PREFIXES && networks.size() >= MASS_NETWORKS) {
      turned.forEach((prefix, suspicion) -> stands(change, suspicion, prefix));
    }
    tracks.review(cause, hit -> isInvalid(change.now(), hit), change.micros());
  }

  private static boolean isInvalid(VrpTable vrps, Hit hit) {
    return isInvalid(vrps.state(hit.prefix(), hit.suspicion().observed().number()));
  }

  private static boolean isInvalid(Rov state) {
    return state == Rov.INVALID_ORIGIN || state == Rov.INVALID_LENGTH;
  }

  private static Suspicion turned(Cause cause, long origin) {
    Asn by = new Asn(origin);
    List<Tag> tags = List.of(new Tag("became-invalid", 4, "by ROAs that changed"));
    return new Suspicion(
        cause, NOBODY, by, Alone.COUNTS, Optional.empty(), Optional.empty(), by, by, Why.of(tags));
  }
}
