package tenbin.proof.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.generator.MrtFile;

class MrtBenchTest {
  @TempDir private Path folder;

  private Path generated(String name, long seed) throws IOException {
    Path file = folder.resolve(name);
    MrtFile.write(file, 3_000, new SplittableRandom(seed));
    return file;
  }

  private static Elements walked(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(PlainUnpacking.open(file))) {
      return PlainWalk.of(in).orElseThrow();
    }
  }

  @Test
  void a_small_run_checks_its_answers_and_tells_every_figure() throws IOException {
    BenchResult result = new MrtBench().run(600, new SplittableRandom(7));
    assertThat(result.ok()).isTrue();
    assertThat(result.units()).isGreaterThan(7_200);
    assertThat(result.toJson())
        .startsWith("{\"bench\":\"mrt\",\"input\":\"generated.mrt.gz, ")
        .contains("\"unitsPerCpuSecond\":", "\"checkedBy\":[\"second reading\"", "\"floor\":{")
        .doesNotContain("\n");
  }

  @Test
  void the_second_reading_finds_what_ours_finds() throws IOException {
    Path file = generated("some.mrt.gz", 8);
    Elements ours = MrtBench.decoded(file, 1);
    assertThat(ours.entries()).isEqualTo(36_000);
    assertThat(ours.withdrawn()).isPositive();
    assertThat(walked(file)).isEqualTo(ours);
  }

  @Test
  void another_path_or_prefix_gives_another_sum() throws IOException {
    Elements some = walked(generated("some.mrt.gz", 9));
    Elements others = walked(generated("others.mrt.gz", 10));
    assertThat(others.entries()).isEqualTo(some.entries());
    assertThat(others.sum()).isNotEqualTo(some.sum());
  }

  @Test
  void a_count_that_differs_from_what_the_maker_says_is_not_right() throws IOException {
    Path file = generated("rib.mrt.gz", 11);
    Elements ours = MrtBench.decoded(file, 1);
    Files.writeString(folder.resolve("meta.json"), "{\"rib_elements\":36000}");
    Elements table = new Elements(0, 0, 36_000, ours.sum());
    assertThat(Checks.of(file, table).names()).contains("meta.json", "second reading differs");
    assertThat(Checks.of(file, ours).names()).contains("second reading", "meta.json differs");
    assertThat(Checks.of(file, ours).isRight()).isFalse();
  }

  @Test
  void the_same_seed_gives_the_same_octets() throws IOException {
    byte[] one = Files.readAllBytes(generated("one.mrt.gz", 12));
    assertThat(Files.readAllBytes(generated("other.mrt.gz", 12))).isEqualTo(one);
    assertThat(Files.readAllBytes(generated("third.mrt.gz", 13))).isNotEqualTo(one);
  }

  @Test
  void an_answer_that_nobody_confirmed_is_not_right() throws IOException {
    Path file =
        Files.write(folder.resolve("none.mrt"), new byte[] {0, 0, 0, 0, 0, 99, 0, 0, 0, 0, 0, 0});
    assertThat(Checks.of(file, new Elements(0, 0, 0, 0)).isRight()).isFalse();
  }
}
