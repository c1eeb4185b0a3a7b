package tenbin.wire.asrel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.TableTally;

class AsRelReaderTest {
  private static final String FILE =
      """
      # source:topology|BGP|20260101|routeviews|route-views2
      # input clique: 174 209
      174|64496|-1
      174|209|0|bgp
      64496|4200000001|2|mlp

      """;

  private final List<String> found = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void pairs_of_both_serials_are_read() throws IOException {
    assertThat(read(FILE.getBytes(UTF_8))).isEqualTo(new TableTally(6, 3, 0));
    assertThat(found)
        .containsExactly("174 PROVIDER 64496", "174 PEER 209", "64496 SIBLING 4200000001");
  }

  @Test
  void a_bzip2_file_is_unpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (BZip2CompressorOutputStream bzip2 = new BZip2CompressorOutputStream(packed)) {
      bzip2.write(FILE.getBytes(UTF_8));
    }
    assertThat(read(packed.toByteArray()).entries()).isEqualTo(3);
  }

  @Test
  void damaged_lines_are_told_with_their_number_and_the_rest_goes_on() throws IOException {
    String text = "1|2\n1|2|1\n1|1|0\nx|2|0\n1|4294967296|0\n1|2|0\n";
    assertThat(read(text.getBytes(UTF_8))).isEqualTo(new TableTally(6, 1, 5));
    assertThat(damaged.stream().map(each -> each.place().row()))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void any_octets_are_read_line_by_line() throws IOException {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] octets = FILE.getBytes(UTF_8);
      for (int i = random.nextInt(12); i > 0; i--) {
        octets[random.nextInt(1, octets.length)] = (byte) random.nextInt(256);
      }
      found.clear();
      damaged.clear();
      TableTally tally = read(octets);
      assertThat(tally.entries()).as("seed %d", seed).isEqualTo(found.size());
      assertThat(tally.damaged()).as("seed %d", seed).isEqualTo(damaged.size());
    }
  }

  private TableTally read(byte[] octets) throws IOException {
    return AsRelReader.read(
        new ByteArrayInputStream(octets),
        new RelationRows() {
          @Override
          public void pair(Asn first, Kind is, Asn second) {
            found.add(first + " " + is + " " + second);
          }

          @Override
          public void damaged(Warning warning) {
            damaged.add(warning);
          }
        });
  }
}
