package tenbin.wire.pfx2as;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.TableLines;
import tenbin.wire.table.TableTally;

class Pfx2asReaderTest {
  private final List<String> found = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void prefixes_of_both_families_come_with_their_origins() throws IOException {
    TableTally tally = read("126.64.0.0\t10\t64496\n2001:db8::\t32\t64497\n");
    assertThat(found).containsExactly("126.64.0.0/10 [64496]", "2001:db8::/32 [64497]");
    assertThat(tally).isEqualTo(new TableTally(2, 2, 0));
  }

  @Test
  void several_origins_and_sets_are_taken_apart_and_none_stands_twice() throws IOException {
    read("126.64.0.0\t24\t64496_64497\n126.64.1.0\t24\t64496,64498_64496\n");
    assertThat(found)
        .containsExactly("126.64.0.0/24 [64496, 64497]", "126.64.1.0/24 [64496, 64498]");
  }

  @Test
  void damaged_lines_are_told_with_their_place_and_the_rest_goes_on() throws IOException {
    TableTally tally =
        read(
            """
            # a comment

            126.64.0.1\t24\t64496
            126.64.0.0\t33\t64496
            126.64.0.0\t24
            126.64.0.0\t24\t64496_
            126.64.0.0\t24\t99999999999
            nonsense
            126.64.0.0\t24\t64496\r
            """);
    assertThat(found).containsExactly("126.64.0.0/24 [64496]");
    assertThat(tally).isEqualTo(new TableTally(9, 1, 6));
    assertThat(damaged.stream().map(each -> each.place().row()))
        .containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(damaged.getFirst().detail()).contains("did you mean 126.64.0.0/24?");
  }

  @Test
  void a_packed_table_is_unpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write("126.64.0.0\t10\t64496\n".getBytes(UTF_8));
    }
    read(packed.toByteArray());
    assertThat(found).containsExactly("126.64.0.0/10 [64496]");
  }

  @Test
  void a_line_without_an_end_is_cut_and_told() throws IOException {
    byte[] endless = new byte[3 * TableLines.MOST_BYTES];
    Arrays.fill(endless, (byte) '1');
    read(endless);
    assertThat(damaged).hasSize(1);
    assertThat(damaged.getFirst().fault()).isEqualTo(Fault.ROW_TOO_LONG);
  }

  @Test
  void random_bytes_never_throw() throws IOException {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    byte[] letters = "0123456789.:/\t _,\nabcdef#\r".getBytes(UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] =
            random.nextInt(20) == 0
                ? (byte) random.nextInt(2, 256)
                : letters[random.nextInt(letters.length)];
      }
      TableTally tally = read(bytes);
      assertThat(tally.entries() + tally.damaged())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(tally.lines());
    }
  }

  private TableTally read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private TableTally read(byte[] bytes) throws IOException {
    return Pfx2asReader.read(
        new ByteArrayInputStream(bytes),
        new Pfx2asRows() {
          @Override
          public void prefix(long high, long low, int bits, long[] origins) {
            found.add(new Prefix(new Address(high, low), bits) + " " + Arrays.toString(origins));
          }

          @Override
          public void damaged(Warning warning) {
            damaged.add(warning);
          }
        });
  }
}
