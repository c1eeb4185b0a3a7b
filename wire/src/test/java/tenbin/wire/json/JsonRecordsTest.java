package tenbin.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Fault;
import tenbin.wire.Heard;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.Report;

class JsonRecordsTest {
  private final Heard heard = new Heard();
  private final List<String> records = new ArrayList<>();

  @Test
  void lines_an_array_a_wrapped_array_and_a_stream_hold_the_same_records()
      throws IOException, Refused {
    for (String text :
        List.of(
            "{\"a\":1}\n{\"a\":2}\n",
            "\ufeff{\"a\":1}\r\n\r\n{\"a\":2}",
            "[{\"a\":1},{\"a\":2}]",
            "{\"status\":\"ok\",\"data\":[{\"a\":1},{\"a\":2}],\"next\":null}",
            "{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n",
            "{\"a\":1} {\"a\":2}")) {
      records.clear();
      read(text.getBytes(UTF_8));
      assertThat(records).as(text).containsExactly("1:1", "2:2");
    }
  }

  @Test
  void a_bad_line_loses_only_itself() throws IOException, Refused {
    read("{\"a\":1}\n{\"a\":\n[1]\n{\"a\":4}{}\n{\"a\":5}\n".getBytes(UTF_8));
    assertThat(records).containsExactly("1:1", "5:5");
    assertThat(heard.faults())
        .containsExactly(Fault.ROW_UNREADABLE, Fault.ROW_UNREADABLE, Fault.ROW_UNREADABLE);
    assertThat(heard.warnings().get(1).place().toString()).isEqualTo("row 3 (byte 14)");
  }

  /** The fuzz found it: a byte order mark in the middle of a file, alone on its line. */
  @Test
  void a_line_without_any_value_loses_only_itself() throws IOException, Refused {
    read("{\"a\":1}\n{\"a\":2}\n\ufeff\r\n{\"a\":4}\n".getBytes(UTF_8));
    assertThat(records).containsExactly("1:1", "2:2", "4:4");
    assertThat(heard.faults()).containsExactly(Fault.ROW_UNREADABLE);
  }

  @Test
  void a_first_line_that_is_bad_loses_only_itself() throws IOException, Refused {
    read("{\"a\":\n{\"a\":2}\n".getBytes(UTF_8));
    assertThat(records).containsExactly("2:2");
  }

  @Test
  void a_line_in_another_charset_is_repaired_and_noted() throws IOException, Refused {
    read("{\"a\":\"M\u00fcnchen\"}\n{\"a\":2}\n".getBytes(ISO_8859_1));
    assertThat(records).containsExactly("1:M\u00fcnchen", "2:2");
    assertThat(heard.faults()).containsExactly(Fault.CHARSET_REPAIRED);
  }

  @Test
  void an_array_that_breaks_off_is_refused_behind_its_last_record() {
    assertRefused("[{\"a\":1},{\"a\":", Fault.TRUNCATED);
    assertThat(records).containsExactly("1:1");
    assertRefused("[{\"a\":1},}", Fault.SYNTAX);
  }

  @Test
  void bytes_in_no_encoding_of_json_are_bad_input_and_a_failing_stream_is_not() {
    byte[] wide = {0x1f, 0, 0, 0, 0, (byte) 0xff, 0x45, 0x45};
    assertThatThrownBy(() -> read(wide))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.warning().fault()).isEqualTo(Fault.CHARSET_UNREADABLE));
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream("[{\"a\":1},".getBytes(UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("the disk is gone");
              }

              @Override
              public int read(byte[] buffer, int from, int length) throws IOException {
                throw new IOException("the disk is gone");
              }
            });
    Report report = new Report("a", failing, Heard.RECEIVED, Optional.empty(), Limits.USUAL);
    assertThatThrownBy(
            () -> JsonRecords.read(report, heard, JsonRecords.Shape.PLAIN, (row, members) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @Test
  void evidence_is_left_out_without_being_held() throws IOException, Refused {
    String big = "x".repeat(3 * Limits.USUAL.mostRowBytes());
    read(("{\"a\":1,\"payload\":\"" + big + "\"}").getBytes(UTF_8));
    assertThat(records).containsExactly("1:1");
  }

  @Test
  void numbers_keep_their_text_and_flattened_names_have_dots() throws IOException, Refused {
    List<String> leaves = new ArrayList<>();
    JsonRecords.read(
        report(
            "{\"a\":{\"b\":1.50,\"c\":null},\"d\":[1,\"x\"],\"e\":true,\"f\":\"\"}"
                .getBytes(UTF_8)),
        heard,
        JsonRecords.Shape.PLAIN,
        (row, members) -> members.flatten("", (name, value) -> leaves.add(name + "=" + value)));
    assertThat(leaves).containsExactly("a.b=1.50", "d=[1,\"x\"]", "e=true");
  }

  private void assertRefused(String text, Fault fault) {
    records.clear();
    assertThatThrownBy(() -> read(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.warning().fault()).isEqualTo(fault));
  }

  private void read(byte[] bytes) throws IOException, Refused {
    JsonRecords.read(
        report(bytes),
        heard,
        new JsonRecords.Shape(Set.of("data"), Set.of("payload")),
        (row, members) -> records.add(row + ":" + members.text("a")));
  }

  private static Report report(byte[] bytes) {
    return new Report(
        "a", new ByteArrayInputStream(bytes), Heard.RECEIVED, Optional.empty(), Limits.USUAL);
  }
}
