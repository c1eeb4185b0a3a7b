package tenbin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.nouns.consent.Category;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;
import tenbin.wire.intelmq.IntelMqWriter;
import tenbin.wire.xarf.XarfFourWriter;
import tenbin.wire.xarf.XarfParty;

/** What our writers write, our readers read back as exactly what was released. */
class RoundTripTest {
  private static final long SEED = 20_260_203;
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final XarfParty CIRCLE =
      new XarfParty("Example Circle", "desk@circle.example.org", "circle.example.org");

  @Test
  void intelmq_comes_back_as_it_was_released() throws IOException {
    assertComesBack(new IntelMqWriter(), "extra.tag");
  }

  @Test
  void xarf_four_comes_back_as_it_was_released() throws IOException {
    assertComesBack(new XarfFourWriter(CIRCLE), "service");
  }

  @Test
  void neither_format_shows_the_sensor_or_a_column_of_unknown_category() throws IOException {
    List<Disclosure> rows = rows("tag");
    for (Writer writer : List.of(new IntelMqWriter(), new XarfFourWriter(CIRCLE))) {
      assertThat(written(writer, rows))
          .doesNotContain("203.0.113.")
          .doesNotContain("trap-7")
          .doesNotContain("not for you");
    }
  }

  @Test
  void no_rows_are_an_empty_array() throws IOException {
    assertThat(written(new XarfFourWriter(CIRCLE), List.of())).isEqualTo("[]\n");
    assertThat(written(new IntelMqWriter(), List.of())).isEmpty();
  }

  @Test
  void every_xarf_four_report_of_ours_keeps_the_published_schemas() throws IOException {
    Path schemas =
        Path.of(System.getProperty("tenbin.samples", "absent"), "abuse", "xarf-v4", "schemas");
    assumeTrue(Files.isDirectory(schemas), "the schemas are not here");
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(contents(schemas)));
    Schema schema =
        registry.getSchema(SchemaLocation.of("https://xarf.org/schemas/v4/xarf-v4-master.json"));
    assertThat(schema.validate("{\"xarf_version\":\"4.2.0\"}", InputFormat.JSON)).isNotEmpty();
    for (Disclosure row : rows("service")) {
      String array = written(new XarfFourWriter(CIRCLE), List.of(row));
      String one = array.substring(1, array.length() - 2);
      assertThat(
              schema.validate(
                  one,
                  InputFormat.JSON,
                  (Consumer<ExecutionContext>)
                      context ->
                          context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .as(one)
          .isEmpty();
    }
  }

  /** The schemas under their ids. */
  private static Map<String, String> contents(Path schemas) {
    Map<String, String> all = new HashMap<>();
    try (Stream<Path> files = Files.walk(schemas)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = schemas.relativize(file).toString().replace('\\', '/');
        all.put("https://xarf.org/schemas/v4/" + name, Files.readString(file));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }

  private static void assertComesBack(Writer writer, String column) throws IOException {
    List<Disclosure> rows = rows(column);
    Heard heard = Heard.of("out.json", written(writer, rows));
    assertThat(heard.refused()).isEmpty();
    assertThat(heard.observations()).as("seed %s", SEED).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertSame(rows.get(i), heard.observations().get(i), column);
    }
  }

  private static void assertSame(Disclosure row, Observation back, String column) {
    assertThat(back.time()).isEqualTo(row.time().orElseThrow());
    assertThat(back.kind()).isEqualTo(row.kind().orElseThrow());
    assertThat(back.severity()).isEqualTo(row.severity());
    if (back.kind().rsit() != Rsit.SPAM) {
      assertThat(back.transport()).isEqualTo(row.transport());
    }
    assertThat(back.source()).isEqualTo(row.source());
    assertThat(back.destination()).isEqualTo(row.destination());
    assertThat(back.url()).isEqualTo(row.url());
    List<String> extra = new ArrayList<>();
    row.forEachExtra((each, value) -> extra.add(value));
    assertThat(back.extra().get(column).stream().toList()).isEqualTo(extra);
  }

  private static String written(Writer writer, List<Disclosure> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(rows.iterator(), out);
    return out.toString(UTF_8);
  }

  /** Rows of every class, about their source, some with a sensor as destination. */
  private static List<Disclosure> rows(String column) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<Observation> rows = new ArrayList<>();
    for (Rsit rsit : Rsit.values()) {
      for (int i = 0; i < 8; i++) {
        rows.add(row(rsit, i, random, column));
      }
    }
    return Released.of(rows.toArray(Observation[]::new));
  }

  private static Observation row(Rsit rsit, int variant, RandomGenerator random, String column) {
    boolean sensor = (variant & 1) != 0;
    Columns columns = new Columns(List.of(new Column(column, Category.C1), Column.unknown("odd")));
    Extra.Packer packer = new Extra.Packer(columns);
    packer.add(0, "v" + random.nextInt(1_000) + "\"\n\u5929\u79e4");
    packer.add(1, "not for you");
    long[] errors = {1, 1_000, 1_000_000, 1_000_000_000};
    long error = errors[random.nextInt(errors.length)];
    long nanos = random.nextLong(1_000_000_000L) / error * error;
    Instant time = Instant.parse("2026-02-03T00:00:00Z").plusSeconds(random.nextInt(86_400));
    return Observation.builder(
            new Kind(
                rsit, (variant & 2) != 0 ? "infected_host" : "", (variant & 4) != 0 ? "mirai" : ""),
            Moment.of(time.plusNanos(nanos), error))
        .row(1)
        .severity(SEVERITIES.get(random.nextInt(SEVERITIES.size())))
        .transport(random.nextBoolean() ? Transport.TCP : Transport.NOT_TOLD)
        .source(
            new Endpoint(
                Address.parse(random.nextBoolean() ? "192.0.2.5" : "2001:db8::5"),
                random.nextBoolean() ? Endpoint.NO_PORT : 1 + random.nextInt(65_535),
                new Asn(64_496),
                random.nextBoolean() ? "www.example.com" : "",
                "host.example.net"))
        .destination(Endpoint.of(Address.parse(sensor ? "203.0.113.9" : "198.51.100.9"), 443))
        .sides(sensor ? Sides.ABOUT_SOURCE_SENSOR_DESTINATION : Sides.ABOUT_SOURCE)
        .url(
            random.nextBoolean()
                ? random.nextBoolean()
                    ? "http://www.example.com/a?b=\u00e9"
                    : "https://www.example.com/a"
                : "")
        .sensor("trap-7")
        .extra(packer.pack())
        .build();
  }
}
