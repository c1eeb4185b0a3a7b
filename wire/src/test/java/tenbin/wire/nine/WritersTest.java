package tenbin.wire.nine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;
import tenbin.wire.Collected;
import tenbin.wire.Released;
import tenbin.wire.Writer;
import tenbin.wire.csv.CsvLine;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.shadowserver.ShadowserverWriter;

final class WritersTest {
  private static final String HEADER =
      "asn,ip,timestamp,malware,src_port,dst_ip,dst_port,dst_host,proto\r\n";

  @Test
  void nine_columns_show_the_other_side_only_where_it_is_no_sensor() {
    assertThat(written(new NineColumns(), seen(Sides.ABOUT_SOURCE)))
        .isEqualTo(
            HEADER
                + "64500,192.0.2.7,2026-02-27 01:02:03,mirai,4242,198.51.100.9,23,trap.example,tcp\r\n");
    assertThat(written(new NineColumns(), seen(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)))
        .isEqualTo(HEADER + "64500,192.0.2.7,2026-02-27 01:02:03,mirai,4242,,,,tcp\r\n");
  }

  @Test
  void what_it_is_about_stands_first_also_for_a_victim() {
    String text = written(new NineColumns(), seen(Sides.ABOUT_DESTINATION));
    assertThat(text)
        .isEqualTo(HEADER + ",198.51.100.9,2026-02-27 01:02:03,mirai,23,192.0.2.7,4242,,tcp\r\n");
  }

  @Test
  void shadowserver_shaped_rows_are_read_back_and_betray_no_sensor() {
    String text = written(new ShadowserverWriter(), seen(Sides.ABOUT_SOURCE_SENSOR_DESTINATION));
    assertThat(text).doesNotContain("198.51.100.9").doesNotContain("trap").doesNotContain("secret");
    assertThat(text).contains("shown-tag");
    Observation back =
        Collected.of(ShadowserverReader.standard(), "2026-02-27-event4_sinkhole-x.csv", text)
            .only();
    assertThat(back.source().address()).isEqualTo(Address.parse("192.0.2.7"));
    assertThat(back.source().port()).isEqualTo(4_242);
    assertThat(back.kind().family()).isEqualTo("mirai");
    assertThat(back.time().instant()).isEqualTo(Instant.parse("2026-02-27T01:02:03Z"));
  }

  @Test
  void formulas_are_disarmed_and_numbers_stay() {
    CsvLine line = new CsvLine();
    for (String value :
        List.of("=1+1", "+x", "-x", "@a", "\tx", "\rx", "-12.5", "+7", "a=b", "", "-", "1.2.3")) {
      line.add(value);
    }
    assertThat(text(line))
        .isEqualTo(
            "\"'=1+1\",\"'+x\",\"'-x\",\"'@a\",\"'\tx\",\"'\rx\",-12.5,+7,a=b,,\"'-\",1.2.3\r\n");
    CsvLine quoted = new CsvLine().add("a,b").add("c\"d").add("e\nf").add(" g");
    assertThat(text(quoted)).isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",\" g\"\r\n");
  }

  private static Observation seen(Sides sides) {
    Columns columns =
        new Columns(
            List.of(
                new Column("tag", Category.C1),
                new Column("dst_city", Category.C8),
                new Column("banner", Category.C3)));
    Extra.Packer packer = new Extra.Packer(columns);
    packer.add(0, "shown-tag");
    packer.add(1, "secret-city");
    packer.add(2, "secret-banner");
    return Observation.builder(
            new Kind(Rsit.INFECTED_SYSTEM, "event4_sinkhole", "mirai"),
            Moment.of(Instant.parse("2026-02-27T01:02:03Z"), Moment.SECOND))
        .source(
            new Endpoint(Address.parse("192.0.2.7"), 4_242, new Asn(64_500), "", "p7.example.jp"))
        .destination(new Endpoint(Address.parse("198.51.100.9"), 23, Asn.NONE, "trap.example", ""))
        .transport(Transport.TCP)
        .sides(sides)
        .sensor("secret-sensor")
        .extra(packer.pack())
        .build();
  }

  private static String written(Writer writer, Observation seen) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(Released.of(seen).iterator(), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(UTF_8);
  }

  private static String text(CsvLine line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      line.writeTo(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(UTF_8);
  }
}
