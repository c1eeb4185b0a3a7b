package tenbin.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenbin.nouns.report.Fault;
import tenbin.wire.standard.StandardFormats;

class FormatsTest {
  private static final String EVENT =
      """
      {"time.source":"2026-02-03T04:05:06+00:00","source.ip":"192.0.2.5",\
      "classification.type":"scanner"}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"bundle","spec_version":"2.1","objects":[]} | stix-2.1
          {"Event":{"Attribute":[],"distribution":"0"}}       | misp-event-json
          {"document":{"csaf_version":"2.0"}}                 | csaf
          {"some":"thing"}                                    | json
          <?xml version="1.0"?><IODEF-Document version="2.00"> | iodef-xml
          <!DOCTYPE html><html><body>hello</body></html>      | html
          %PDF-1.7 and so on                                  | pdf
          """)
  void what_is_known_by_sight_is_refused_with_its_name(String text, String name) {
    Heard heard = Heard.of("upload", text);
    assertThat(heard.refused()).contains(Fault.FORMAT_NOT_READ);
    assertThat(heard.refusal()).startsWith("looks like " + name + ": upload");
  }

  @Test
  void packets_and_documents_are_known_by_their_signatures() {
    assertThat(Heard.of("x", "\u00d4\u00c3\u00b2\u00a1\2\0".getBytes(ISO_8859_1)).refusal())
        .startsWith("looks like pcap");
    assertThat(Heard.of("x", "\u00d0\u00cf\u0011\u00e0\0".getBytes(ISO_8859_1)).refusal())
        .startsWith("looks like microsoft-office");
    assertThat(Heard.of("x", new byte[] {1, 2, 3, 0, 0}).refused()).contains(Fault.FORMAT_UNKNOWN);
  }

  @Test
  void nothing_is_refused_as_empty() {
    assertThat(Heard.of("a.csv", "").refused()).contains(Fault.EMPTY);
    assertThat(Heard.of("a.csv", " \r\n\t\n").refused()).contains(Fault.EMPTY);
  }

  @Test
  void json_of_five_thousand_levels_is_too_deep_whatever_it_begins_as() {
    String open = "[".repeat(5_000);
    assertThat(Heard.of("a.json", open).refused()).contains(Fault.TOO_DEEP);
    String event = EVENT.replace("}", ",\"extra\":" + "{\"a\":".repeat(5_000));
    assertThat(Heard.of("a.json", event).refused()).contains(Fault.TOO_DEEP);
  }

  @Test
  void a_string_without_end_is_refused_without_being_held() {
    byte[] begin = EVENT.replace("}", ",\"raw\":\"").strip().getBytes(UTF_8);
    InputStream endless =
        new SequenceInputStream(new ByteArrayInputStream(begin), new Repeated('a', 1L << 30));
    assertThat(Heard.of("a.json", endless, Limits.USUAL).refused()).contains(Fault.TOO_LARGE);
  }

  @Test
  void a_line_without_end_costs_itself_only() {
    byte[] begin = (EVENT + "{\"raw\":\"").getBytes(UTF_8);
    byte[] end = ("\n" + EVENT).getBytes(UTF_8);
    InputStream lines =
        new SequenceInputStream(
            new SequenceInputStream(new ByteArrayInputStream(begin), new Repeated('a', 1L << 30)),
            new ByteArrayInputStream(end));
    Heard heard = Heard.of("a.json", lines, Limits.USUAL);
    assertThat(heard.observations()).hasSize(2);
    assertThat(heard.faults()).containsExactly(Fault.ROW_TOO_LONG);
    assertThat(heard.observations().get(1).row()).isEqualTo(3);
  }

  @Test
  void every_limit_has_its_own_refusal() {
    Limits small = Heard.small();
    byte[] rows = EVENT.repeat(1_001).getBytes(UTF_8);
    assertThat(Heard.of("a", new ByteArrayInputStream(rows), small).refused())
        .contains(Fault.TOO_LARGE);
    byte[] brief = "{\"time.source\":\"\",\"source.ip\":\"\"}\n".repeat(1_001).getBytes(UTF_8);
    Heard heard = Heard.of("a", new ByteArrayInputStream(brief), small);
    assertThat(heard.refused()).contains(Fault.TOO_MANY_ROWS);
    assertThat(heard.warnings()).hasSize(1_000);
  }

  @Test
  void a_clock_that_runs_away_ends_the_reading() throws IOException {
    Instant[] now = {Heard.RECEIVED};
    Reading reading = new Reading(StandardFormats.all(), () -> now[0] = now[0].plusSeconds(20));
    byte[] rows = EVENT.repeat(100_000).getBytes(UTF_8);
    Report report =
        new Report(
            "a", new ByteArrayInputStream(rows), Heard.RECEIVED, Optional.empty(), Heard.small());
    try {
      reading.read(report, new Heard());
      throw new AssertionError("not refused");
    } catch (Refused refused) {
      assertThat(refused.warning().fault()).isEqualTo(Fault.TOO_SLOW);
    }
  }

  /** The same byte many times, made as it is read. */
  private static final class Repeated extends InputStream {
    private final byte value;
    private long left;

    Repeated(char value, long count) {
      this.value = (byte) value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(buffer, from, from + count, value);
      left -= count;
      return count;
    }
  }
}
