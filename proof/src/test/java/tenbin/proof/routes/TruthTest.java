package tenbin.proof.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.desks.routes.incident.Incident;

/** What the seeded generator of tables and updates put into a folder is found, and little else. */
class TruthTest {
  private static final double LEAST_PRECISION = 0.95;

  private static final List<String> SMALL =
      List.of(
          "--v4",
          "20000",
          "--v6",
          "4000",
          "--updates",
          "20000",
          "--events",
          "4",
          "--massleak",
          "2000",
          "--compress",
          "gz");

  /** What it makes unless told otherwise: a table as large as all of the world's. */
  private static final List<String> FULL = List.of("--massleak", "160000", "--compress", "gz");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void every_event_of_the_generator_is_found(int seed) throws Exception {
    found(seed, SMALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @Tag("nightly")
  void every_event_is_found_in_a_table_of_the_whole_world(int seed) throws Exception {
    found(seed, FULL);
  }

  private static void found(int seed, List<String> size) throws Exception {
    assumeTrue(isPython(), "python3 is not installed: THE GENERATOR'S TRUTH IS NOT CHECKED");
    Path folder = Generated.folder(seed, size);
    try {
      Caught caught = RoutesBench.caught(folder, seed);
      Truth.Score score = Truth.of(folder).score(caught);
      List<String> found = new ArrayList<>();
      for (Map.Entry<String, int[]> each : score.events().entrySet()) {
        found.add(each.getKey() + " " + each.getValue()[1] + " of " + each.getValue()[0]);
      }
      System.out.printf(
          "seed %d: %s, told %d, wrong %d%n", seed, found, score.told(), score.wrong());
      assertThat(score.events()).hasSizeGreaterThan(10);
      assertThat(score.missed()).as("seed %d", seed).isEmpty();
      assertThat(score.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION);
      assertThat(score.massIncidents()).isEqualTo(1);
      assertThat(caught.incidents()).extracting(Incident::id).doesNotHaveDuplicates();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static boolean isPython() throws InterruptedException {
    try {
      Process asked = new ProcessBuilder("python3", "--version").redirectErrorStream(true).start();
      return asked.waitFor(30, TimeUnit.SECONDS) && asked.exitValue() == 0;
    } catch (IOException missing) {
      System.out.println("TruthTest: python3 is missing, nothing was checked: " + missing);
      return false;
    }
  }
}
