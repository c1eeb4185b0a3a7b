package tenbin.wire.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Fault;
import tenbin.wire.Collected;
import tenbin.wire.Likeness;
import tenbin.wire.Limits;
import tenbin.wire.Sample;

final class ArchiveReaderTest {
  private static final String NAME = "2026-03-24-scan_dns-example-asn.csv";
  private static final String HEADER = "timestamp,ip,port,tag\n";

  @Test
  void a_zipped_report_is_read_and_its_type_comes_from_the_name_inside() {
    Collected all = read("anything.zip", zip(NAME, rows(3)));
    assertThat(all.refusal).isEmpty();
    assertThat(all.observations).hasSize(3);
    assertThat(all.observations.getFirst().kind().identifier()).isEqualTo("dns-open-resolver");
  }

  @Test
  void a_gzipped_report_is_read_under_its_name_without_the_ending() {
    Collected all = read(NAME + ".gz", gzip(rows(3)));
    assertThat(all.observations).hasSize(3);
    assertThat(all.observations.getFirst().kind().identifier()).isEqualTo("dns-open-resolver");
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(gzip(rows(2)));
    two.writeBytes(gzip("2026-03-24 05:00:00,126.64.9.9,53,x\n".getBytes(UTF_8)));
    assertThat(read(NAME + ".gz", two.toByteArray()).observations).hasSize(3);
  }

  @Test
  void archives_in_archives_are_opened_and_rows_count_over_all_parts() {
    byte[] inner = zip(NAME, rows(2));
    byte[] outer =
        zip(
            "a/" + NAME,
            rows(3),
            "folder/",
            new byte[0],
            "inner.zip",
            inner,
            "x.csv.gz",
            gzip(rows(1)));
    Collected all = read("outer.zip", outer);
    assertThat(all.refusal).isEmpty();
    assertThat(all.observations).hasSize(6);
    assertThat(all.observations.getLast().row()).isEqualTo(6);
  }

  @Test
  void a_part_that_cannot_be_read_is_told_and_the_next_one_is_read() {
    Collected all =
        read("x.zip", zip("readme.txt", "hello there\n".getBytes(UTF_8), NAME, rows(2)));
    assertThat(all.faults()).containsExactly(Fault.PART_SKIPPED);
    assertThat(all.warnings.getFirst().place().part()).isEqualTo("readme.txt");
    assertThat(all.observations).hasSize(2);
    assertThat(all.refusal).isEmpty();
  }

  @Test
  void a_truncated_zip_keeps_the_whole_rows_before_the_cut() {
    byte[] whole = zip(NAME, randomRows(5_000));
    Collected complete = read("x.zip", whole);
    assertThat(complete.observations).hasSize(5_000);
    Collected cut = read("x.zip", Arrays.copyOf(whole, whole.length * 2 / 3));
    assertThat(cut.refused()).isEqualTo(Fault.TRUNCATED);
    assertThat(cut.warnings).isEmpty();
    assertThat(cut.observations).hasSizeBetween(2_000, 4_500);
    assertThat(complete.observations.subList(0, cut.observations.size()))
        .as("no row is half read")
        .isEqualTo(cut.observations);
  }

