package tenbin.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.FuzzSeeds.Seed;
import tenbin.wire.standard.StandardFormats;

/**
 * Broken reports by the thousand through every reader: it refuses, warns or reads, and never throws
 * anything else, never goes on for ever, never tells more rows than there are bytes. A new format
 * needs a line in {@link FuzzSeeds} and is fuzzed from then on.
 */
class ReaderFuzzTest {
  private static final long SEED = 7_062_026;

  /** Some forty seconds on two cores for all readers together. */
  private static final int RUNS_EACH = 24_000;

  private static final Duration NIGHTLY_EACH = Duration.ofMinutes(5);

  /** Bytes that parsers stumble over. */
  private static final List<byte[]> TOKENS =
      Stream.of(
              "{",
              "}",
              "[",
              "]",
              "\"",
              ":",
              ",",
              "\\",
              "\\ud800",
              "\\u0000",
              "\r\n",
              "\n\n",
              "\n ",
              "--b",
              "--b--",
              "\u0000",
              "\u00ff\u00fe",
              "\u00ef\u00bb\u00bf",
              "\u00c0\u0080",
              "-1",
              "99999999999999999999",
              "1e999",
              "null",
              "::ffff:192.0.2.1",
              "fe80::1%eth0",
              "%",
              "1970-01-01T00:00:00Z",
              "9999-12-31T23:59:60Z",
              "&a *a",
              "!!java.lang.String",
              "=?",
              "?=",
              "=\r\n",
              "PK\u0003\u0004",
              "\u001f\u008b\u0008",
              "\"\"",
              ";",
              "\t",
              "Content-Type: multipart/mixed; boundary=b\n\n",
              "Content-Type: message/rfc822\n\n",
              "Content-Transfer-Encoding: base64\n",
              "charset=x-none",
              "https://[::1",
              "xn--\u0080")
          .map(text -> text.getBytes(ISO_8859_1))
          .toList();

  static Stream<Reader> readers() {
    return StandardFormats.all().readers().stream();
  }

  @ParameterizedTest
  @MethodSource("readers")
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_broken_report_never_breaks_its_reader(Reader reader) {
    RandomGenerator random = random(SEED + reader.format().name().hashCode());
    List<Seed> seeds = FuzzSeeds.all();
    for (int run = 0; run < RUNS_EACH; run++) {
      check(reader, mutant(seeds, random), run % 16 == 0);
    }
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_broken_report_of_any_format_is_read_or_refused() {
    RandomGenerator random = random(SEED);
    List<Seed> seeds = FuzzSeeds.all();
    int readable = 0;
    for (int run = 0; run < RUNS_EACH; run++) {
      Seed mutant = mutant(seeds, random);
      Heard heard = Heard.of(mutant.name(), new ByteArrayInputStream(mutant.bytes()), limits());
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

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("readers")
  void for_five_minutes_no_broken_report_breaks_its_reader(Reader reader) {
    long seed = System.nanoTime();
    RandomGenerator random = random(seed);
    List<Seed> seeds = new ArrayList<>(FuzzSeeds.all());
    seeds.addAll(samples());
    long until = System.nanoTime() + NIGHTLY_EACH.toNanos();
    while (System.nanoTime() < until) {
      check(reader, mutant(seeds, random), random.nextInt(16) == 0);
    }
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static Limits limits() {
    return new Limits(1 << 20, 100, 64 * 1024, 200, 64, 50, 10_000, Duration.ofMinutes(1));
  }

  private static void check(Reader reader, Seed mutant, boolean twice) {
    try {
      List<String> heard = heard(reader, mutant);
      assertThat(heard.size()).isLessThan(1_000 + 20 * mutant.bytes().length);
      if (twice) {
        assertThat(heard(reader, mutant)).isEqualTo(heard);
      }
    } catch (IOException | RuntimeException | AssertionError | StackOverflowError broken) {
      throw new AssertionError(
          reader.format()
              + " broke on "
              + mutant.name()
              + " "
              + HexFormat.of().formatHex(mutant.bytes()),
          broken);
    }
  }

  private static List<String> heard(Reader reader, Seed mutant) throws IOException {
    List<String> heard = new ArrayList<>();
    Sink sink =
        new Sink() {
          @Override
          public void observation(tenbin.nouns.observation.Observation seen) {
            heard.add(tenbin.wire.lines.ObservationLines.line(seen));
          }

          @Override
          public void warning(Warning warning) {
            heard.add(warning.toString());
          }
        };
    Instant received = Heard.RECEIVED;
    Sample sample = new Sample(mutant.name(), mutant.bytes(), true);
    heard.add(reader.looksAt(sample).toString());
    Report report =
        new Report(
            mutant.name(),
            new ByteArrayInputStream(mutant.bytes()),
            received,
            Optional.empty(),
            limits(),
            StandardFormats.all());
    try {
      reader.read(report, sink);
    } catch (Refused refused) {
      assertThat(refused.warning().fault().weight()).isEqualTo(Fault.Weight.REPORT_REFUSED);
      heard.add(refused.getMessage());
    }
    return heard;
  }

  private static Seed mutant(List<Seed> seeds, RandomGenerator random) {
    Seed seed = seeds.get(random.nextInt(seeds.size()));
    byte[] bytes = seed.bytes();
    int changes = random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      bytes = changed(bytes, seeds, random);
    }
    return new Seed(seed.name(), bytes);
  }

  private static byte[] changed(byte[] bytes, List<Seed> seeds, RandomGenerator random) {
    int at = random.nextInt(bytes.length + 1);
    int length = Math.min(bytes.length - at, random.nextInt(40));
    byte[] slice = Arrays.copyOfRange(bytes, at, at + length);
    return switch (random.nextInt(7)) {
      case 0 -> join(bytes, at, TOKENS.get(random.nextInt(TOKENS.size())), at);
      case 1 -> join(bytes, at, new byte[0], at + length);
      case 2 -> join(bytes, at, slice, at);
      case 3 -> Arrays.copyOf(bytes, at);
      case 4 ->
          join(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, bytes.length));
      case 5 -> join(bytes, at, repeated(slice, random.nextInt(200)), at);
      default -> {
        byte[] other = seeds.get(random.nextInt(seeds.size())).bytes();
        yield join(bytes, at, other, bytes.length);
      }
    };
  }

  private static byte[] repeated(byte[] slice, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(slice);
    }
    return out.toByteArray();
  }

  /** The bytes up to one place, something in between, the bytes from another place on. */
  private static byte[] join(byte[] bytes, int to, byte[] between, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    out.writeBytes(between);
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }

  /** Real reports, where they are at hand; larger ones only slow the search down. */
  private static List<Seed> samples() {
    Path samples = Path.of(System.getProperty("tenbin.samples", "absent"), "abuse");
    if (!Files.isDirectory(samples)) {
      return List.of();
    }
    List<Seed> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) < 64 * 1024) {
          all.add(new Seed(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }
}
