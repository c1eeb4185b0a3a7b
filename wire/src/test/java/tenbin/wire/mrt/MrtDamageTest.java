package tenbin.wire.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.wire.packed.PackedFiles;

/** Packed files that are damaged: what is whole is told, also behind the damage. */
class MrtDamageTest {
  private static final String ORIGIN = "40 01 01 00";

  private record Told(List<String> lines, List<String> damage) {}

  private static Told read(byte[] packed) throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> damage = new ArrayList<>();
    try (InputStream in = Unpacked.of(new ByteArrayInputStream(packed))) {
      new MrtReader(in, new MrtTally(new DumpLines(out), damage::add)).read();
    }
    return new Told(out.toString().lines().toList(), damage);
  }

  /** Of one announcement each. */
  private static byte[] updates(int records) {
    MrtBytes file = new MrtBytes();
    for (int i = 0; i < records; i++) {
      String path = "40 02 0a 02 02 0000fbf0 %08x".formatted(0x10000 + i * 40_503);
      file.update(4, "", ORIGIN + path + "40 03 04 c0000201", "18 %06x".formatted(0x100000 + i));
    }
    return file.bytes();
  }

  @Test
  void behind_a_block_that_is_lost_the_next_whole_record_is_found() throws IOException {
    byte[] plain = updates(6_000);
    List<String> whole = read(plain).lines;
    byte[] packed = PackedFiles.BZIP2.packed(plain);
    packed[packed.length / 2] ^= 1;
    Told told = read(packed);
    assertThat(told.damage).singleElement().asString().contains("bzip2 at packed octet ");
    int lost = whole.size() - told.lines.size();
    int inOneBlock = 100_000 * whole.size() / plain.length;
    // Runs of one octet are shortened before a block is counted.
    assertThat(lost).isBetween(inOneBlock, inOneBlock * 5 / 4);
    assertThat(whole).containsSubsequence(told.lines);
    assertThat(told.lines.getFirst()).isEqualTo(whole.getFirst());
    assertThat(told.lines.getLast()).isEqualTo(whole.getLast());
  }

  @Test
  void a_packed_file_that_breaks_off_tells_so_and_keeps_its_records() throws IOException {
    byte[] plain = updates(3_000);
    List<String> whole = read(plain).lines;
    for (PackedFiles form : PackedFiles.values()) {
      byte[] packed = form.packed(plain);
      Told told = read(Arrays.copyOf(packed, packed.length - 9));
      assertThat(told.damage).as("%s", form).hasSize(1);
      assertThat(told.lines).as("%s", form).isEqualTo(whole.subList(0, told.lines.size()));
      assertThat(told.lines.size()).as("%s", form).isGreaterThan(whole.size() / 3);
    }
  }

  @Test
  void a_record_of_a_table_that_breaks_in_its_last_entry_tells_none() throws IOException {
    String peers = "c0000201 0000 0002" + "02 c0000201 c0000201 0000fbf0".repeat(2);
    String entry = "65536d00 000d 40 01 01 00 40 02 06 02 01 0000fbf0";
    String record = "00000000 18 c63364 0002 0000" + entry;
    byte[] whole = table(peers, record + "0001" + entry);
    assertThat(read(whole).lines).hasSize(2);
    byte[] garbage = table(peers, record + "0003" + entry);
    Told told = read(garbage);
    assertThat(told.lines).isEmpty();
    assertThat(told.damage).singleElement().asString().contains("octet 31: peer 3 of 2");
  }

  private static byte[] table(String peers, String record) {
    return new MrtBytes()
        .record(MrtHead.TABLE_DUMP_V2, 1, MrtBytes.hex(peers))
        .record(MrtHead.TABLE_DUMP_V2, 2, MrtBytes.hex(record))
        .bytes();
  }
}
