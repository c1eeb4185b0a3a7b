package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.nouns.net.Prefix;

/** A made table and updates, read from their files. */
class ReplayTest {
  private static final Limits LIMITS = Limits.usual(9);

  @TempDir private static Path folder;

  @BeforeAll
  static void generate() throws IOException, InterruptedException {
    Path bench = Path.of(System.getProperty("tenbin.samples", "../shared/samples"));
    Path generator = bench.resolveSibling("bench").resolve("gen_mrt.py");
    assumeTrue(Files.exists(generator), () -> "SKIPPED: no generator of tables at " + generator);
    Process made =
        new ProcessBuilder(
                List.of(
                    "python3",
                    generator.toString(),
                    "--out",
                    folder.toString(),
                    "--v4",
                    "4000",
                    "--v6",
                    "800",
                    "--updates",
                    "6000",
                    "--events",
                    "3",
                    "--massleak",
                    "300",
                    "--compress",
                    "none"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(made.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
  }

  private static TableKeeper read(RouteTable table, String... files) throws IOException {
    TableKeeper keeper = new TableKeeper(table);
    ArchiveFeed feed = new ArchiveFeed("rrc00", keeper);
    for (String file : files) {
      try (InputStream in = Files.newInputStream(folder.resolve(file))) {
        feed.read(in);
      }
    }
    assertThat(feed.damaged()).isZero();
    return keeper;
  }

  private static List<String> everything(RouteTable table) {
    List<String> lines = new ArrayList<>();
    table.forEach((prefix, origin, seenBy) ->
        lines.add(
            prefix
                + " "
                + origin
                + " "
                + Arrays.toString(table.vantages(prefix, origin))
                + table.firstSeen(prefix, origin)));
    return lines;
  }

  @Test
  void a_table_and_its_updates_give_what_the_naive_table_has() throws IOException {
    TableKeeper keeper = read(new RouteTable(LIMITS), "rib.mrt", "updates.mrt");
    assertThat(everything(keeper.table)).hasSizeGreaterThan(4_000);
    List<String> walked = new ArrayList<>();
    keeper.table.forEach((prefix, origin, by) -> walked.add(prefix + " " + origin + " " + by));
    assertThat(walked).containsExactlyInAnyOrderElementsOf(keeper.naive.visible(Optional.empty()));
    List<Prefix> some = keeper.naive.routes.keySet().stream().limit(50).toList();
    RouteTableCheck.same(keeper.table, keeper.naive, some);
  }

  @Test
  void the_end_of_the_table_tells_how_much_each_router_has() throws IOException {
    TableKeeper keeper = read(new RouteTable(LIMITS), "rib.mrt");
    assertThat(keeper.complete).hasSizeGreaterThan(5);
    keeper.complete.forEach((vantage, routes) ->
        assertThat(routes).isEqualTo(keeper.table.routes(keeper.table.vantage(vantage))));
  }

  @Test
  void from_a_snapshot_on_updates_give_what_they_give_without_one() throws IOException {
    RouteTable straight = read(new RouteTable(LIMITS), "rib.mrt", "updates.mrt").table;
    byte[] updates = Files.readAllBytes(folder.resolve("updates.mrt"));
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    TableKeeper keeper = read(new RouteTable(LIMITS), "rib.mrt");
    ArchiveFeed feed = new ArchiveFeed("rrc00", keeper);
    int at = 0;
    while (at < updates.length) {
      keeper.table = written(keeper.table);
      int to = ending(updates, at, 1 + random.nextInt(2_000));
      feed.read(new ByteArrayInputStream(updates, at, to - at));
      at = to;
    }
    assertThat(everything(keeper.table)).as("seed %d", seed).isEqualTo(everything(straight));
    assertThat(keeper.table.newest()).isEqualTo(straight.newest());
  }

  private static RouteTable written(RouteTable table) throws IOException {
    Path file = folder.resolve("snapshot");
    Snapshots.write(table, file);
    return Snapshots.read(file, LIMITS);
  }

  /** Where so many records more end. */
  private static int ending(byte[] mrt, int from, int records) {
    int at = from;
    for (int i = 0; i < records && at < mrt.length; i++) {
      at += 12 + ByteBuffer.wrap(mrt, at + 8, 4).getInt();
    }
    return at;
  }
}
