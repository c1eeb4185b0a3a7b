package tenbin.desks.routes.declare;

import java.util.Set;
import tenbin.nouns.net.Asn;

/**
 * Who answers for a prefix.
 *
 * @param declaration of the member
 * @param watched what the member says of this prefix
 */
public record Owner(Declaration declaration, Watched watched) {
  /** Who may originate it: as the prefix says, else the member's own ASes. */
  public Set<Asn> origins() {
    return watched.origins().isEmpty() ? declaration.asns() : watched.origins();
  }
}
