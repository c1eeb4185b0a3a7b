package tenbin.proof.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
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
