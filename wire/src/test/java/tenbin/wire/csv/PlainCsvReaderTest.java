package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.report.Fault;
import tenbin.wire.Collected;
import tenbin.wire.Heard;
import tenbin.wire.Likeness;
import tenbin.wire.Limits;
import tenbin.wire.Reading;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.standard.StandardFormats;

final class PlainCsvReaderTest {
  private static final String MAPPING =
      """
      # the trap of the campus
      [file]
      delimiter = semicolon
      skip = 1
      time = dd.MM.yyyy HH:mm:ss
      zone = Asia/Tokyo
      sides = about-source-sensor-destination
      [always]
      class = brute-force
      identifier = ssh-trap
      transport = tcp
      [columns]
      Wann = time
      Wer = source.address
      Port = source.port
      Falle = destination.address
      Was = family
      """;

  private static final String TABLE =
      """
      export of the trap
      Wann;Wer;Port;Falle;Was;Notiz
      24.03.2026 09:00:01;126.64.0.7;4242;198.51.100.3;Hydra;"a; note"
      31.02.2026 09:00:01;126.64.0.7;4242;198.51.100.3;Hydra;
      24.03.1926 09:00:01;126.64.0.7;4242;198.51.100.3;Hydra;
      ;126.64.0.7;4242;198.51.100.3;Hydra;
      """;

  @Test
  void a_declared_table_is_read_as_declared() {
    Collected all = read(MAPPING, TABLE);
    assertThat(all.faults())
        .containsExactly(Fault.TIME_UNREADABLE, Fault.TIME_IMPLAUSIBLE, Fault.TIME_MISSING);
    Observation seen = all.only();
    assertThat(seen.time().instant()).isEqualTo(Instant.parse("2026-03-24T00:00:01Z"));
    assertThat(seen.kind().rsit()).isEqualTo(Rsit.BRUTE_FORCE);
    assertThat(seen.kind().identifier()).isEqualTo("ssh-trap");
    assertThat(seen.kind().family()).isEqualTo("hydra");
    assertThat(seen.transport()).isEqualTo(Transport.TCP);
    assertThat(seen.sides()).isEqualTo(Sides.ABOUT_SOURCE_SENSOR_DESTINATION);
    assertThat(seen.extra().get("Notiz")).contains("a; note");
    assertThat(seen.extra().columns().get(5).category()).isEqualTo(Category.UNKNOWN);
  }

  @Test
  void a_table_without_a_header_declares_its_columns() {
    String mapping =
        """
        [file]
        delimiter = tab
        quotes = none
        comment = #
        columns = seen, ip, class
        time = epoch-seconds
        [columns]
        seen = time
        ip = source.address
        class = class
        """;
    Collected all =
        read(mapping, "# rows\n1774313237\t126.64.0.1\tscanner\n1774313237\t126.64.0.2\todd\n");
    assertThat(all.faults()).containsExactly(Fault.UNKNOWN_KIND);
    assertThat(all.observations).hasSize(2);
    assertThat(all.observations.getFirst().kind().rsit()).isEqualTo(Rsit.SCANNER);
  }

  @Test
  void iso_times_are_utc_and_noted_unless_a_zone_is_declared() {
    String columns = "[columns]\nt = time\nip = source.address\n";
    String table = "t,ip,x\n2026-03-24 09:00:00,126.64.0.1,\n";
    Collected unsaid = read(columns, table);
    assertThat(unsaid.faults()).containsExactly(Fault.TIME_WITHOUT_ZONE);
    assertThat(unsaid.only().time().instant()).isEqualTo(Instant.parse("2026-03-24T09:00:00Z"));
    Collected utc = read("[file]\nzone = UTC\n" + columns, table);
    assertThat(utc.faults()).isEmpty();
    Collected tokyo = read("[file]\nzone = Asia/Tokyo\n" + columns, table);
    assertThat(tokyo.only().time().instant()).isEqualTo(Instant.parse("2026-03-24T00:00:00Z"));
  }

  @Test
  void a_mapping_that_cannot_be_used_says_line_and_reason() {
    unusable("[nowhere]\n", "line 1");
    unusable("[columns]\na = sourc.address\n", "line 2");
    unusable("[columns]\na\n", "line 2");
    unusable("[file]\ndelimiter = ab\n", "line 2");
    unusable("[file]\nskip = lots\n", "line 2");
    unusable("[file]\nzone = Mars/Base\n", "line 2");
    unusable("[file]\ntime = qqqqqq{\n", "line 2");
    unusable("[file]\nquotes = some\n", "quotes");
    unusable("[file]\nsides = up\n", "line 2");
    unusable("[file]\nfoo = bar\n", "foo");
    unusable("[always]\nclass = nonsense\n", "line 2");
    unusable("[always]\nclass = scanner\nclass = scanner\n", "line 3");
    unusable("[columns]\nip = source.address\n", "time");
    unusable("[columns]\nt = time\n", "whom");
    unusable("[columns]\nt = time\nnot there = source.address\n", "not there");
  }

