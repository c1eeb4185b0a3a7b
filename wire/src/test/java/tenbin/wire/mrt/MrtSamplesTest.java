package tenbin.wire.mrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives of 1999 to 2016: the lines of bgpdump, from its own golden texts and from itself. */
class MrtSamplesTest {
  private static final Path SAMPLES =
      Path.of(System.getProperty("tenbin.samples", "absent"), "mrt");

  private static List<String> lines(Path file) throws IOException {
    StringBuilder out = new StringBuilder();
    MrtTally tally = new MrtTally(new DumpLines(out), word -> {});
    try (InputStream in = Unpacked.of(Files.newInputStream(file))) {
      new MrtReader(in, tally).read();
    }
    assertThat(tally.damagedRecords()).isZero();
    return out.toString().lines().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ripe-bview.20020722.2337.gz, B=115521",
    "ripe-bview.64k_stream_overflow.gz, B=23",
    "ripe-bview.ipv4_unicast_add_path.gz, B=62",
    "ripe-bview.ipv6_unicast_add_path.gz, B=62",
    "ripe-updates.20071015.1505.gz, A=10111 W=385",
    "ripe-updates.20100722.2015.gz, A=5067 STATE=40 W=547",
    "ripe-updates.20160811.1600.gz, A=39256 STATE=22 W=1956",
    "rrc00-updates.19991214.1621.gz, A=54126 STATE=27 W=1363",
    "routeviews.route-views.jinx.updates.1427846400.bz2, A=8160 W=451",
  })
  void every_element_of_an_archive_is_told_once(String name, String counts) throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), "the samples are not here");
    Map<String, Long> kinds =
        lines(SAMPLES.resolve(name)).stream()
            .map(line -> line.split("\\|", 4)[2])
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    assertThat(kinds.entrySet().stream().map(Object::toString).collect(Collectors.joining(" ")))
        .isEqualTo(counts);
  }

  @Test
  void lines_are_those_of_the_golden_texts() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), "the samples are not here");
    try (Stream<Path> goldens = Files.list(SAMPLES.resolve("expect"))) {
      for (Path golden : goldens.toList()) {
        String name = golden.getFileName().toString().replace(".bgp.gz", "");
        try (BufferedReader text =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(golden)), StandardCharsets.UTF_8))) {
          assertThat(lines(SAMPLES.resolve("ripe-" + name)))
              .as(name)
              .isEqualTo(text.lines().toList());
        }
      }
    }
  }

  @Test
  void lines_are_those_of_bgpdump_itself() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLES), "the samples are not here");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/bgpdump")), "bgpdump is not installed here");
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.filter(each -> each.toString().matches(".*\\.(gz|bz2)")).toList()) {
        Process peer =
            new ProcessBuilder("/usr/bin/bgpdump", "-m", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader text = peer.inputReader(StandardCharsets.UTF_8)) {
          assertThat(lines(file)).as(file.toString()).isEqualTo(text.lines().toList());
        }
      }
    }
  }
}
