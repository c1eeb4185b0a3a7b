package tenbin.wire.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
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
import tenbin.wire.Released;

class LinesTest {
  @Test
  void an_observation_is_one_line_without_what_was_not_told() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ObservationLines(out).write(sinkholeHit());
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            {"row":7,"time":"2026-02-03T04:05:06.000007Z","timeError":"PT0.000001S",\
            "class":{"taxonomy":"malicious-code","type":"infected-system",\
            "identifier":"sinkhole","family":"mirai"},"severity":"high","transport":"tcp",\
            "source":{"ip":"192.0.2.5","port":40000,"asn":64496},\
            "destination":{"ip":"198.51.100.9","port":23},\
            "sides":"about-source-sensor-destination","sensor":"trap-1","count":3,\
            "extra":{"tag":"a\\"b\\u0001","odd":"x"}}
            """);
  }

  @Test
  void a_member_gets_no_sensor_no_unknown_column_and_an_obligation() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DisclosureLines().write(Released.of(sinkholeHit()).iterator(), out);
    String line = out.toString(UTF_8);
    assertThat(line)
        .contains("\"ip\":\"192.0.2.5\",\"port\":40000")
        .contains("\"extra\":{\"tag\":\"a\\\"b\\u0001\"}")
        .contains("\"seenBy\":\"you-and-others\"")
        .contains("\"evidence\":{\"by\":\"claim\",\"network\":\"192.0.2.0/24\"")
        .contains(
            "\"obligations\":[\"onward-only(organisation-and-customers)\",\"onward-only(subject)\",\"strip-attribution\",\"feedback-by(reply)\"]")
        .doesNotContain("198.51.100.9")
        .doesNotContain("trap-1")
        .doesNotContain("odd");
  }

  @Test
  void half_a_surrogate_is_replaced_and_a_pair_is_kept() {
    Observation seen =
        Observation.builder(Kind.of(Rsit.PHISHING), Moment.ofEpochSecond(0))
            .url("x\ud800y\ud83d\ude00")
            .build();
    assertThat(ObservationLines.line(seen)).contains("\"url\":\"x\ufffdy\ud83d\ude00\"");
  }

  private static Observation sinkholeHit() {
    Columns columns = new Columns(List.of(new Column("tag", Category.C1), Column.unknown("odd")));
    Extra.Packer packer = new Extra.Packer(columns);
    packer.add(0, "a\"b\u0001");
    packer.add(1, "x");
    Endpoint source = new Endpoint(Address.parse("192.0.2.5"), 40_000, new Asn(64_496), "", "");
    return Observation.builder(
            new Kind(Rsit.INFECTED_SYSTEM, "sinkhole", "mirai"),
            Moment.of(Instant.parse("2026-02-03T04:05:06.000007Z"), Moment.MICROSECOND))
        .row(7)
        .severity(Severity.HIGH)
        .transport(Transport.TCP)
        .source(source)
        .destination(Endpoint.of(Address.parse("198.51.100.9"), 23))
        .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
        .sensor("trap-1")
        .count(3)
        .extra(packer.pack())
        .build();
  }
}
