package tenbin.wire.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form is unpacked as a whole; what is damaged is told, and what is whole stays. */
class PackedTest {
  /** What came out, and what was said of damage. */
  private static final class Told {
    private final byte[] octets;
    private final List<String> damage;

    Told(byte[] octets, List<String> damage) {
      this.octets = octets;
      this.damage = damage;
    }
  }

  private static Told open(byte[] packed, int workers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> damage = new ArrayList<>();
    try (InputStream in = Packed.open(new ByteArrayInputStream(packed), workers)) {
      byte[] some = new byte[7_777];
      boolean more = true;
      while (more) {
        try {
          int got = in.read(some);
          out.write(some, 0, Math.max(0, got));
          more = got >= 0;
        } catch (PackedDamage found) {
          damage.add(found.what());
          more = found.rest() == PackedDamage.Rest.FOLLOWS;
        }
      }
    }
    return new Told(out.toByteArray(), damage);
  }

  /** Octets of which packing leaves about half. */
  private static byte[] octets(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] octets = new byte[count];
    for (int i = 0; i < count; i++) {
      octets[i] = (byte) random.nextInt(16);
    }
    return octets;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void files_of_one_member_and_of_several_are_unpacked(PackedFiles form) throws IOException {
    byte[] one = octets(350_000, 1);
    byte[] other = octets(20, 2);
    byte[] packed = joined(form.packed(one), form.packed(other), form.packed(one));
    for (int workers : new int[] {1, 2, 5}) {
      Told told = open(packed, workers);
      assertThat(told.damage).isEmpty();
      assertThat(told.octets).isEqualTo(joined(one, other, one));
      assertThat(open(form.packed(new byte[0]), workers)).matches(none -> none.octets.length == 0);
    }
  }

  @Test
  void what_is_not_packed_comes_as_it_is() throws IOException {
    byte[] plain = octets(100, 3);
    assertThat(open(plain, 2).octets).isEqualTo(plain);
    assertThat(open(new byte[0], 2).octets).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_file_that_breaks_off_keeps_what_came_before(PackedFiles form) throws IOException {
    byte[] whole = octets(350_000, 4);
    byte[] packed = form.packed(whole);
    SplittableRandom random = new SplittableRandom(20_261_125);
    for (int round = 0; round < 60; round++) {
      int length = random.nextInt(6, packed.length);
      Told told = open(Arrays.copyOf(packed, length), 1 + round % 3);
      assertThat(told.damage).as("after %d octets", length).hasSize(1);
      assertThat(told.octets).isEqualTo(Arrays.copyOf(whole, told.octets.length));
      if (length > packed.length * 0.9) {
        assertThat(told.octets.length).as("after %d octets", length).isGreaterThan(200_000);
      }
    }
  }

  @Test
  void gzip_with_a_wrong_check_sum_is_told_and_the_next_member_follows() throws IOException {
    byte[] one = octets(1_000, 5);
    byte[] packed = PackedFiles.GZIP.packed(one);
    byte[] broken = packed.clone();
    broken[broken.length - 7] ^= 1;
    Told told = open(joined(broken, packed), 1);
    assertThat(told.octets).isEqualTo(joined(one, one));
    assertThat(told.damage)
        .containsExactly(
            "gzip at packed octet " + (packed.length - 8) + ": the check sum is wrong");
  }

  @Test
  void gzip_padded_with_zeros_is_whole_and_other_octets_behind_it_are_told() throws IOException {
    byte[] one = octets(1_000, 6);
    byte[] packed = PackedFiles.GZIP.packed(one);
    assertThat(open(joined(packed, new byte[512]), 1).damage).isEmpty();
    for (PackedFiles form : new PackedFiles[] {PackedFiles.GZIP, PackedFiles.BZIP2}) {
      Told told = open(joined(form.packed(one), new byte[] {7, 7, 7}), 2);
      assertThat(told.octets).isEqualTo(one);
      assertThat(told.damage).singleElement().asString().contains("octets behind the end");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void a_damaged_block_of_bzip2_is_told_with_its_place_and_the_others_stay(int workers)
      throws IOException {
    byte[] whole = octets(350_000, 7);
    byte[] packed = PackedFiles.BZIP2.packed(whole);
    packed[packed.length * 3 / 8] ^= 0x10;
    Told told = open(packed, workers);
    assertThat(told.damage).singleElement().asString().contains("bzip2 at packed octet ", "block");
    assertThat(told.octets.length).isBetween(249_000, 251_000);
    assertThat(Arrays.copyOf(told.octets, 99_000)).isEqualTo(Arrays.copyOf(whole, 99_000));
    int tail = told.octets.length;
    assertThat(Arrays.copyOfRange(told.octets, tail - 99_000, tail))
        .isEqualTo(Arrays.copyOfRange(whole, whole.length - 99_000, whole.length));
  }

  @Test
  void bzip2_damaged_in_thousands_of_places_ends() throws IOException {
    byte[] mark = HexFormat.of().parseHex("314159265359");
    byte[][] marks = new byte[5_000][];
    Arrays.fill(marks, mark);
    Told told = open(joined(PackedFiles.BZIP2.packed(octets(9, 8)), joined(marks)), 2);
    assertThat(told.damage).hasSize(1_000);
    assertThat(told.damage.getLast()).contains("too much");
  }

  @Test
  void zstd_that_wants_a_huge_window_is_refused() throws IOException {
    // RFC 8878 section 3.1.1.1.2: 0xa8 is a window of 2 GiB, 0x88 one of 128 MiB.
    byte[] huge = HexFormat.of().parseHex("28b52ffd" + "00" + "a8" + "090000" + "41");
    assertThat(open(huge, 1).damage).singleElement().asString().startsWith("zstd before");
    byte[] large = HexFormat.of().parseHex("28b52ffd" + "00" + "88" + "090000" + "41");
    assertThat(open(large, 1).octets).isEqualTo(new byte[] {0x41});
  }

  @ParameterizedTest
  @EnumSource
  void flipped_bits_are_told_or_harmless_and_nothing_else_is_thrown(PackedFiles form)
      throws IOException {
    byte[] whole = octets(20_000, 9);
    byte[] packed = form.packed(whole);
    SplittableRandom random = new SplittableRandom(20_261_126);
    for (int round = 0; round < 600; round++) {
      byte[] other = packed.clone();
      int at = random.nextInt(4, other.length);
      other[at] ^= (byte) (1 << random.nextInt(8));
      Told told = open(other, 1 + round % 2);
      assertThat(told.damage.isEmpty() && !Arrays.equals(told.octets, whole))
          .as("other octets without a word, bit flipped in %d", at)
          .isFalse();
    }
  }
}
