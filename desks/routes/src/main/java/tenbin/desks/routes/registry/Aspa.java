package tenbin.desks.routes.registry;

import java.util.Set;
import tenbin.nouns.net.Asn;

/**
 * An AS that says who its providers are (draft-ietf-sidrops-aspa-profile).
 *
 * @param customer who says it
 * @param providers all of them; AS 0 alone: none
 */
public record Aspa(Asn customer, Set<Asn> providers) {
  public Aspa {
    providers = Set.copyOf(providers);
    if (!customer.isPresent()) {
      throw new IllegalArgumentException("AS 0 has no providers");
    }
  }
}
