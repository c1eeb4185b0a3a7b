package tenbin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenbin.balance.Disclosure;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Extra;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;
import tenbin.wire.intelmq.IntelMqWriter;
import tenbin.wire.lines.DisclosureLines;
import tenbin.wire.nine.NineColumns;
import tenbin.wire.shadowserver.ShadowserverWriter;
import tenbin.wire.xarf.XarfFourWriter;
import tenbin.wire.xarf.XarfParty;

/** Rows that are released in part, in every format that goes out. */
class CoarseRowsTest {
  static List<Writer> writers() {
    return List.of(
        new DisclosureLines(),
        new NineColumns(),
        new IntelMqWriter(),
        new ShadowserverWriter(),
        new XarfFourWriter(new XarfParty("circle", "desk@circle.example", "circle.example")));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void no_format_tells_more_than_was_released(Writer writer) throws IOException {
    for (String level : List.of("/24", "ASN", "SECTOR", "PSEUDONYM", "COUNT", "SUPPRESS")) {
      String text = text(writer, Released.atMost(Map.of("place", level, "time", "hour"), seen()));
      assertThat(text)
          .as(level)
          .doesNotContain("203.0.113.77")
          .doesNotContain("203-0-113-77")
          .doesNotContain("08:47")
          .doesNotContain("secret path");
    }
    String whole = text(writer, Released.atMost(Map.of(), seen()));
    assertThat(whole).as("the same row released whole").contains("203.0.113.77", "08:47");
  }

  @Test
  void formats_with_a_place_for_it_tell_the_block_the_system_and_the_name() throws IOException {
    List<Disclosure> block = Released.atMost(Map.of("place", "/24"), seen());
    assertThat(text(new DisclosureLines(), block)).contains("\"network\":\"203.0.113.0/24\"");
    assertThat(text(new IntelMqWriter(), block)).contains("\"source.network\":\"203.0.113.0/24\"");
    List<Disclosure> system = Released.atMost(Map.of("place", "ASN"), seen());
    assertThat(text(new NineColumns(), system)).contains("\n64500,,2026-03-24 08:47:12,");
    assertThat(text(new ShadowserverWriter(), system)).contains(",64500,");
    assertThat(text(new IntelMqWriter(), system)).contains("\"source.asn\":64500");
    List<Disclosure> name = Released.atMost(Map.of("place", "PSEUDONYM"), seen());
    assertThat(text(new DisclosureLines(), name)).contains("\"pseudonym\":\"pseudonym-");
    assertThat(text(new IntelMqWriter(), name)).contains("\"extra.source_pseudonym\":\"pseudonym-");
  }

  @Test
  void formats_with_a_place_for_it_tell_what_the_network_is_for() throws IOException {
    List<Disclosure> sector = Released.atMost(Map.of("place", "SECTOR"), seen());
    assertThat(text(new DisclosureLines(), sector))
        .contains("\"source\":{\"port\":4000,\"sector\":\"finance\"}")
        .doesNotContain("64500");
    assertThat(text(new IntelMqWriter(), sector))
        .contains("\"extra.source.sector\":\"finance\"")
        .doesNotContain("64500");
    assertThat(text(new ShadowserverWriter(), sector))
        .contains(",Finance,")
        .doesNotContain("64500");
    assertThat(text(new NineColumns(), sector)).doesNotContain("inance", "64500");
    List<Disclosure> block = Released.atMost(Map.of("place", "/24"), seen());
    assertThat(text(new DisclosureLines(), block)).contains("\"sector\":\"finance\"");
    List<Disclosure> system = Released.atMost(Map.of("place", "ASN"), seen());
    assertThat(text(new DisclosureLines(), system)).doesNotContain("sector");
  }

  @Test
  void time_of_an_hour_says_that_it_is_one() throws IOException {
    List<Disclosure> rows = Released.atMost(Map.of("time", "hour"), seen());
    assertThat(text(new DisclosureLines(), rows))
        .contains("\"time\":\"2026-03-24T08:00:00Z\",\"timeError\":\"PT1H1S\"");
  }

  private static String text(Writer writer, List<Disclosure> rows) throws IOException {
    assertThat(rows).hasSize(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(rows.iterator(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Observation seen() {
    Extra.Packer packer =
        new Extra.Packer(
            new Columns(List.of(new Column("where", tenbin.nouns.consent.Category.C2))));
    packer.add(0, "secret path 203.0.113.77");
    Instant at = Instant.parse("2026-03-24T08:47:12Z");
    return Observation.builder(Kind.of(Rsit.INFECTED_SYSTEM), Moment.of(at, Moment.SECOND))
        .transport(Transport.TCP)
        .source(
            new Endpoint(
                Address.parse("203.0.113.77"),
                4_000,
                new Asn(64_500),
                "h203-0-113-77.example",
                "p203-0-113-77.example"))
        .url("http://203.0.113.77/x")
        .extra(packer.pack())
        .build();
  }
}
