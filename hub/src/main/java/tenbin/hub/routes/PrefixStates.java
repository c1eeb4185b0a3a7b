package tenbin.hub.routes;

import java.util.Locale;
import java.util.Set;
import tenbin.desks.routes.playbook.RegistryFix;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** What tables and registries say of a prefix. Any thread. */
public interface PrefixStates {
  /** How a prefix stands that these ASes should originate. */
  PrefixState of(Prefix prefix, Set<Asn> origins);

  /** What registries say of a prefix and around it, for its holder to mend. */
  default RegistryFix.Said said(Prefix prefix) {
    return RegistryFix.Said.NOTHING;
  }

  /** Nothing is known. */
  PrefixStates NONE = (prefix, origins) -> PrefixState.UNKNOWN;

  /**
   * How a prefix stands.
   *
   * @param rpki by the ROAs that are known (RFC 6811)
   * @param irr by the route objects that are known
   * @param vantages how many vantage points have it now; -1 where nobody looks
   */
  record PrefixState(Standing rpki, Standing irr, int vantages) {
    public static final PrefixState UNKNOWN =
        new PrefixState(Standing.UNKNOWN, Standing.UNKNOWN, -1);
  }

  /** What a registry says. */
  enum Standing {
    VALID,
    INVALID,
    /** It says nothing of the prefix. */
    ABSENT,
    /** No table was read. */
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
