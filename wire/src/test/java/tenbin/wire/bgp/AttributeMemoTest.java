package tenbin.wire.bgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A memory that forgets and never lies: what it says is what reading says. */
class AttributeMemoTest {
  private static final String ORIGIN = "40 01 01 00";

  private static byte[] block(SplittableRandom random) {
    String path = "40 02 0a 02 02 0000fbf0 0000fb%02x".formatted(random.nextInt(256));
    String hop = "40 03 04 c00002%02x".formatted(random.nextInt(8));
    String med = random.nextInt(3) > 0 ? "" : "80 04 04 000000%02x".formatted(random.nextInt(256));
    String communities = "c0 08 08 fbf00001 fbf0%04x".formatted(random.nextInt(40));
    String large = "c0 20 0c 0000fbf0 00000001 000000%02x".formatted(random.nextInt(40));
    return hex(ORIGIN + path + hop + med + (random.nextBoolean() ? communities : large));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  private static Optional<Attributes> fresh(byte[] block, AsWidth width, MultiForm form) {
    try {
      Octets in = Octets.of(block, 0, block.length);
      return Optional.of(new AttributeReader(width, PathIds.NONE).all(in, form));
    } catch (Malformed broken) {
      return Optional.empty();
    }
  }

  private static Optional<Attributes> remembered(
      AttributeMemo memo, byte[] block, AsWidth width, MultiForm form) {
    try {
      Octets in = Octets.of(block, 0, block.length);
      return Optional.of(memo.read(in, width, PathIds.NONE, form));
    } catch (Malformed broken) {
      return Optional.empty();
    }
  }

  @Test
  void what_it_says_is_what_reading_says() {
    SplittableRandom random = new SplittableRandom(20_261_127);
    AttributeMemo memo = new AttributeMemo();
    List<byte[]> seen = new ArrayList<>();
    for (int round = 0; round < 60_000; round++) {
      byte[] block =
          seen.isEmpty() || random.nextInt(3) == 0
              ? block(random)
              : seen.get(random.nextInt(seen.size())).clone();
      if (random.nextInt(9) == 0) {
        block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
      }
      AsWidth width = random.nextBoolean() ? AsWidth.FOUR : AsWidth.TWO;
      MultiForm form = random.nextBoolean() ? MultiForm.WHOLE : MultiForm.NEXT_HOP_ALONE;
      assertThat(remembered(memo, block, width, form)).isEqualTo(fresh(block, width, form));
      if (seen.size() < 2_000) {
        seen.add(block);
      }
    }
  }

  @Test
  void a_block_that_comes_again_is_the_same_value_and_changed_octets_do_not_change_it()
      throws Malformed {
    AttributeMemo memo = new AttributeMemo();
    byte[] buffer = hex(ORIGIN + "40 02 06 02 01 0000fbf0");
    Attributes first =
        memo.read(Octets.of(buffer, 0, 13), AsWidth.FOUR, PathIds.NONE, MultiForm.WHOLE);
    Attributes again =
        memo.read(Octets.of(buffer, 0, 13), AsWidth.FOUR, PathIds.NONE, MultiForm.WHOLE);
    assertThat(again).isSameAs(first);
    buffer[12] = 1;
    Attributes other =
        memo.read(Octets.of(buffer, 0, 13), AsWidth.FOUR, PathIds.NONE, MultiForm.WHOLE);
    assertThat(other.path()).hasToString("64257");
    assertThat(first.path()).hasToString("64496");
  }

  @Test
  void the_same_octets_in_another_session_are_read_anew() throws Malformed {
    AttributeMemo memo = new AttributeMemo();
    byte[] path = hex("40 02 06 02 02 fbf0 fbf1");
    Octets two = Octets.of(path, 0, path.length);
    assertThat(memo.read(two, AsWidth.TWO, PathIds.NONE, MultiForm.WHOLE).path())
        .hasToString("64496 64497");
    assertThat(remembered(memo, path, AsWidth.FOUR, MultiForm.WHOLE)).isEmpty();
  }

  @Test
  void blocks_of_any_length_are_read() {
    AttributeMemo memo = new AttributeMemo();
    for (int count = 0; count < 200; count++) {
      String communities = "fbf00001".repeat(count);
      byte[] block = hex(ORIGIN + "d0 08 %04x".formatted(4 * count) + communities);
      for (int twice = 0; twice < 2; twice++) {
        assertThat(
                remembered(memo, block, AsWidth.FOUR, MultiForm.WHOLE).orElseThrow().communities())
            .hasSize(count);
      }
    }
  }
}