  @Test
  void a_truncated_gzip_keeps_the_whole_rows_before_the_cut() {
    byte[] whole = gzip(randomRows(300));
    Collected complete = read(NAME + ".gz", whole);
    Collected cut = read(NAME + ".gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(cut.refused()).isEqualTo(Fault.TRUNCATED);
    assertThat(cut.observations).isNotEmpty();
    assertThat(complete.observations.subList(0, cut.observations.size()))
        .isEqualTo(cut.observations);
  }

  @Test
  void bombs_are_stopped_by_what_comes_out_also_in_several_layers() {
    byte[] zeros = new byte[30 << 20];
    Arrays.fill(zeros, (byte) 'a');
    Collected bomb = read("bomb.zip", zip("x.csv", zeros));
    assertThat(bomb.refused()).isEqualTo(Fault.ARCHIVE_RATIO);
    byte[] layered = zip("1.zip", zip("2.zip", zip(NAME, zeros)));
    assertThat(layered.length).isLessThan(2_000);
    assertThat(read("bomb.zip", layered).refused()).isEqualTo(Fault.ARCHIVE_RATIO);
    assertThat(read("bomb.gz", gzip(zeros)).refused()).isEqualTo(Fault.ARCHIVE_RATIO);
  }

  @Test
  void size_parts_and_depth_have_their_limits() {
    Limits small = new Limits(100_000, 200, 1 << 16, 100, 24, 5, 1_000_000, Duration.ofMinutes(1));
    assertThat(read(small, zip(NAME, randomRows(5_000))).refused()).isEqualTo(Fault.TOO_LARGE);
    Object[] many = new Object[20];
    for (int i = 0; i < 20; i += 2) {
      many[i] = i + NAME;
      many[i + 1] = rows(1);
    }
    assertThat(read(small, zip(many)).refused()).isEqualTo(Fault.TOO_MANY_PARTS);
    byte[] deep = zip(NAME, rows(1));
    for (int i = 0; i < 3; i++) {
      deep = zip("d.zip", deep);
    }
    assertThat(read(small, deep).refused()).isEqualTo(Fault.TOO_DEEP);
  }

  @Test
  void a_wrong_checksum_refuses_the_archive() {
    byte[] zip = stored(NAME, rows(2), 0);
    zip[zip.length - 6] ^= 1;
    assertThat(read("x.zip", zip).refused()).isEqualTo(Fault.ARCHIVE_BROKEN);
    assertThat(read("x.zip", stored(NAME, rows(2), 0)).observations).hasSize(2);
  }

  @Test
  void encrypted_and_unknown_methods_are_named() {
    byte[] encrypted = stored(NAME, rows(2), 1);
    Collected all = read("x.zip", encrypted);
    assertThat(all.refused()).isEqualTo(Fault.FORMAT_NOT_READ);
    assertThat(all.refusal.orElseThrow().detail()).contains("encrypted");
    byte[] odd = stored(NAME, rows(2), 0);
    odd[8] = 12;
    assertThat(read("x.zip", odd).refusal.orElseThrow().detail()).contains("bzip2");
  }

  @Test
  void rubbish_between_entries_and_empty_archives_are_told() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] entry = stored(NAME, rows(2), 0);
    bytes.write(entry, 0, entry.length - 4);
    bytes.writeBytes("rubbish".getBytes(UTF_8));
    Collected all = read("x.zip", bytes.toByteArray());
    assertThat(all.refused()).isEqualTo(Fault.ARCHIVE_BROKEN);
    assertThat(all.observations).hasSize(2);
    assertThat(read("x.zip", zip()).refused()).isEqualTo(Fault.EMPTY);
    assertThat(read("x.zip", new byte[] {'P', 'K', 3, 4}).refused()).isEqualTo(Fault.TRUNCATED);
  }

  @Test
  void names_of_entries_are_names_only() {
    Collected all = read("x.zip", zip("../../etc/" + NAME, rows(1), "C:\\x\\" + NAME, rows(1)));
    assertThat(all.observations).hasSize(2);
    assertThat(all.observations.getFirst().kind().identifier()).isEqualTo("dns-open-resolver");
  }

  @Test
  void every_cut_and_every_flipped_byte_is_answered() {
    byte[] whole = zip("a.zip", zip(NAME, rows(20)), NAME, rows(5));
    for (int i = 0; i < whole.length; i++) {
      read("x.zip", Arrays.copyOf(whole, i));
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) 0x55;
      read("x.zip", flipped);
    }
  }

  @Test
  void office_documents_are_no_reports() {
    ArchiveReader reader = new ArchiveReader();
    byte[] document = zip("[Content_Types].xml", new byte[3]);
    assertThat(reader.looksAt(new Sample("x.docx", document, true))).isEqualTo(Likeness.NONE);
    assertThat(reader.looksAt(new Sample("", zip(NAME, rows(1)), true)))
        .isEqualTo(Likeness.CERTAIN);
    assertThat(reader.looksAt(new Sample("", rows(1), true))).isEqualTo(Likeness.NONE);
    assertThat(reader.looksAt(new Sample("", new byte[0], true))).isEqualTo(Likeness.NONE);
  }

  private static byte[] rows(int count) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      text.append("2026-03-24 01:02:03,126.64.0.").append(i % 256).append(",53,x\n");
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] randomRows(int count) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < count; i++) {
      text.append("2026-03-24 01:02:03,126.64.").append(random.nextInt(256)).append('.');
      text.append(random.nextInt(256)).append(",53,").append(random.nextLong()).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] zip(Object... namesAndBytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndBytes.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
        zip.write((byte[]) namesAndBytes[i + 1]);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A local header and its stored bytes, without a directory. */
  private static byte[] stored(String name, byte[] bytes, int flags) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, 0x0403_4b50, 4);
    number(out, 20, 2);
    number(out, flags, 2);
    number(out, 0, 2);
    number(out, 0, 4);
    number(out, crc.getValue(), 4);
    number(out, bytes.length, 4);
    number(out, bytes.length, 4);
    number(out, name.length(), 2);
    number(out, 0, 2);
    out.writeBytes(name.getBytes(UTF_8));
    out.writeBytes(bytes);
    number(out, 0x0605_4b50, 4);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> 8 * i));
    }
  }

  private static Collected read(String name, byte[] bytes) {
    return Collected.of(new ArchiveReader(), name, bytes);
  }

  private static Collected read(Limits limits, byte[] bytes) {
    return Collected.of(
        new ArchiveReader(), Collected.report("x.zip", new ByteArrayInputStream(bytes), limits));
  }
}
