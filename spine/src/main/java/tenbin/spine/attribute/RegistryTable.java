package tenbin.spine.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * What the regional registries delegated to which country, and since when. Flat and immutable; any
 * thread.
 */
public final class RegistryTable {
  /** A table that knows nothing. */
  public static final RegistryTable EMPTY = builder().build();

  /**
   * A delegation.
   *
   * @param prefix what
   * @param registry "apnic"
   * @param country ISO 3166 two letters
   * @param since day since 1970, {@link Integer#MIN_VALUE} where not told
   * @param source the file, with its date
   */
  record Delegation(Prefix prefix, String registry, String country, int since, String source) {}

  private final PrefixTable prefixes;
  private final Delegation[] delegations;

  private RegistryTable(PrefixTable prefixes, Delegation[] delegations) {
    this.prefixes = prefixes;
    this.delegations = delegations;
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return delegations.length;
  }

  int find(Address address) {
    return prefixes.find(address);
  }

  Delegation delegation(int entry) {
    return delegations[entry];
  }

  /** The country that holds the address, empty when not known. */
  String country(Address address) {
    int found = prefixes.find(address);
    return found == PrefixTable.NONE ? "" : delegations[found].country();
  }

  /** Collects delegations of all registries. Not for several threads. */
  public static final class Builder {
    private final PrefixTable.Builder prefixes = PrefixTable.builder();
    private final List<Delegation> delegations = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();

    private Builder() {}

    /**
     * Adds a delegation.
     *
     * @param sinceEpochDay {@link Integer#MIN_VALUE} where the file tells no date
     * @param source the file, with its date: "delegated-apnic 2026-03-24"
     */
    public Builder add(
        Prefix prefix, String registry, String country, int sinceEpochDay, String source) {
      prefixes.add(prefix, delegations.size());
      delegations.add(
          new Delegation(prefix, same(registry), same(country), sinceEpochDay, same(source)));
      return this;
    }

    private String same(String text) {
      String known = shared.putIfAbsent(text, text);
      return known == null ? text : known;
    }

    public RegistryTable build() {
      return new RegistryTable(prefixes.build(), delegations.toArray(Delegation[]::new));
    }
  }
}
