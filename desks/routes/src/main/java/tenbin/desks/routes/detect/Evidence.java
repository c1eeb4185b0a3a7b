package tenbin.desks.routes.detect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.registry.IrrState;
import tenbin.desks.routes.registry.Relation;
import tenbin.desks.routes.registry.Rov;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** What registries and relations say of an origin, as reasons for and against it. */
final class Evidence {
  private final References references;

  Evidence(References references) {
    this.references = references;
  }

  /**
   * The reasons.
   *
   * @param by who originates it
   * @param holders who is known to
   */
  List<Tag> of(Prefix prefix, Asn by, Collection<Asn> holders) {
    List<Tag> tags = new ArrayList<>();
    vrp(references.vrps().state(prefix, by.number()), by, tags);
    irr(references.irr().state(prefix, by.number()), by, tags);
    for (Asn holder : holders) {
      relation((int) holder.number(), (int) by.number(), tags);
    }
    return tags;
  }

  private static void vrp(Rov state, Asn by, List<Tag> tags) {
    switch (state) {
      case VALID -> tags.add(new Tag("vrp-valid", -4, "AS" + by));
      case INVALID_ORIGIN -> tags.add(new Tag("vrp-invalid", 4, "origin AS" + by));
      case INVALID_LENGTH -> tags.add(new Tag("vrp-invalid", 2, "longer than the ROA allows"));
      case NOT_FOUND -> {
        // No ROA says anything.
      }
    }
  }

  private static void irr(IrrState state, Asn by, List<Tag> tags) {
    switch (state) {
      case MATCH -> tags.add(new Tag("irr-match", -2, "AS" + by));
      case LESS_SPECIFIC_MATCH -> tags.add(new Tag("irr-match", -1, "AS" + by + ", less specific"));
      case MISMATCH -> tags.add(new Tag("irr-mismatch", 2, "AS" + by));
      case NONE -> {
        // No route object says anything.
      }
    }
  }

  private void relation(int holder, int by, List<Tag> tags) {
    Relation relation = references.relations().of(holder, by);
    if (relation == Relation.CUSTOMER || relation == Relation.SIBLING) {
      String word = relation == Relation.CUSTOMER ? "customer-of-holder" : "sibling-of-holder";
      tags.add(new Tag(word, -2, "AS" + PathReader.text(by)));
    }
  }
}
