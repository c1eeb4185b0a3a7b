package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTablePropertiesTest {
  private static final Limits LIMITS = new Limits(10_000, 10_000, 3, 42);

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} vantage points")
  @ValueSource(ints = {1, 2, 7, 40, 64, 65, 200})
  void a_table_says_what_the_naive_one_says_after_any_words_and_from_its_snapshot_on(int vantages) {
    for (int round = 0; round < 6; round++) {
      long seed = System.nanoTime();
      try {
        once(seed, vantages);
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed + ", " + vantages + " vantage points", broken);
      }
    }
  }

  private void once(long seed, int vantages) {
    RandomRoutes words = new RandomRoutes(seed);
    RouteTable table = new RouteTable(LIMITS);
    NaiveTable naive = new NaiveTable();
    words.open(table, vantages);
    run(words, table, naive);
    RouteTable again = written(table);
    RouteTableCheck.same(again, naive, words.prefixes);
    run(words, again, naive);
  }

  private RouteTable written(RouteTable table) {
    try {
      Path file = folder.resolve("routes");
      Snapshots.write(table, file);
      return Snapshots.read(file, LIMITS);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void run(RandomRoutes words, RouteTable table, NaiveTable naive) {
    for (int i = 0; i < 1_000; i++) {
      long[] said = words.word(table, naive);
      assertThat(said[0]).as("word %d", i).isEqualTo(said[1]);
      if (i % 100 == 99) {
        RouteTableCheck.same(table, naive, words.prefixes);
      }
    }
  }
}
