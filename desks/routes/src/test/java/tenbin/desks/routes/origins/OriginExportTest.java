package tenbin.desks.routes.origins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.member.Circle;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.attribute.Tables;
import tenbin.spine.roster.CircleFile;

class OriginExportTest {
  private static final Instant TUESDAY = Instant.parse("2026-03-24T00:00:00Z");
  private static final Prefix NET = Prefix.parse("99.10.0.0/16");
  private static final Prefix NET6 = Prefix.parse("2a0e:1234::/32");
  private static final ExportRules RULES = new ExportRules(2, Duration.ofMinutes(10), 4);

  @TempDir private Path folder;

  private final RouteTable table = new RouteTable(Limits.usual(1));
  private OriginExport export;

  @BeforeEach
  void open() throws IOException {
    for (int i = 0; i < 4; i++) {
      table.vantage(new Vantage("rrc00", new Asn(64_600 + i), Address.ofV4(0x0A000001 + i)));
    }
    export = new OriginExport(folder, RULES);
  }

  private void announce(Prefix prefix, long origin, int... vantages) {
    for (int each : vantages) {
      table.announce(each, prefix, origin, 29_000_000);
    }
  }

  private List<String> rows(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().toList();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(each -> !each.startsWith("."))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_prefix_has_the_origins_that_enough_see_most_seen_first() throws IOException {
    announce(NET, 64_500, 0, 1);
    announce(NET, 64_499, 2, 3);
    announce(Prefix.parse("99.11.0.0/16"), 64_501, 0);
    announce(Prefix.parse("99.12.0.0/16"), 64_502, 0);
    announce(Prefix.parse("99.12.0.0/16"), 64_503, 1, 2, 3);
    announce(NET6, table.set(IntStream.of(-1, 7)), 0, 1);
    announce(Prefix.parse("0.0.0.0/0"), 64_500, 0, 1);
    announce(Prefix.parse("99.13.0.0/16"), 0, 0, 1);
    assertThat(rows(export.write(table, TUESDAY).orElseThrow()))
        .containsExactly(
            "99.10.0.0\t16\t64499_64500", "99.12.0.0\t16\t64503", "2a0e:1234::\t32\t4294967295,7");
  }

  @Test
  void a_file_is_written_when_something_changed_and_time_passed() throws IOException {
    announce(NET, 64_500, 0, 1);
    assertThat(export.write(table, TUESDAY)).isPresent();
    assertThat(export.write(table, TUESDAY.plusSeconds(3_600))).isEmpty();
    announce(NET, 64_500, 2);
    assertThat(export.write(table, TUESDAY.plusSeconds(7_200))).as("one more sees it").isEmpty();
    announce(NET, 64_501, 0, 1, 2);
    assertThat(export.write(table, TUESDAY.plusSeconds(7_300))).isPresent();
    announce(NET, 64_502, 0, 1, 2);
    assertThat(export.write(table, TUESDAY.plusSeconds(7_600))).as("too soon").isEmpty();
    assertThat(names())
        .containsExactly(
            "routes-pfx2as-20260324T000000Z.gz", "routes-pfx2as-20260324T020140Z-changes.gz");
  }

  @Test
  void an_export_that_is_opened_again_knows_what_it_wrote() throws IOException {
    announce(NET, 64_500, 0, 1);
    export.write(table, TUESDAY);
    OriginExport again = new OriginExport(folder, RULES);
    assertThat(again.write(table, TUESDAY.plusSeconds(86_400))).isEmpty();
    announce(NET, 64_501, 0, 1, 2);
    assertThat(again.write(table, TUESDAY.plusSeconds(86_400))).isPresent();
  }

  @Test
  void a_broken_file_of_before_is_only_a_file_of_before() throws IOException {
    Files.writeString(folder.resolve("routes-pfx2as-20260323T000000Z.gz"), "broken");
    OriginExport again = new OriginExport(folder, RULES);
    announce(NET, 64_500, 0, 1);
    assertThat(again.write(table, TUESDAY)).isPresent();
  }

  @Test
  void an_empty_table_and_a_clock_that_goes_back_write_nothing() throws IOException {
    assertThat(export.write(table, TUESDAY)).isEmpty();
    announce(NET, 64_500, 0, 1);
    export.write(table, TUESDAY);
    announce(NET, 64_501, 0, 1);
    assertThat(export.write(table, TUESDAY.minusSeconds(86_400))).isEmpty();
  }

  @Test
  void changes_are_new_ones_others_and_those_that_nobody_originates_any_more() throws IOException {
    announce(NET, 64_500, 0, 1);
    announce(Prefix.parse("99.20.0.0/16"), 64_501, 0, 1);
    announce(Prefix.parse("99.30.0.0/16"), 64_502, 0, 1);
    export.write(table, TUESDAY);
    announce(Prefix.parse("98.0.0.0/8"), 64_503, 0, 1);
    announce(NET, 64_504, 0, 1);
    table.withdraw(0, Prefix.parse("99.30.0.0/16"), 29_000_001);
    assertThat(rows(export.write(table, TUESDAY.plusSeconds(3_600)).orElseThrow()))
        .containsExactly("98.0.0.0\t8\t64503", "99.10.0.0\t16\t64504", "99.30.0.0\t16\t0");
  }

  @Test
  void two_whole_tables_stay_and_changes_of_old_days_are_one_file_and_no_file_of_others_goes()
      throws IOException {
    Files.writeString(folder.resolve("routeviews-20200101.pfx2as"), "");
    Files.writeString(folder.resolve("routes-pfx2as-mine.gz"), "");
    for (int i = 0; i <= 11 * 24; i += 8) {
      announce(NET, 64_500 + i, 0, 1);
      export.write(table, TUESDAY.plus(Duration.ofHours(i)));
    }
    assertThat(names())
        .containsExactly(
            "routes-pfx2as-20260328T000000Z.gz",
            "routes-pfx2as-20260328T160000Z-changes.gz",
            "routes-pfx2as-20260329T160000Z-changes.gz",
            "routes-pfx2as-20260330T160000Z-changes.gz",
            "routes-pfx2as-20260331T160000Z-changes.gz",
            "routes-pfx2as-20260401T000000Z.gz",
            "routes-pfx2as-20260401T160000Z-changes.gz",
            "routes-pfx2as-20260402T160000Z-changes.gz",
            "routes-pfx2as-20260403T000000Z-changes.gz",
            "routes-pfx2as-20260403T080000Z-changes.gz",
            "routes-pfx2as-20260403T160000Z-changes.gz",
            "routes-pfx2as-20260404T000000Z-changes.gz",
            "routes-pfx2as-mine.gz",
            "routeviews-20200101.pfx2as");
  }

  @Test
  void at_the_time_of_each_file_attribution_has_the_origins_of_that_time() throws IOException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    ExportRules rules = new ExportRules(1, Duration.ofMinutes(10), 400);
    OriginExport often = new OriginExport(folder, rules);
    Map<Instant, Map<Prefix, Long>> expected = new TreeMap<>();
    for (int hour = 0; hour < 30; hour++) {
      for (int i = 0; i < 20; i++) {
        Prefix prefix = Prefix.parse("99." + random.nextInt(9) + ".0.0/16");
        if (random.nextInt(3) == 0) {
          table.withdraw(0, prefix, 29_000_000);
        } else {
          announce(prefix, 64_500 + random.nextInt(3), 0);
        }
      }
      Instant at = TUESDAY.plus(Duration.ofHours(hour));
      often = random.nextInt(5) == 0 ? new OriginExport(folder, rules) : often;
      often.write(table, at);
      Map<Prefix, Long> now = new TreeMap<>();
      table.forEach((prefix, origin, by) -> now.put(prefix, origin));
      expected.put(at, now);
    }
    TableAttributor attributor = attributor();
    expected.forEach((at, now) -> {
      for (int i = 0; i < 9; i++) {
        Prefix prefix = Prefix.parse("99." + i + ".0.0/16");
        String evidence = attributor.attribute(prefix.last(), at).evidence().toString();
        String origin = now.containsKey(prefix) ? "origin=" + now.get(prefix) : "None[";
        assertThat(evidence).as("seed %d %s %s", seed, at, prefix).contains(origin);
      }
    });
  }