  @Test
  void the_documented_mapping_reads_a_table() throws IOException {
    Path page = Path.of(System.getProperty("tenbin.root", "..")).resolve("docs/way/tables.md");
    String mapping = Files.readString(page).split("```", -1)[1];
    Collected all =
        read(mapping, "export\n# none\n24.03.2026 09:00:01;126.64.0.7;4242;198.51.100.3\n");
    assertThat(all.only().kind().identifier()).isEqualTo("ssh-trap");
    assertThat(all.only().time().instant()).isEqualTo(Instant.parse("2026-03-24T00:00:01Z"));
  }

  @Test
  void without_a_mapping_it_is_refused_by_its_name() {
    Collected all = Collected.of(new PlainCsvReader(), "x.csv", "a,b,c\n1,2,3\n");
    assertThat(all.refused()).isEqualTo(Fault.FORMAT_NOT_READ);
    assertThat(all.refusal.orElseThrow().detail()).contains("plain-csv");
  }

  @Test
  void a_header_that_is_too_wide_is_refused_by_the_limit_that_it_broke() {
    for (String delimiter : List.of(",", ";", "\t")) {
      String wide =
          IntStream.range(0, 10_000)
              .mapToObj(n -> "a_column_with_a_name_" + n)
              .collect(Collectors.joining(delimiter));
      Heard heard = Heard.of("wide.csv", "timestamp" + delimiter + wide + "\n1\n");
      assertThat(heard.refused()).contains(Fault.TOO_MANY_COLUMNS_IN_HEADER);
      assertThat(heard.refusal()).isEqualTo("looks like plain-csv: 10001 columns, at most 2000");
    }
  }

  @Test
  void a_kept_column_has_the_category_that_its_sender_tells_and_else_leaves_nowhere() {
    String mapping = "t = time\nip = source.address\n[kept]\ntool = C1\nwho = C4\n";
    Collected all = read(mapping, "t,ip,tool,who,rest\n2026-03-24T00:00:00Z,126.64.0.1,a,b,c\n");
    Extra extra = all.only().extra();
    assertThat(extra.get("rest")).contains("c");
    assertThat(category(extra, "tool")).isEqualTo(Category.C1);
    assertThat(category(extra, "who")).isEqualTo(Category.C4);
    assertThat(category(extra, "rest")).isEqualTo(Category.UNKNOWN);
  }

  private static Category category(Extra extra, String name) {
    return extra.columns().get(extra.columns().indexOf(name).orElseThrow()).category();
  }

  @Test
  void a_category_that_is_none_or_of_no_column_makes_the_mapping_unusable() {
    String least = "t = time\nip = source.address\n[kept]\n";
    unusable(least + "x = C10\n", "line 4: no category \"C10\"; C0 to C9");
    unusable(least + "x = CD\n", "no category \"CD\"");
    unusable(least + "x = UNKNOWN\n", "no category");
    unusable(least + "x = C1\nx = C2\n", "x is said twice");
    unusable(least + "t = C1\n", "t has a role and a category");
    unusable(least + "gone = C1\n", "no column [gone] in the file");
  }

  @Test
  void a_mapping_wins_over_what_the_table_looks_like() throws IOException, Refused {
    String table =
        "timestamp,ip,port,tag,asn,geo,region,city\n2026-03-24 09:00:00,126.64.0.1,53,x,1,JP,,\n";
    Collected all = new Collected();
    Report report =
        report("[file]\nzone = UTC\n[columns]\ntimestamp = time\nip = source.address\n", table);
    String format =
        new Reading(StandardFormats.all(), InstantSource.fixed(Collected.RECEIVED))
            .read(report, all)
            .name();
    assertThat(format).isEqualTo("plain-csv");
    assertThat(all.only().extra().get("tag")).contains("x");
  }

  @Test
  void likeness_needs_even_rows() {
    assertThat(likeness("a,b,c\n1,2,3\n")).isEqualTo(Likeness.POSSIBLE);
    assertThat(likeness("a;b;c\n1;2;3\n")).isEqualTo(Likeness.POSSIBLE);
    assertThat(likeness("Dear all,\nplease, see, below\n")).isEqualTo(Likeness.NONE);
    assertThat(likeness("{\"a\":1,\"b\":2,\"c\":3}")).isEqualTo(Likeness.NONE);
    assertThat(likeness("")).isEqualTo(Likeness.NONE);
  }

  private static void unusable(String mapping, String reason) {
    Collected all = read(mapping, "t,ip,x\n");
    assertThat(all.refused()).as(mapping).isEqualTo(Fault.MAPPING_UNUSABLE);
    assertThat(all.refusal.orElseThrow().detail()).contains(reason);
  }

  private static Likeness likeness(String text) {
    return new PlainCsvReader().looksAt(new Sample("", text.getBytes(UTF_8), true));
  }

  private static Collected read(String mapping, String text) {
    return Collected.of(new PlainCsvReader(), report(mapping, text));
  }

  private static Report report(String mapping, String text) {
    return new Report(
        "x.csv",
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        Collected.RECEIVED,
        Optional.of(mapping),
        Limits.USUAL);
  }
}
