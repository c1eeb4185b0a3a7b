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
  private static final ExportRules RULES = new ExportRules(2, Duration.ofMinutes(10), 3, 2);

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
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).sorted().toList();
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
        .containsExactly("routes-pfx2as-20260324T000000Z.gz", "routes-pfx2as-20260324T020140Z.gz");
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
  void the_latest_stay_and_of_some_days_before_the_last_and_no_file_of_others_goes()
      throws IOException {
    Files.writeString(folder.resolve("routeviews-20200101.pfx2as"), "");
    Files.writeString(folder.resolve("routes-pfx2as-mine.gz"), "");
    for (int i = 0; i < 5 * 24; i += 4) {
      announce(NET, 64_500 + i, 0, 1);
      export.write(table, TUESDAY.plus(Duration.ofHours(i)));
    }
    assertThat(names())
        .containsExactly(
            "routes-pfx2as-20260326T200000Z.gz",
            "routes-pfx2as-20260327T200000Z.gz",
            "routes-pfx2as-20260328T120000Z.gz",
            "routes-pfx2as-20260328T160000Z.gz",
            "routes-pfx2as-20260328T200000Z.gz",
            "routes-pfx2as-mine.gz",
            "routeviews-20200101.pfx2as");
  }

  @Test
  void an_address_is_attributed_by_the_origin_of_its_time() throws IOException {
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    announce(NET, 64_496, 0, 1, 2);
    Path first = export.write(table, TUESDAY).orElseThrow();
    announce(NET, 64_497, 0, 1, 2);
    Instant changed = TUESDAY.plus(Duration.ofHours(5)).plusSeconds(17);
    Path second = export.write(table, changed).orElseThrow();
    TableFiles files = new TableFiles(warning -> assertThat(warning).isNull());
    files.add(first);
    files.add(second);
    TableAttributor attributor = new TableAttributor(circle, files.tables(Tables.USUAL_AGE));
    Address address = Address.parse("99.10.3.4");
    var before = attributor.attribute(address, changed.minusNanos(1));
    var after = attributor.attribute(address, changed);
    assertThat(before.responsible().toString()).contains("aozora");
    assertThat(after.responsible().toString()).doesNotContain("aozora");
    assertThat(before.evidence().toString()).contains("routes 2026-03-24T00:00:00Z");
    assertThat(after.evidence().toString()).contains("routes 2026-03-24T05:00:17Z");
    assertThat(attributor.attribute(address, TUESDAY.minusNanos(1)).responsible().toString())
        .doesNotContain("aozora");
  }
}
