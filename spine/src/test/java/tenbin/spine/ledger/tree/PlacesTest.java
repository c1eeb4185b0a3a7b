package tenbin.spine.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final long SEED = 7;

  private final Hasher hasher = new Hasher();

  private Map<Integer, Hash> taken(int parties) {
    SplittableRandom random = new SplittableRandom(SEED);
    Map<Integer, Hash> taken = new HashMap<>();
    while (taken.size() < parties) {
      taken.put(random.nextInt(Places.COUNT), hasher.leaf("party " + taken.size()));
    }
    return taken;
  }

  @Test
  void every_path_has_the_same_length_and_leads_to_the_root() {
    for (int parties : List.of(1, 2, 7, 1_000)) {
      Map<Integer, Hash> taken = taken(parties);
      Places places = new Places(taken, new byte[32]);
      taken.forEach((place, hash) -> {
        assertThat(places.path(place)).hasSize(Places.DEPTH);
        assertThat(Places.rootOf(hash, place, places.path(place))).contains(places.root());
        assertThat(Places.rootOf(hash, place ^ 1, places.path(place)))
            .isNotEqualTo(java.util.Optional.of(places.root()));
      });
    }
  }

  @Test
  void with_another_key_no_hash_of_a_path_stays() {
    Map<Integer, Hash> taken = taken(3);
    int place = taken.keySet().iterator().next();
    Map<Integer, Hash> renewed = new HashMap<>();
    taken.forEach((at, hash) -> renewed.put(at, hasher.node(hash, hash)));
    Set<Hash> before = new HashSet<>(new Places(taken, new byte[32]).path(place));
    Set<Hash> after = new HashSet<>(new Places(renewed, new byte[] {1}).path(place));
    assertThat(before).hasSize(Places.DEPTH).doesNotContainAnyElementsOf(after);
  }
}
