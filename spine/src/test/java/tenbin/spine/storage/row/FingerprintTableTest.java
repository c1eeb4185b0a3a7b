package tenbin.spine.storage.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
  /** The factor by which the table spreads keys. */
  private static final long ODD = 0x9e37_79b9_7f4a_7c15L;

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

  /** What an earlier table that kept 76 of the 128 bits took for one. */
  @Test
  void keys_that_differ_in_any_bit_are_two_keys() {
    FingerprintTable table = new FingerprintTable();
    long high = random.nextLong();
    long low = random.nextLong();
    table.put(high, low, 7);
    for (int bit = 0; bit < 52; bit++) {
      long other = high ^ 1L << bit;
      // The same place, which was all that was compared.
      long beside = low ^ high * ODD ^ other * ODD;
      assertThat(table.get(other, beside)).as("seed %d, bit %d", seed, bit).isNegative();
      table.put(other, beside, bit);
    }
    assertThat(table.get(high, low)).isEqualTo(7);
    assertThat(table.size()).isEqualTo(53);
  }

  @Test
  void a_row_takes_at_most_38_bytes_so_that_ten_million_stay_below_384_mebibytes() {
    FingerprintTable table = new FingerprintTable();
    for (int row = 1; row <= 3_000_000; row++) {
      table.put(random.nextLong(), random.nextLong(), row);
      if (row > 500_000 && row % 100_000 == 0) {
        assertThat((double) table.bytes() / row).as("seed %d, %d rows", seed, row).isLessThan(38);
      }
    }
    assertThat(table.size()).isEqualTo(3_000_000);
  }
}
