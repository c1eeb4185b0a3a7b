package tenbin.spine.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Where outside parties want to be told of abuse, from a registry's database. For display;
 * immutable and for any thread.
 */
public final class AbuseContacts {
  /** Knows nobody. */
  public static final AbuseContacts EMPTY = builder().build();

  private final PrefixTable prefixes;
  private final String[] contacts;
  private final Map<Long, String> byAsn;

  private AbuseContacts(PrefixTable prefixes, String[] contacts, Map<Long, String> byAsn) {
    this.prefixes = prefixes;
    this.contacts = contacts;
    this.byAsn = Map.copyOf(byAsn);
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return contacts.length + byAsn.size();
  }

  /** The mail address for an address, else for its origin; empty when neither is known. */
  public String find(Address address, long asn) {
    int found = prefixes.find(address);
    return found == PrefixTable.NONE ? byAsn.getOrDefault(asn, "") : contacts[found];
  }

  /** Collects contacts; of two for one network the later counts. Not for several threads. */
  public static final class Builder {
    private final PrefixTable.Builder prefixes = PrefixTable.builder();
    private final List<String> contacts = new ArrayList<>();
    private final Map<Long, String> byAsn = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();

    private Builder() {}

    public Builder add(Prefix prefix, String mail) {
      prefixes.add(prefix, contacts.size());
      contacts.add(same(mail));
      return this;
    }

    public Builder add(long asn, String mail) {
      byAsn.put(asn, same(mail));
      return this;
    }

    private String same(String mail) {
      String known = shared.putIfAbsent(mail, mail);
      return known == null ? mail : known;
    }

    public AbuseContacts build() {
      return new AbuseContacts(prefixes.build(), contacts.toArray(String[]::new), byAsn);
    }
  }
}