  private TableAttributor attributor() throws IOException {
    TableFiles files = new TableFiles(warning -> assertThat(warning).isNull());
    for (String name : names()) {
      files.add(folder.resolve(name));
    }
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    return new TableAttributor(circle, files.tables(Tables.USUAL_AGE));
  }

  @Test
  void an_address_is_attributed_by_the_origin_of_its_time() throws IOException {
    announce(NET, 64_496, 0, 1, 2);
    assertThat(export.write(table, TUESDAY)).isPresent();
    announce(NET, 64_497, 0, 1, 2);
    Instant changed = TUESDAY.plus(Duration.ofHours(5)).plusSeconds(17);
    assertThat(export.write(table, changed)).isPresent();
    TableAttributor attributor = attributor();
    Address address = Address.parse("99.10.3.4");
    var before = attributor.attribute(address, changed.minusNanos(1));
    var after = attributor.attribute(address, changed);
    assertThat(before.responsible().toString()).contains("aozora");
    assertThat(after.responsible().toString()).doesNotContain("aozora");
    assertThat(before.evidence().toString()).contains("routes 2026-03-24T00:00:00Z");
    assertThat(after.evidence().toString()).contains("as of 2026-03-24T05:00:17Z");
    assertThat(attributor.attribute(address, TUESDAY.minusNanos(1)).responsible().toString())
        .doesNotContain("aozora");
  }
}
