package tenbin.proof.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.proof.bench.BenchResult;

class LookupBenchTest {
  @Test
  void a_small_run_checks_its_answers_and_tells_every_figure() {
    RoutingShape shape = RoutingShape.of(4_000, 1_000, new SplittableRandom(7));
    BenchResult result = LookupBench.run(FlatTable.of(shape), 20_000, new SplittableRandom(8));
    assertThat(result.ok()).isTrue();
    assertThat(result.units()).isEqualTo(400_000);
    assertThat(result.toJson())
        .startsWith("{\"bench\":\"lookup\",\"input\":\"4000 + 1000 prefixes")
        .contains("\"unitsPerCpuSecond\":", "\"peakMemoryBytes\":", "\"tableBytes\":", "\"peer\":{")
        .doesNotContain("\n");
  }

  @Test
  void a_file_gives_the_same_table_as_its_maker(@TempDir Path folder) throws IOException {
    RoutingShape shape = RoutingShape.of(500, 200, new SplittableRandom(3));
    Path file = folder.resolve("generated.pfx2as");
    try (Writer out = Files.newBufferedWriter(file)) {
      shape.writeTo(out);
    }
    List<String> made = new ArrayList<>();
    FlatTable.of(shape)
        .forEach((high, low, bits, as) -> made.add(high + " " + low + " " + bits + " " + as));
    List<String> read = new ArrayList<>();
    FlatTable.read(file)
        .forEach((high, low, bits, as) -> read.add(high + " " + low + " " + bits + " " + as));
    assertThat(read).isEqualTo(made).hasSize(700);
  }

  @Test
  void the_same_seed_gives_the_same_table_of_distinct_prefixes() throws IOException {
    StringWriter one = new StringWriter();
    StringWriter other = new StringWriter();
    RoutingShape.of(500, 200, new SplittableRandom(3)).writeTo(one);
    RoutingShape.of(500, 200, new SplittableRandom(3)).writeTo(other);
    assertThat(one.toString()).isEqualTo(other.toString());
    assertThat(one.toString().lines().distinct()).hasSize(700);
    assertThat(one.toString().lines()).allMatch(line -> line.split("\t").length == 3);
  }
}
