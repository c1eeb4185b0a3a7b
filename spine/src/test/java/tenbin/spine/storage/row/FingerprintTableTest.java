package tenbin.spine.storage.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  private final long seed = System.nanoTime();
  private final SplittableRandom random = new SplittableRandom(seed);

  @Test
  void it_answers_as_a_map_of_the_library_does() {
    Map<UUID, Long> expected = new HashMap<>();
    FingerprintTable table = new FingerprintTable();
    for (int i = 0; i < 200_000; i++) {
      // Halves of few values, so that keys come again and share one of their halves.
      UUID key = new UUID(half(), half());
      long value = random.nextLong(Long.MAX_VALUE);
      assertThat(table.get(key.getMostSignificantBits(), key.getLeastSignificantBits()))
          .as("seed %d", seed)
          .isEqualTo(expected.getOrDefault(key, FingerprintTable.ABSENT));
      table.put(key.getMostSignificantBits(), key.getLeastSignificantBits(), value);
      expected.put(key, value);
    }
    assertThat(table.size()).as("seed %d", seed).isEqualTo(expected.size());
    expected.forEach((key, value) ->
        assertThat(table.get(key.getMostSignificantBits(), key.getLeastSignificantBits()))
            .isEqualTo(value));
  }

  private long half() {
    return random.nextInt(400) * 0xbf58_476d_1ce4_e5b9L;
  }

  @Test
  void keys_with_one_low_half_are_never_taken_for_each_other() {
    FingerprintTable table = new FingerprintTable();
    long low = random.nextLong();
    for (int high = 0; high < 100_000; high++) {
      assertThat(table.get(high, low)).as("seed %d", seed).isEqualTo(FingerprintTable.ABSENT);
      table.put(high, low, high);
    }
  }

  @Test
  void a_row_takes_at_most_25_bytes_so_that_ten_million_stay_below_a_quarter_of_a_gigabyte() {
    FingerprintTable table = new FingerprintTable();
    for (int row = 1; row <= 3_000_000; row++) {
      table.put(random.nextLong(), random.nextLong(), row);
      if (row > 500_000 && row % 100_000 == 0) {
        assertThat((double) table.bytes() / row).as("seed %d, %d rows", seed, row).isLessThan(25.5);
      }
    }
    assertThat(table.size()).isEqualTo(3_000_000);
  }
}
