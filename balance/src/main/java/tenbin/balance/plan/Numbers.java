package tenbin.balance.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.consent.PartyId;

/**
 * Parties under the numbers by which stored rows name them, from 0 on. Immutable; any thread. A
 * party that came later is not in it: ask for it by its name, or number anew.
 */
public final class Numbers {
  /** No party has a number. */
  public static final Numbers NONE = new Numbers(List.of());

  private static final int WITHOUT = -1;

  private final List<PartyId> parties;
  private final Map<PartyId, Integer> numbers;

  /** Numbers parties in this order; each is named once. */
  public Numbers(List<PartyId> parties) {
    this.parties = List.copyOf(parties);
    this.numbers = HashMap.newHashMap(parties.size());
    for (int i = 0; i < parties.size(); i++) {
      if (numbers.put(parties.get(i), i) != null) {
        throw new IllegalArgumentException(parties.get(i).text() + " has two numbers");
      }
    }
  }

  public int size() {
    return parties.size();
  }

  PartyId party(int number) {
    return parties.get(number);
  }

  /** A party's number, below 0 when it has none. */
  int of(PartyId party) {
    return numbers.getOrDefault(party, WITHOUT);
  }
}
