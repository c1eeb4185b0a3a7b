package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly")
class FullTableTest {
  private static final int PREFIXES = 1_200_000;
  private static final int VANTAGES = 300;
  private static final long MOST_BYTES = 1_500L << 20;
  @TempDir private Path folder;

  private static final int WORDS = 10_000_000;

  /** A quarter of what one quiet core does: others may use the machine meanwhile. */
  private static final double LEAST_PACE = 500_000;

  @Test
  void the_worlds_table_of_300_routers_stays_below_its_memory_and_keeps_its_pace()
      throws IOException {
    FullTable world = new FullTable(PREFIXES, VANTAGES);
    long before = usedAfterCollection();
    long started = System.nanoTime();
    RouteTable table = world.fill(Limits.usual(3));
    world.link(table, 1_000_000);
    System.out.printf("filled in %.1f s%n", (System.nanoTime() - started) / 1e9);
    long bytes = usedAfterCollection() - before;
    System.out.printf("%,d prefixes x %d: %,d bytes%n", table.prefixes(), VANTAGES, bytes);
    assertThat(table.prefixes()).isGreaterThan(PREFIXES * 95 / 100);
    assertThat(bytes).isLessThan(MOST_BYTES);
    double scattered = repeated(world, table, 1);
    double repeated = repeated(world, table, 8);
    double changed = changed(world, table);
    System.out.printf(
        "%,.0f repeated/s, %,.0f with every prefix by chance, %,.0f changed/s%n",
        repeated, scattered, changed);
    written(table);
    lost(world, table);
    assertThat(repeated).isGreaterThan(LEAST_PACE);
  }

  private void written(RouteTable table) throws IOException {
    Path file = folder.resolve("routes");
    long started = System.nanoTime();
    Snapshots.write(table, file);
    double writing = (System.nanoTime() - started) / 1e9;
    started = System.nanoTime();
    RouteTable again = Snapshots.read(file, Limits.usual(4));
    System.out.printf(
        "snapshot of %,d octets written in %.1f s, read in %.1f s%n",
        Files.size(file), writing, (System.nanoTime() - started) / 1e9);
    assertThat(again.prefixes()).isEqualTo(table.prefixes());
    assertThat(again.links()).isEqualTo(table.links());
    assertThat(again.routes(77)).isEqualTo(table.routes(77));
  }

  private static void lost(FullTable world, RouteTable table) {
    long started = System.nanoTime();
    for (int vantage = 0; vantage < VANTAGES; vantage++) {
      table.lost(vantage);
    }
    System.out.printf("%d lost in %.1f ms%n", VANTAGES, (System.nanoTime() - started) / 1e6);
    assertThat(table.isSeen(world.prefix(77))).isFalse();
    assertThat(table.remembered(world.prefix(77))).isNotEmpty();
    started = System.nanoTime();
    table.forget(FullTable.NOW + 181 * RouteTable.MINUTES_A_DAY);
    System.out.printf("forgotten in %.1f ms%n", (System.nanoTime() - started) / 1e6);
    assertThat(table.prefixes()).isZero();
  }

  /** Words that say what was said before: of a prefix by chance, by some routers after another. */
  private static double repeated(FullTable world, RouteTable table, int routers) {
    SplittableRandom random = new SplittableRandom(5);
    int known = 0;
    long started = System.nanoTime();
    int prefix = 1;
    for (int i = 0; i < WORDS; i++) {
      if (i % routers == 0) {
        prefix = random.nextInt(PREFIXES / 1_000) * 1_000 + 1 + random.nextInt(900);
      }
      int vantage = random.nextInt(VANTAGES);
      long origin = FullTable.origin(prefix);
      long had = table.announce(vantage, world.prefix(prefix), origin, FullTable.NOW + 1);
      known += had == origin ? 1 : 0;
    }
    double pace = WORDS / ((System.nanoTime() - started) / 1e9);
    assertThat(known).isGreaterThan(WORDS * 9 / 10);
    return pace;
  }

  /** Withdrawn, and there again with another origin. */
  private static double changed(FullTable world, RouteTable table) {
    SplittableRandom random = new SplittableRandom(6);
    long started = System.nanoTime();
    for (int i = 0; i < WORDS / 20; i++) {
      int prefix = random.nextInt(PREFIXES);
      int vantage = random.nextInt(VANTAGES);
      table.withdraw(vantage, world.prefix(prefix), FullTable.NOW + 2);
      table.announce(vantage, world.prefix(prefix), 9, FullTable.NOW + 3);
    }
    return WORDS / 10 / ((System.nanoTime() - started) / 1e9);
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
