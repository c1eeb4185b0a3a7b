package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Fault;
import tenbin.wire.Limits;

final class CsvRowsTest {
  private static final Limits SMALL =
      new Limits(1L << 40, 200, 300_000, 2_000, 64, 1_000, 20_000_000, Duration.ofMinutes(30));

  @Test
  void line_ends_are_lf_or_crlf_and_the_last_may_be_missing() {
    assertThat(rows("a,b\nc,d\r\ne,f"))
        .containsExactly(list("a", "b"), list("c", "d"), list("e", "f"));
    assertThat(rows("a,b\r\n\r\n\n\"\"\n")).containsExactly(list("a", "b"), list(""));
    assertThat(rows("a\rb,c\n")).containsExactly(list("a\rb", "c"));
    assertThat(rows("a\r,c\r\n")).containsExactly(list("a\r", "c"));
    assertThat(rows(",\n,,\n")).containsExactly(list("", ""), list("", "", ""));
    assertThat(rows("")).isEmpty();
  }

  @Test
  void quotes_hold_delimiters_quotes_and_line_ends() {
    assertThat(rows("\"a,b\",\"c\"\"d\"\r\n\"e\nf\",\"\"\n"))
        .containsExactly(list("a,b", "c\"d"), list("e\nf", ""));
    assertThat(rows("\"\"\"\",\"\"\"\"\"\"")).containsExactly(list("\"", "\"\""));
    assertThat(rows("\"a\"\r\n\"b\"\r\n")).containsExactly(list("a"), list("b"));
  }

  @Test
  void sloppy_quotes_are_forgiven() {
    assertThat(rows("a\"b,c\n")).containsExactly(list("a\"b", "c"));
    assertThat(rows("\"a\"b,c\n")).containsExactly(list("ab", "c"));
    assertThat(rows("\"a\" ,\"c\"\r\n")).containsExactly(list("a ", "c"));
    assertThat(rows("\"a\"\rb,c\n")).containsExactly(list("a\rb", "c"));
  }

  @Test
  void a_quote_that_never_closes_costs_one_row() throws IOException {
    CsvRows rows = open("a,b\n1,\"oops\n2,fine\n3,fine\n".getBytes(UTF_8), SMALL);
    assertThat(rows.next()).isEqualTo(CsvRows.Found.ROW);
    assertThat(rows.next()).isEqualTo(CsvRows.Found.LOST_ROW);
    assertThat(rows.fault()).isEqualTo(Fault.ROW_UNREADABLE);
    assertThat(rows.offset()).isEqualTo(4);
    assertThat(rows.next()).isEqualTo(CsvRows.Found.ROW);
    assertThat(rows.texts()).containsExactly("2", "fine");
    assertThat(rows.next()).isEqualTo(CsvRows.Found.ROW);
    assertThat(rows.next()).isEqualTo(CsvRows.Found.END);
  }

  @Test
  void a_file_cut_inside_its_last_quoted_field_loses_that_row_at_its_place() throws IOException {
    CsvRows rows = open("a,b\n1,\"oo".getBytes(UTF_8), SMALL);
    rows.next();
    assertThat(rows.next()).isEqualTo(CsvRows.Found.LOST_ROW);
    assertThat(rows.fault()).isEqualTo(Fault.ROW_UNREADABLE);
    assertThat(rows.offset()).isEqualTo(4);
    assertThat(rows.next()).isEqualTo(CsvRows.Found.END);
  }

  @Test
  void a_line_of_a_gigabyte_is_lost_alone_in_bounded_memory() throws IOException {
    long length = 1L << 30;
    for (String opening : List.of("x", "\"")) {
      InputStream in =
          new LongLine(("a,b\n1,2\n" + opening).getBytes(UTF_8), length, "\n3,4\n".getBytes(UTF_8));
      CsvRows rows = new CsvRows(in, Dialect.RFC_4180, SMALL);
      assertThat(rows.next()).isEqualTo(CsvRows.Found.ROW);
      assertThat(rows.next()).isEqualTo(CsvRows.Found.ROW);
      assertThat(rows.next()).isEqualTo(CsvRows.Found.LOST_ROW);
      assertThat(rows.fault()).isEqualTo(Fault.ROW_TOO_LONG);
      assertThat(rows.offset()).isEqualTo(8);
      assertThat(rows.next()).isEqualTo(CsvRows.Found.ROW);
      assertThat(rows.texts()).containsExactly("3", "4");
      assertThat(rows.next()).isEqualTo(CsvRows.Found.END);
      assertThat(rows.held()).isLessThanOrEqualTo(1 << 20);
    }
  }

  @Test
  void a_quote_that_opens_a_too_long_row_costs_that_line_only() throws IOException {
    StringBuilder text = new StringBuilder("1,\"never closed\n");
    for (int i = 0; i < 50_000; i++) {
      text.append("2,a fine row\n");
    }
    CsvRows rows = open(text.toString().getBytes(UTF_8), SMALL);
    assertThat(rows.next()).isEqualTo(CsvRows.Found.LOST_ROW);
    assertThat(rows.fault()).isEqualTo(Fault.ROW_TOO_LONG);
    int fine = 0;
    while (rows.next() == CsvRows.Found.ROW) {
      fine++;
    }
    assertThat(fine).isEqualTo(50_000);
  }

