package tenbin.proof.generator.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

final class HistoryTest {
  private static final long SEED = 20170825;

  private static ReadBack updates(History history) throws IOException {
    return ReadBack.of(ReadBack.octets(history::updates));
  }

  private static Truth truth(HistoryIncident incident) {
    return incident.made(Size.SMALL, SEED).truths().getFirst();
  }

  private static List<String> paths(HistoryIncident incident, String prefix) throws IOException {
    Prefix wanted = Prefix.parse(prefix);
    return updates(incident.made(Size.SMALL, SEED)).seen.stream()
        .filter(each -> each.prefix().equals(wanted) && each.kind().equals("A"))
        .map(ReadBack.Seen::path)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @EnumSource(HistoryIncident.class)
  void the_same_seed_gives_the_same_octets_and_another_gives_others(HistoryIncident incident)
      throws IOException {
    History one = incident.made(Size.SMALL, 1);
    History again = incident.made(Size.SMALL, 1);
    assertThat(ReadBack.octets(one::updates)).isEqualTo(ReadBack.octets(again::updates));
    assertThat(ReadBack.octets(one::rib)).isEqualTo(ReadBack.octets(again::rib));
    assertThat(one.vrps()).isEqualTo(again.vrps());
    assertThat(one.irr()).isEqualTo(again.irr());
    assertThat(one.relations()).isEqualTo(again.relations());
    byte[] other = ReadBack.octets(incident.made(Size.SMALL, 2)::updates);
    assertThat(ReadBack.octets(one::updates)).isNotEqualTo(other);
  }

  @ParameterizedTest
  @EnumSource(HistoryIncident.class)
  void every_prefix_of_the_truth_is_announced_within_its_time(HistoryIncident incident)
      throws IOException {
    History history = incident.made(Size.SMALL, SEED);
    ReadBack read = updates(history);
    assertThat(read.damaged).isZero();
    Truth truth = history.truths().getFirst();
    Set<String> accused = truth.accused().stream().map(String::valueOf).collect(Collectors.toSet());
    Set<Prefix> found = new TreeSet<>();
    for (ReadBack.Seen each : read.seen) {
      boolean by = Stream.of(each.path().split(" ")).anyMatch(accused::contains);
      if (by && !each.at().isBefore(truth.begin()) && each.at().isBefore(truth.end())) {
        found.add(each.prefix());
      }
    }
    assertThat(found).containsAll(truth.all());
  }

  @ParameterizedTest
  @EnumSource(HistoryIncident.class)
  void in_the_end_nobody_has_a_route_of_it_any_more(HistoryIncident incident) throws IOException {
    History history = incident.made(Size.SMALL, SEED);
    Truth truth = history.truths().getFirst();
    Set<Prefix> touched = new HashSet<>(truth.all());
    Set<String> held = new HashSet<>();
    for (ReadBack.Seen each : updates(history).seen) {
      if (touched.contains(each.prefix())) {
        String key = each.speaker() + " " + each.prefix();
        boolean his =
            each.kind().equals("A")
                && truth.accused().stream().anyMatch(asn -> each.path().contains("" + asn));
        if (his) {
          held.add(key);
        } else {
          held.remove(key);
        }
        assertThat(his && each.at().isAfter(truth.end().plus(Duration.ofMinutes(1)))).isFalse();
      }
    }
    assertThat(held).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(HistoryIncident.class)
  void the_table_before_has_every_route_and_nothing_of_the_incident(HistoryIncident incident)
      throws IOException {
    History history = incident.made(Size.SMALL, SEED);
    ReadBack read = ReadBack.of(ReadBack.octets(history::rib));
    assertThat(read.damaged).isZero();
    assertThat(read.seen).hasSize(history.prefixes() * history.speakers());
    assertThat(read.seen).anyMatch(each -> !each.prefix().isV4());
    assertThat(read.seen).extracting(ReadBack.Seen::at).containsOnly(history.table());
    for (Prefix each : incident.facts().prefixes().keySet()) {
      String owner = " " + incident.facts().prefixes().get(each);
      assertThat(read.seen)
          .filteredOn(seen -> seen.prefix().equals(each))
          .isNotEmpty()
          .allMatch(seen -> (" " + seen.path()).endsWith(owner));
    }
  }

  @Test
  void youtube_goes_to_an_as_behind_3491_and_back_to_its_owner() throws IOException {
    assertThat(paths(HistoryIncident.YOUTUBE_2008, "208.65.153.0/24"))
        .anyMatch(path -> path.endsWith("3491 17557"))
        .anyMatch(path -> path.endsWith("3491 17557 17557"))
        .anyMatch(path -> path.endsWith(" 36561"));
    assertThat(HistoryIncident.YOUTUBE_2008.made(Size.SMALL, SEED).vrps()).doesNotContain("asn");
  }

  @Test
  void of_the_leak_of_2017_the_published_paths_are_there() throws IOException {
    assertThat(paths(HistoryIncident.GOOGLE_2017, "171.5.0.0/17"))
        .contains("1103 286 701 15169 45629", "13335 9498 5511 701 15169 45629");
    Truth truth = truth(HistoryIncident.GOOGLE_2017);
    assertThat(truth.kind()).isEqualTo(Kind.MASS_LEAK);
    assertThat(truth.size()).isEqualTo(3_212);
    assertThat(truth.prefixes().get(4713L)).hasSize(508);
    assertThat(truth.victims()).doesNotContain(2516L);
  }

  @Test
  void of_the_optimisers_routes_the_published_path_is_there() throws IOException {
    assertThat(paths(HistoryIncident.OPTIMIZER_2019, "104.20.0.0/21"))
        .isNotEmpty()
        .allMatch(path -> path.endsWith("701 396531 33154 3356 13335"));
    History history = HistoryIncident.OPTIMIZER_2019.made(Size.SMALL, SEED);
    assertThat(history.vrps())
        .contains("{\"asn\":\"AS13335\",\"prefix\":\"104.20.0.0/20\",\"maxLength\":20,");
  }

  @Test
  void only_customers_of_6939_hear_of_the_name_servers() throws IOException {
    History history = HistoryIncident.ROUTE53_2018.made(Size.SMALL, SEED);
    for (Prefix each : history.truths().getFirst().all()) {
      List<ReadBack.Seen> seen =
          updates(history).seen.stream().filter(some -> some.prefix().equals(each)).toList();
      assertThat(seen.stream().map(ReadBack.Seen::speaker).distinct())
          .containsExactlyInAnyOrder(6939L, 60101L, 60102L, 60103L);
      assertThat(seen)
          .filteredOn(some -> some.kind().equals("A"))
          .allMatch(some -> some.path().endsWith("6939 10297"));
    }
  }

  @Test
  void the_forged_link_of_2022_is_no_link() throws IOException {
    assertThat(paths(HistoryIncident.KLAYSWAP_2022, "121.53.104.0/24"))
        .allMatch(path -> path.endsWith("6461 9457"));
    assertThat(HistoryIncident.KLAYSWAP_2022.made(Size.SMALL, SEED).relations())
        .doesNotContain("6461|9457", "9457|6461");
  }

  @Test
  void at_full_size_the_counts_are_those_that_were_published() {
    Truth google = HistoryIncident.GOOGLE_2017.made(Size.FULL, SEED).truths().getFirst();
    assertThat(google.size()).isGreaterThan(160_000);
    assertThat(google.prefixes().get(4713L)).hasSizeGreaterThan(25_000);
    Truth airtel = HistoryIncident.AIRTEL_2015.made(Size.FULL, SEED).truths().getFirst();
    assertThat(airtel.size()).isEqualTo(16_123);
    assertThat(airtel.victims()).hasSizeGreaterThan(2_000).contains(2914L, 9605L, 20940L, 714L);
    Truth optimiser = HistoryIncident.OPTIMIZER_2019.made(Size.FULL, SEED).truths().getFirst();
    assertThat(optimiser.size()).isBetween(19_500, 20_000);
    assertThat(optimiser.victims()).hasSizeBetween(2_350, 2_401);
  }

  @Test
  void nobody_elses_reader_finds_fault_with_the_files(@TempDir Path folder) throws Exception {
    Path bgpdump = Path.of("/usr/bin/bgpdump");
    assumeTrue(Files.isExecutable(bgpdump), "bgpdump is not installed: its word is missing");
    History history = HistoryIncident.GOOGLE_2017.made(Size.SMALL, SEED);
    HistoryFiles.write(history, folder);
    for (String name : List.of("rib.mrt", "updates.mrt")) {
      Path out = folder.resolve(name + ".txt");
      Path errors = folder.resolve(name + ".err");
      Process process =
          new ProcessBuilder(bgpdump.toString(), "-m", folder.resolve(name).toString())
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      ReadBack read = ReadBack.of(Files.readAllBytes(folder.resolve(name)));
      try (Stream<String> lines = Files.lines(out)) {
        assertThat(lines.count()).isEqualTo(read.seen.size());
      }
      assertThat(Files.readString(errors)).doesNotContainIgnoringCase("error", "warn");
    }
  }

  @Test
  void the_files_in_the_folder_are_whole(@TempDir Path folder) throws IOException {
    History history = HistoryIncident.GOOGLE_2017.made(Size.SMALL, SEED);
    HistoryFiles.write(history, folder);
    DeclarationFile read =
        DeclarationFile.read(folder.resolve("members.yaml"), new MemberId("nobody"));
    assertThat(read.faults()).isEmpty();
    assertThat(Set.copyOf(read.declarations())).isEqualTo(Set.copyOf(history.declarations()));
    assertThat(Files.readString(folder.resolve("truth.jsonl")))
        .startsWith(
            "{\"kind\":\"mass-leak\",\"accused\":[15169],\"begin\":\"2017-08-25T03:22:00Z\"");
    assertThat(Files.readAllLines(folder.resolve("benign.jsonl")))
        .hasSize(history.benign().size())
        .isNotEmpty();
    assertThat(Files.readString(folder.resolve("ixp-lans.txt"))).contains("AMS-IX");
  }
}
