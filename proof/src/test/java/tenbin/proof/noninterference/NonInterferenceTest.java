package tenbin.proof.noninterference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two hubs answer a member byte for byte alike where their worlds differ only in what it may not
 * see. {@code -Dtenbin.pair=SEED.NUMBER} runs one pair, {@code -Dtenbin.pairs=FROM-TO} others,
 * counted from one on; {@code -Dtenbin.minutes=N} begins no further ones after that time.
 */
class NonInterferenceTest {
  private static final int PAIRS_IN_THE_BUILD = 50;
  private static final int PAIRS_AT_NIGHT = 10_000;

  /** The night goes on where the build ends. */
  private static final int NIGHT = PAIRS_IN_THE_BUILD;

  @TempDir(factory = InMemory.class)
  private Path folder;

  @Test
  void fifty_pairs_of_worlds_look_the_same_to_the_member_for_whom_they_are()
      throws IOException, SQLException, InterruptedException {
    compare(new Stretch(1, PAIRS_IN_THE_BUILD));
  }

  @Test
  @Tag("nightly")
  void ten_thousand_pairs_of_worlds_look_the_same_to_the_member_for_whom_they_are()
      throws IOException, SQLException, InterruptedException {
    compare(new Stretch(NIGHT + 1, NIGHT + PAIRS_AT_NIGHT));
  }

  private void compare(Stretch usual) throws IOException, SQLException, InterruptedException {
    Stretch stretch = Stretch.askedFor().orElse(usual);
    Tally tally = new Tally();
    try (PairRun run = new PairRun(folder)) {
      for (Family family : (Iterable<Family>) stretch.families()::iterator) {
        tally.add(family, run.run(family));
        stretch.keep(tally);
        if (stretch.isOver()) {
          break;
        }
      }
      System.out.println(tally);
    }
    assertThat(tally.faults()).as("-Dtenbin.pair=SEED.NUMBER runs one again").isEmpty();
    // Worlds that are the same to everybody would prove nothing.
    assertThat(tally.told()).isGreaterThanOrEqualTo(tally.pairs() * 3 / 4);
  }

  @Test
  void every_planted_leak_is_caught_where_it_is_and_without_one_nothing_is_reported()
      throws IOException, SQLException, InterruptedException {
    List<Plant> plants = new ArrayList<>(List.of(PlantedPortalLeak.values()));
    plants.addAll(List.of(PlantedLeak.values()));
    assertThat(plants).hasSizeGreaterThanOrEqualTo(15);
    List<String> missed = new ArrayList<>();
    try (PairRun run = new PairRun(folder)) {
      Pair pair = Pair.rich(20_001);
      missed.addAll(missed(run, pair, plants));
      // Later ones: whoever signs in is paced by the clock, which must not go back.
      Pair routes = Pair.richInRoutes(pair.seed() + 1);
      missed.addAll(missed(run, routes, List.of(PlantedRouteLeak.values())));
      assertThat(run.run(Pair.richInRoutes(routes.seed() + 1)).leaks()).as("without any").isEmpty();
    }
    assertThat(missed).isEmpty();
  }

  /** Those that are not caught where they are; without one nothing is reported. */
  private static List<String> missed(PairRun run, Pair pair, List<? extends Plant> plants)
      throws IOException, SQLException, InterruptedException {
    List<String> missed = new ArrayList<>();
    assertThat(run.run(pair).leaks()).as(pair.name()).isEmpty();
    for (Plant planted : plants) {
      List<Leak> leaks = run.again(pair, planted);
      boolean caught =
          leaks.stream().anyMatch(leak -> leak.probe().contains(planted.place()) && leak.isShown());
      if (!caught) {
        missed.add(planted + " in pair " + pair.name() + ": " + leaks);
      }
    }
    return missed;
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
      List<Leak> seen = run.run(new Pair(30_001, 0, world, other, List.of())).leaks();
      assertThat(seen.stream().map(Leak::probe))
          .anyMatch(probe -> probe.endsWith("GET /api/v1/rows"))
          .anyMatch(probe -> probe.endsWith("GET /network (page)"))
          .anyMatch(probe -> probe.endsWith("GET /reports (page)"));
    }
  }
}
