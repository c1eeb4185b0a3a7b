package tenbin.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenbin.wire.FuzzSeeds;
import tenbin.wire.Heard;
import tenbin.wire.csv.PlainCsvReader;
import tenbin.wire.standard.StandardFormats;

/**
 * Broken input by the thousand through every parser of this room: it refuses, warns or reads, and
 * never throws anything else, never goes on for ever, never takes memory without bound. A new
 * format needs a line in {@link FuzzSeeds} and is fuzzed from then on.
 */
class ReaderFuzzTest {
  private static final long SEED = 7_062_026;

  /** Forty seconds of processor time for all parsers together. */
  private static final int RUNS_EACH = 8_000;

  /** For plain CSV, which is read by a declared mapping alone. */
  private static final String MAPPING =
      """
      [always]
      class = scanner
      [columns]
      timestamp = time
      ip = source.address
      port = source.port
      hostname = source.host
      """;

  private static final String NIGHTLY_SECONDS = "300";

  static Stream<Target> parsers() {
    Stream<Target> readers =
        StandardFormats.all().readers().stream()
            .map(reader ->
                new ReaderTarget(
                    reader,
                    Optional.of(MAPPING).filter(plain -> reader instanceof PlainCsvReader)));
    return Stream.concat(
        readers, Stream.concat(TableTarget.ALL.stream(), Stream.of(new MappingTarget())));
  }

  private static List<Input> seeds(Target target) {
    return switch (target) {
      case MappingTarget mapping -> List.of(new Input("mapping", MappingTarget.SEED));
      case TableTarget table -> Inputs.TABLES;
      default -> Inputs.reports();
    };
  }

  @ParameterizedTest
  @MethodSource("parsers")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void broken_input_never_breaks_its_parser(Target target) {
    long seed = SEED + target.name().hashCode();
    Fuzz.Came came = Fuzz.run(target, seeds(target), seed, RUNS_EACH);
    System.out.println(came);
    assertThat(came.forms()).as("different things that it said").isGreaterThan(5);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_broken_report_of_any_format_is_read_or_refused() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    Corpus corpus = new Corpus(Inputs.reports());
    int readable = 0;
    for (int run = 0; run < RUNS_EACH; run++) {
      Input mutant = Mutants.of(corpus, random);
      Heard heard =
          Heard.of(mutant.name(), new ByteArrayInputStream(mutant.bytes()), Heard.small());
      readable += heard.refused().isEmpty() ? 1 : 0;
    }
    assertThat(readable).as("mutants that are still read").isGreaterThan(RUNS_EACH / 4);
  }

  @Test
  void every_seed_is_read_whole() {
    assertThat(FuzzSeeds.all())
        .allSatisfy(seed -> {
          Heard heard = Heard.of(seed.name(), seed.bytes());
          assertThat(heard.refused()).as(seed.name()).isEmpty();
          assertThat(heard.observations()).as(seed.name()).isNotEmpty();
        });
  }

  /**
   * Five minutes of processor time each, from a new seed; {@code tenbin.fuzz.seconds} changes how
   * long, {@code tenbin.fuzz.only} is a pattern of the parsers' names.
   */
  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("parsers")
  void for_five_minutes_no_broken_input_breaks_its_parser(Target target) {
    Assumptions.assumeTrue(target.name().matches(System.getProperty("tenbin.fuzz.only", ".*")));
    long seconds = Long.parseLong(System.getProperty("tenbin.fuzz.seconds", NIGHTLY_SECONDS));
    List<Input> seeds = new ArrayList<>(seeds(target));
    if (target instanceof ReaderTarget) {
      seeds.addAll(Inputs.samples());
    }
    System.out.println(Fuzz.run(target, seeds, System.nanoTime(), Duration.ofSeconds(seconds)));
  }
}
