package tenbin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.lines.ObservationLines;

/**
 * Every real sample of abuse reports is read, or refused with the name of the format it looks like.
 * The samples are not in the repository (they lie where tenbin.samples says); what they gave is:
 * counts and a SHA-256 of the normalised output, refreshed by -Dtenbin.goldens=write.
 */
class GoldenTest {
  private static final Path GOLDEN =
      Path.of("wire", "src", "test", "resources", "tenbin", "wire", "abuse-samples.golden");

  @Test
  void every_sample_is_read_as_ever_or_refused_by_name() throws IOException {
    Path samples = Path.of(System.getProperty("tenbin.samples", "absent"), "abuse");
    assumeTrue(Files.isDirectory(samples), "the samples are not here");
    List<String> lines = read(samples);
    assertThat(read(samples)).as("the same bytes give the same calls").isEqualTo(lines);
    Path golden = Path.of(System.getProperty("tenbin.root", ".")).resolve(GOLDEN);
    if ("write".equals(System.getProperty("tenbin.goldens"))) {
      Files.writeString(golden, String.join("\n", lines) + "\n");
    }
    assertThat(lines).isEqualTo(Files.readAllLines(golden));
  }

  @Test
  void no_sample_of_a_report_is_of_unknown_format() throws IOException {
    Path samples = Path.of(System.getProperty("tenbin.samples", "absent"), "abuse");
    assumeTrue(Files.isDirectory(samples), "the samples are not here");
    try (Stream<Path> files = Files.walk(samples)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> {
            Heard heard = heard(file);
            assertThat(heard.refused())
                .as("%s", file)
                .isNotEqualTo(Optional.of(Fault.FORMAT_UNKNOWN));
            assertThat(heard.format().isEmpty() && heard.refused().isEmpty()).isFalse();
          });
    }
  }

  @Test
  void every_negative_vector_of_xarf_three_is_lost_or_flagged_and_no_positive_one()
      throws IOException {
    Path three = Path.of(System.getProperty("tenbin.samples", "absent"), "abuse", "xarf-v3");
    assumeTrue(Files.isDirectory(three), "the samples are not here");
    try (Stream<Path> files = Files.list(three.resolve("negative"))) {
      assertThat(files.filter(file -> heard(file).faults().isEmpty())).isEmpty();
    }
    try (Stream<Path> files = Files.list(three)) {
      List<Path> positive = files.filter(file -> file.toString().endsWith("sample.json")).toList();
      assertThat(positive).hasSize(7);
      assertThat(positive)
          .allSatisfy(file -> {
            assertThat(heard(file).faults()).isEmpty();
            heard(file).only();
          });
    }
  }

  @Test
  void all_samples_of_xarf_four_are_read_without_a_complaint() throws IOException {
    Path four = Path.of(System.getProperty("tenbin.samples", "absent"), "abuse", "xarf-v4");
    assumeTrue(Files.isDirectory(four), "the samples are not here");
    try (Stream<Path> files = Files.list(four)) {
      List<Path> reports = files.filter(file -> file.toString().endsWith(".json")).toList();
      assertThat(reports).hasSize(32);
      assertThat(reports)
          .allSatisfy(file -> {
            assertThat(heard(file).faults()).isEmpty();
            heard(file).only();
          });
    }
  }

  private static List<String> read(Path samples) throws IOException {
    try (Stream<Path> files = Files.walk(samples)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> line(samples.relativize(file).toString().replace('\\', '/'), heard(file)))
          .sorted()
          .toList();
    }
  }

  private static Heard heard(Path file) {
    try {
      return Heard.of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** File, format or refusal, rows, faults, digest of all that was handed over. */
  private static String line(String file, Heard heard) {
    String outcome =
        heard
            .refused()
            .map(fault -> fault + " (" + heard.refusal().replaceAll(":.*", "") + ")")
            .orElse(heard.format());
    Map<Fault, Long> faults =
        heard.warnings().stream()
            .collect(Collectors.groupingBy(Warning::fault, TreeMap::new, Collectors.counting()));
    return String.join(
        " | ",
        file,
        outcome,
        Integer.toString(heard.observations().size()),
        faults.toString(),
        Digest.of(normalised(heard).getBytes(UTF_8)).hex());
  }

  private static String normalised(Heard heard) {
    StringBuilder text = new StringBuilder();
    heard
        .observations()
        .forEach(seen -> {
          text.append(ObservationLines.line(seen)).append('\n');
          seen.extra()
              .forEach((column, value) ->
                  text.append(column.name()).append(' ').append(column.category()).append('\n'));
        });
    heard
        .warnings()
        .forEach(warning ->
            text.append(warning.fault() + " " + warning.place() + " " + warning.detail())
                .append('\n'));
    return text.append(heard.markings()).toString();
  }
}
