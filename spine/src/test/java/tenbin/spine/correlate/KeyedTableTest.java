package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class KeyedTableTest {
  @Test
  void behaves_as_a_map_under_random_additions_and_removals() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    KeyedTable table = new KeyedTable(2, 1 << 20);
    Map<Long, Long> model = new HashMap<>();
    for (int step = 0; step < 200_000; step++) {
      long key = random.nextLong(1, 5_000);
      int at = table.find(key);
      assertThat(at >= 0).as("seed %d step %d", seed, step).isEqualTo(model.containsKey(key));
      if (at < 0) {
        table.add(key, new long[] {step, -step}, 0);
        model.put(key, (long) step);
      } else if (random.nextInt(3) == 0) {
        table.remove(at);
        model.remove(key);
      } else {
        assertThat(table.get(at, 1)).isEqualTo(-model.getOrDefault(key, 1L));
      }
    }
    assertThat(table.size()).isEqualTo(model.size());
  }

  @Test
  void the_oldest_go_first() {
    KeyedTable table = new KeyedTable(1, 100);
    for (int i = 1; i <= 101; i++) {
      table.add(i, new long[1], i);
    }
    assertThat(table.find(1)).isNegative();
    assertThat(table.find(101)).isNotNegative();
    assertThat(table.evicted()).isBetween(25L, 30L);
  }
}
