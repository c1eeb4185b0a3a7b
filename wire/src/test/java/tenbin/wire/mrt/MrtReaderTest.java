package tenbin.wire.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Records made by hand: what a route says, and that damage costs what is damaged. */
class MrtReaderTest {
  private static final String ORIGIN = "40 01 01 00";
  private static final String HOP = "40 03 04 c0000201";
  private static final String SPEAKER = "BGP4MP|1700000000|A|192.0.2.1|64496|";

  /** Lines, and what was said of damage. */
  private record Told(List<String> lines, List<String> damage) {}

  private static Told read(byte[] bytes) throws IOException {
    StringBuilder out = new StringBuilder();
    List<String> damage = new ArrayList<>();
    new MrtReader(new ByteArrayInputStream(bytes), new MrtTally(new DumpLines(out), damage::add))
        .read();
    return new Told(out.toString().lines().toList(), damage);
  }

  private static List<String> update(int subtype, String attributes, String announced)
      throws IOException {
    Told told = read(new MrtBytes().update(subtype, "", attributes, announced).bytes());
    assertThat(told.damage).isEmpty();
    return told.lines;
  }

  @Test
  void numbers_of_four_octets_come_back_around_a_speaker_of_two() throws IOException {
    // AS_PATH 64496 23456 23456, AS4_PATH 4200000000 4200000001.
    String merged = "40 02 08 02 03 fbf0 5ba0 5ba0" + "c0 11 0a 02 02 fa56ea00 fa56ea01";
    assertThat(update(1, ORIGIN + merged + HOP, "18 c63364"))
        .containsExactly(
            SPEAKER + "198.51.100.0/24|64496 4200000000 4200000001|IGP|192.0.2.1|0|0||NAG||");
    String longer = "40 02 04 02 01 fbf0" + "c0 11 0a 02 02 fa56ea00 fa56ea01";
    assertThat(update(1, ORIGIN + longer + HOP, "18 c63364"))
        .as("an AS4_PATH that is longer is none")
        .containsExactly(SPEAKER + "198.51.100.0/24|64496|IGP|192.0.2.1|0|0||NAG||");
  }

  @Test
  void sets_confederations_communities_and_aggregators_are_written_as_they_are_known()
      throws IOException {
    String path = "40 02 18 03 01 0000fde8 02 01 0000fbf0 01 02 0000fbf1 0000fbf2 04 00";
    String rest =
        "c0 08 08 fbf00001 ffffff01"
            + "c0 07 08 0000fbf1 c0000207"
            + "40 06 00"
            + "80 04 04 00000007 40 05 04 00000064";
    assertThat(update(4, ORIGIN + path + rest + HOP, "18 c63364"))
        .containsExactly(
            SPEAKER
                + "198.51.100.0/24|(65000) 64496 {64497,64498} []|IGP|192.0.2.1|100|7"
                + "|64496:1 no-export|AG|64497 192.0.2.7|");
  }

  @Test
  void routes_of_both_families_come_and_go_in_one_message() throws IOException {
    String path = "40 02 06 02 01 0000fbf0";
    String reach = "80 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8";
    String unreach = "80 0f 08 0002 01 20 20010db9";
    Told told =
        read(new MrtBytes().update(4, "10 c633", ORIGIN + path + reach + unreach, "").bytes());
    assertThat(told.damage).isEmpty();
    assertThat(told.lines)
        .containsExactly(
            "BGP4MP|1700000000|W|192.0.2.1|64496|198.51.0.0/16",
            "BGP4MP|1700000000|W|192.0.2.1|64496|2001:db9::/32",
            SPEAKER + "2001:db8::/32|64496|IGP|2001:db8::1|0|0||NAG||");
  }

  @Test
  void prefixes_with_identifiers_in_a_record_that_says_there_are_none_are_refused()
      throws IOException {
    String path = "40 02 06 02 01 0000fbf0";
    Told told =
        read(new MrtBytes().update(4, "", ORIGIN + path + HOP, "00000001 fa c63364").bytes());
    assertThat(told.lines).as("nothing is guessed").isEmpty();
    assertThat(told.damage).singleElement().asString().contains("prefix of /198");
    assertThat(update(9, ORIGIN + path + HOP, "00000001 18 c63364")).hasSize(1);
  }

  @Test
  void a_file_that_breaks_off_keeps_what_came_before() throws IOException {
    byte[] bytes = sample(3);
    List<String> whole = read(bytes).lines;
    for (int length = 0; length < bytes.length; length++) {
      Told told = read(Arrays.copyOf(bytes, length));
      assertThat(told.lines).isEqualTo(whole.subList(0, told.lines.size()));
      assertThat(told.damage).hasSizeLessThan(2);
    }
    byte[] huge = sample(1);
    huge[8] = 0x7f;
    assertThat(read(huge).damage).singleElement().asString().contains("no MRT from here on");
  }

  private static byte[] sample(int records) {
    MrtBytes file = new MrtBytes();
    for (int i = 0; i < records; i++) {
      String attributes = ORIGIN + "40 02 0a 02 02 0000fbf0 0000fbf" + Integer.toHexString(i % 16);
      file.update(4, "18 cb0071", attributes + HOP, "18 c63364 16 c63300");
    }
    return file.bytes();
  }

  @Test
  void a_flipped_octet_in_a_body_costs_that_record_and_no_other() throws IOException {
    byte[] bytes = sample(9);
    List<String> whole = read(bytes).lines;
    int length = bytes.length / 9;
    SplittableRandom random = new SplittableRandom(20_261_123);
    for (int round = 0; round < 20_000; round++) {
      int hit = random.nextInt(9);
      byte[] other = bytes.clone();
      int at = hit * length + 12 + random.nextInt(length - 12);
      other[at] ^= (byte) (1 + random.nextInt(255));
      Told told = read(other);
      assertThat(told.damage).hasSizeLessThan(2);
      int before = hit * 3;
      int after = whole.size() - before - 3;
      assertThat(told.lines.subList(0, before)).isEqualTo(whole.subList(0, before));
      assertThat(told.lines.subList(told.lines.size() - after, told.lines.size()))
          .isEqualTo(whole.subList(whole.size() - after, whole.size()));
    }
  }

  @Test
  void whatever_the_octets_are_reading_ends_and_throws_nothing() throws IOException {
    SplittableRandom random = new SplittableRandom(20_261_124);
    byte[] bytes = sample(4);
    for (int round = 0; round < 20_000; round++) {
      byte[] other = bytes.clone();
      for (int i = random.nextInt(9); i >= 0; i--) {
        other[random.nextInt(other.length)] = (byte) random.nextInt(256);
      }
      read(other);
    }
  }
}
