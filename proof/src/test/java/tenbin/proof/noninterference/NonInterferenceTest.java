package tenbin.proof.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hubs answer a member byte for byte alike where their worlds differ only in what it may not
 * see. {@code -Dtenbin.pair=SEED.NUMBER} runs one pair, {@code -Dtenbin.pairs=FROM-TO} others.
 */
class NonInterferenceTest {
  private static final int PAIRS_IN_THE_BUILD = 50;
  private static final int PAIRS_AT_NIGHT = 10_000;

  @TempDir private Path folder;

  @Test
  void fifty_pairs_of_worlds_look_the_same_to_the_member_for_whom_they_are()
      throws IOException, SQLException, InterruptedException {
    compare(asked(LongStream.rangeClosed(1, PAIRS_IN_THE_BUILD)));
  }

  @Test
  @Tag("nightly")
  void ten_thousand_pairs_of_worlds_look_the_same_to_the_member_for_whom_they_are()
      throws IOException, SQLException, InterruptedException {
    compare(asked(LongStream.rangeClosed(1_001, 1_000 + PAIRS_AT_NIGHT)));
  }

  private static Stream<Pair> asked(LongStream usual) {
    String one = System.getProperty("tenbin.pair", "");
    String some = System.getProperty("tenbin.pairs", "");
    if (!one.isEmpty()) {
      String[] parts = one.split("\\.", 2);
      return Stream.of(Pair.make(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
    }
    if (!some.isEmpty()) {
      String[] parts = some.split("-", 2);
      long from = Long.parseLong(parts[0]);
      return LongStream.rangeClosed(from, Long.parseLong(parts[1]))
          .mapToObj(NonInterferenceTest::of);
    }
    return usual.mapToObj(NonInterferenceTest::of);
  }

  private static Pair of(long seed) {
    return Pair.make(seed, 0);
  }

  private void compare(Stream<Pair> pairs) throws IOException, SQLException, InterruptedException {
    List<Pair> all = pairs.toList();
    List<String> faults = new ArrayList<>();
    try (PairRun run = new PairRun(folder)) {
      for (Pair pair : all) {
        List<Leak> leaks = run.run(pair);
        if (!leaks.isEmpty()) {
          faults.add(told(pair, leaks));
        }
      }
    }
    assertThat(faults).as("-Dtenbin.pair=SEED.NUMBER runs one again").isEmpty();
    // Worlds that are the same to everybody would prove nothing.
    assertThat(all.stream().filter(Pair::isTold).count())
        .isGreaterThanOrEqualTo(all.size() * 3L / 4);
  }

  private static String told(Pair pair, List<Leak> leaks) {
    StringBuilder text = new StringBuilder("pair " + pair.name() + " " + pair.changes() + ": ");
    text.append(leaks.size()).append(" probes differ\n");
    leaks.stream().limit(3).forEach(leak -> text.append("  ").append(leak).append('\n'));
    return text.toString();
  }

  @Test
  void every_planted_leak_is_caught_where_it_is_and_without_one_nothing_is_reported()
      throws IOException, SQLException, InterruptedException {
    assertThat(PlantedLeak.values()).hasSizeGreaterThanOrEqualTo(15);
    Pair pair = Pair.rich(20_001);
    List<String> missed = new ArrayList<>();
    try (PairRun run = new PairRun(folder)) {
      assertThat(run.run(pair)).as(pair.name()).isEmpty();
      for (PlantedLeak planted : PlantedLeak.values()) {
        List<Leak> leaks = run.again(pair, planted);
        boolean caught =
            leaks.stream()
                .anyMatch(leak -> leak.probe().contains(planted.place()) && leak.isShown());
        if (!caught) {
          missed.add(planted + " in pair " + pair.name() + ": " + leaks);
        }
      }
      // A later one: whoever signs in is paced by the clock, which must not go back.
      assertThat(run.run(Pair.rich(pair.seed() + 1))).as("another, without any").isEmpty();
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void what_the_member_may_see_makes_a_difference()
      throws IOException, SQLException, InterruptedException {
    World world = WorldMaker.make(30_001);
    Row row = new Row("phishing", world.base(), "126.10.3.200", 9, "late", "126.241.0.9", "");
    Deed.Sent own =
        new Deed.Sent(world.base().plusSeconds(9), World.RECIPIENT, "seen.json", "", List.of(row));
    World other = world.with(own);
    assertThat(Naive.view(other, World.RECIPIENT)).isNotEqualTo(Naive.view(world, World.RECIPIENT));
    try (PairRun run = new PairRun(folder)) {
      List<Leak> seen = run.run(new Pair(30_001, 0, world, other, List.of()));
      assertThat(seen.stream().map(Leak::probe))
          .anyMatch(probe -> probe.endsWith("GET /api/v1/rows"))
          .anyMatch(probe -> probe.endsWith("GET /network (page)"))
          .anyMatch(probe -> probe.endsWith("GET /reports (page)"));
    }
  }
}