  @Test
  void bytes_that_are_no_utf8_are_taken_as_windows_1252() throws IOException {
    CsvRows rows = open("caf\u00e9,\"na\u00efve\"\"\",plain\n".getBytes(ISO_8859_1), SMALL);
    rows.next();
    assertThat(rows.repaired()).isTrue();
    assertThat(rows.texts()).containsExactly("caf\u00e9", "na\u00efve\"", "plain");
    CsvRows good = open("caf\u00e9,日本,\ud83d\ude00\n".getBytes(UTF_8), SMALL);
    good.next();
    assertThat(good.repaired()).isFalse();
    assertThat(good.texts()).containsExactly("caf\u00e9", "日本", "\ud83d\ude00");
  }

  @Test
  void nul_is_replaced_and_told() throws IOException {
    CsvRows rows = open("a\0b,日\0\n".getBytes(UTF_8), SMALL);
    rows.next();
    assertThat(rows.repaired()).isTrue();
    assertThat(rows.texts()).containsExactly("a\ufffdb", "日\ufffd");
  }

  @Test
  void byte_order_marks_choose_the_charset() {
    assertThat(rows("\ufeffa,b\n1,é\n")).containsExactly(list("a", "b"), list("1", "é"));
    String text = "a,日本\n1,\ud83d\ude00\n";
    assertThat(rows(text.getBytes(UTF_16)))
        .containsExactly(list("a", "日本"), list("1", "\ud83d\ude00"));
    byte[] little = ("\ufeff" + text).getBytes(UTF_16LE);
    assertThat(rows(little)).containsExactly(list("a", "日本"), list("1", "\ud83d\ude00"));
  }

  @Test
  void utf16_pairs_survive_the_edge_of_every_block() {
    String text = "x".repeat(8_191) + "\ud83d\ude00".repeat(9_000) + "\n";
    assertThat(rows(text.getBytes(UTF_16))).containsExactly(list(text.trim()));
  }

  @Test
  void the_utf8_check_agrees_with_the_jdk() {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(6)];
      random.nextBytes(bytes);
      boolean ours = Charset8.isUtf8(bytes, 0, bytes.length);
      boolean theirs = !new String(bytes, UTF_8).contains("\ufffd") || isWritten(bytes);
      assertThat(ours).as("%s, seed %d", java.util.Arrays.toString(bytes), seed).isEqualTo(theirs);
    }
  }

  private static boolean isWritten(byte[] bytes) {
    return java.util.Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
  }

  @Test
  void whatever_is_written_is_read_back() {
    long seed = 4180;
    Random random = new Random(seed);
    for (int turn = 0; turn < 2_000; turn++) {
      List<List<String>> table = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int row = 0; row <= random.nextInt(20); row++) {
        List<String> fields = new ArrayList<>();
        for (int field = 0; field <= random.nextInt(8); field++) {
          fields.add(randomField(random));
        }
        table.add(fields);
        for (int i = 0; i < fields.size(); i++) {
          text.append(i > 0 ? "," : "")
              .append('"')
              .append(fields.get(i).replace("\"", "\"\""))
              .append('"');
        }
        text.append(random.nextBoolean() ? "\n" : "\r\n");
      }
      byte[] bytes = text.toString().getBytes(UTF_8);
      assertThat(drain(new Dripping(bytes, random)))
          .as("seed %d turn %d", seed, turn)
          .isEqualTo(table);
    }
  }

  private static String randomField(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      out.append("a,\"\n\r é日x;".charAt(random.nextInt(10)));
    }
    return out.toString();
  }

  private static List<List<String>> rows(String text) {
    return rows(text.getBytes(UTF_8));
  }

  private static List<List<String>> rows(byte[] bytes) {
    return drain(new ByteArrayInputStream(bytes));
  }

  private static List<List<String>> drain(InputStream in) {
    try {
      CsvRows rows = new CsvRows(in, Dialect.RFC_4180, Limits.USUAL);
      List<List<String>> all = new ArrayList<>();
      while (rows.next() == CsvRows.Found.ROW) {
        all.add(rows.texts());
      }
      return all;
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static CsvRows open(byte[] bytes, Limits limits) throws IOException {
    return new CsvRows(new ByteArrayInputStream(bytes), Dialect.RFC_4180, limits);
  }

  private static List<String> list(String... fields) {
    return List.of(fields);
  }

  /** A few bytes at a time, so that rows are cut everywhere. */
  private static final class Dripping extends InputStream {
    private final InputStream in;
    private final Random random;

    Dripping(byte[] bytes, Random random) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      return in.read(to, from, Math.min(length, 1 + random.nextInt(9)));
    }
  }

  /** A head, one byte very often, a tail. */
  private static final class LongLine extends InputStream {
    private final byte[] head;
    private final byte[] tail;
    private final long length;
    private long at;

    LongLine(byte[] head, long length, byte[] tail) {
      this.head = head;
      this.length = length;
      this.tail = tail;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] to, int from, int wanted) {
      long behind = at - head.length - length;
      if (at < head.length) {
        int size = (int) Math.min(wanted, head.length - at);
        System.arraycopy(head, (int) at, to, from, size);
        at += size;
        return size;
      }
      if (behind < 0) {
        int size = (int) Math.min(wanted, -behind);
        java.util.Arrays.fill(to, from, from + size, (byte) 'z');
        at += size;
        return size;
      }
      int size = (int) Math.min(wanted, tail.length - behind);
      if (size <= 0) {
        return -1;
      }
      System.arraycopy(tail, (int) behind, to, from, size);
      at += size;
      return size;
    }
  }
}
