package tenbin.balance.ground;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.consent.PartyId;

/**
 * Parties with a term each: who opted out, who adopted a clause. Made for a million of them and
 * questions about others: one that is not in it costs one look into a table of hashes. Immutable;
 * any thread.
 */
public final class PartyTerms {
  private static final int SLOTS_EACH = 3;

  private final Map<PartyId, Term> terms;
  private final int[] hashes;
  private final @Nullable PartyId[] keys;
  private final @Nullable Term[] values;

  public PartyTerms(Map<PartyId, Term> terms) {
    this.terms = Map.copyOf(terms);
    int slots = Integer.highestOneBit(Math.max(1, terms.size()) * SLOTS_EACH);
    this.hashes = new int[slots];
    this.keys = new PartyId[slots];
    this.values = new Term[slots];
    this.terms.forEach(this::put);
  }

  private void put(PartyId party, Term term) {
    int hash = spread(party);
    int slot = hash & hashes.length - 1;
    while (hashes[slot] != 0) {
      slot = slot + 1 & hashes.length - 1;
    }
    hashes[slot] = hash;
    keys[slot] = party;
    values[slot] = term;
  }

  /** Never 0, which marks an empty slot. */
  private static int spread(PartyId party) {
    int hash = party.hashCode() * 0x9E3779B1;
    hash ^= hash >>> 15;
    return hash == 0 ? 1 : hash;
  }

  /** Whether a party is in it at a time, as known. */
  public boolean holds(PartyId party, When when) {
    Term term = term(party);
    return term != null && term.holds(when);
  }

  /** A party's term, null when it is not in it. */
  public @Nullable Term term(PartyId party) {
    int hash = spread(party);
    int slot = hash & hashes.length - 1;
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash && party.equals(keys[slot])) {
        return values[slot];
      }
      slot = slot + 1 & hashes.length - 1;
    }
    return null;
  }

  /** All of them. */
  public Map<PartyId, Term> all() {
    return terms;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartyTerms its && its.terms.equals(terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return terms.size() + " parties";
  }
}
