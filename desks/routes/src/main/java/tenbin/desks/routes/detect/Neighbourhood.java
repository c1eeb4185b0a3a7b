package tenbin.desks.routes.detect;

import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.registry.Relation;
import tenbin.desks.routes.registry.Relations;
import tenbin.nouns.net.Asn;

/** Who is whose provider, by what members declare and, where they do not, by what is inferred. */
record Neighbourhood(Declarations declarations, Relations relations) {
  /** What b is to a. */
  Relation of(int a, int b) {
    Relation declared = declared(a, b);
    if (declared != Relation.NONE) {
      return declared;
    }
    Relation other = declared(b, a);
    return other == Relation.NONE ? relations.of(a, b) : mirrored(other);
  }

  private static Relation mirrored(Relation relation) {
    return switch (relation) {
      case PROVIDER -> Relation.CUSTOMER;
      case CUSTOMER -> Relation.PROVIDER;
      case PEER, SIBLING, NONE -> relation;
    };
  }

  private Relation declared(int a, int b) {
    return declarations
        .ofAsn(Integer.toUnsignedLong(a))
        .map(each -> declared(each, new Asn(Integer.toUnsignedLong(b))))
        .orElse(Relation.NONE);
  }

  private static Relation declared(Declaration by, Asn other) {
    if (by.asns().contains(other)) {
      return Relation.SIBLING;
    }
    if (by.upstreams().contains(other)) {
      return Relation.PROVIDER;
    }
    if (by.peers().contains(other)) {
      return Relation.PEER;
    }
    return by.downstreams().contains(other) ? Relation.CUSTOMER : Relation.NONE;
  }

  /** Whether both of them, or who decides for both, said what they are to each other. */
  boolean isDeclared(int a, int b) {
    return declared(a, b) != Relation.NONE || declared(b, a) != Relation.NONE;
  }
}
