package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTablePropertiesTest {
  private static final Limits LIMITS = new Limits(10_000, 10_000, 3, 42);

  @ParameterizedTest(name = "{0} vantage points")
  @ValueSource(ints = {1, 2, 7, 40, 64, 65, 200})
  void a_table_says_what_the_naive_one_says_after_any_words_in_any_order(int vantages) {
    for (int round = 0; round < 6; round++) {
      long seed = System.nanoTime();
      try {
        once(seed, vantages);
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed + ", " + vantages + " vantage points", broken);
      }
    }
  }

  private static void once(long seed, int vantages) {
    RandomRoutes words = new RandomRoutes(seed);
    RouteTable table = new RouteTable(LIMITS);
    NaiveTable naive = new NaiveTable();
    words.open(table, vantages);
    for (int i = 0; i < 1_500; i++) {
      long[] said = words.word(table, naive);
      assertThat(said[0]).as("word %d", i).isEqualTo(said[1]);
      if (i % 100 == 99) {
        RouteTableCheck.same(table, naive, words.prefixes);
      }
    }
  }
}
