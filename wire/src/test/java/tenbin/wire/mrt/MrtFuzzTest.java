package tenbin.wire.mrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tenbin.wire.fuzz.Fuzz;
import tenbin.wire.fuzz.Input;
import tenbin.wire.packed.PackedFiles;

/** Broken files by the thousand, packed and not: reading ends, throws nothing, holds little. */
class MrtFuzzTest {
  private static final long SEED = 20_261_128;
  private static final int RUNS = 6_000;
  private static final String NIGHTLY_SECONDS = "300";
  private static final int MOST_SAMPLE = 1 << 15;

  private static final String ATTRIBUTES =
      "40 01 01 00"
          + "50 02 000a 02 02 fbf0 fbf1 01 01 fbf2"
          + "40 03 04 c0000201 80 04 04 00000007 40 05 04 00000064 40 06 00"
          + "c0 07 06 fbf1 c0000207 c0 08 08 fbf00001 ffffff01"
          + "c0 11 10 02 02 fa56ea00 fa56ea01 01 01 0000fbf2"
          + "c0 12 08 fa56ea01 c0000207 c0 20 0c 0000fbf0 00000001 00000002"
          + "c0 23 04 0000fbf0 c0 10 08 0002fbf000000001";
  private static final String REACH =
      "80 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8";
  private static final String UNREACH = "80 0f 08 0002 01 20 20010db9";
  private static final String ENDS = "0000fbf0 0000fbff 0000 0001 c0000201 c00002fe";
  private static final String ENTRY = "0000 65536d00 0014 40 01 01 00 40 02 06 02 01 0000fbf0";
  private static final String HOP = "40 03 04 c0000201";

  /** Every type that has routes or states, with and without path identifiers. */
  private static byte[] file() {
    String peers = "c0000201 0000 0002 02 c0000201 c0000201 0000fbf0 00 c0000202 c0000202 fbf1";
    String withId = "0000 65536d00 00000007 0014" + ENTRY.substring(19) + HOP;
    return new MrtBytes()
        .update(1, "18 c63364", ATTRIBUTES + REACH + UNREACH, "18 c63364 00")
        .update(4, "", "40 01 01 00 40 02 06 02 01 0000fbf0" + HOP, "18 c63364")
        .update(9, "00000001 18 c63364", "40 01 01 00 40 02 00" + HOP, "00000001 18 c63364")
        .record(MrtHead.BGP4MP, 5, MrtBytes.hex(ENDS + "0003 0006"))
        .record(MrtHead.BGP4MP_ET, 5, MrtBytes.hex("0001e240" + ENDS + "0006 0001"))
        .record(MrtHead.TABLE_DUMP_V2, 1, MrtBytes.hex(peers))
        .record(MrtHead.TABLE_DUMP_V2, 2, MrtBytes.hex("00000000 18 c63364 0001" + ENTRY + HOP))
        .record(MrtHead.TABLE_DUMP_V2, 4, MrtBytes.hex("00000000 20 20010db8 0001" + ENTRY + HOP))
        .record(MrtHead.TABLE_DUMP_V2, 6, generic("0001 01 18 c63364 0001" + ENTRY + HOP))
        .record(MrtHead.TABLE_DUMP_V2, 8, MrtBytes.hex("00000000 18 c63364 0001" + withId))
        .record(
            MrtHead.TABLE_DUMP,
            1,
            MrtBytes.hex("0000 0000 c6336400 18 01 65536d00 c0000201 fbf0 0004 40 01 01 00"))
        .record(
            MrtHead.BGP,
            1,
            MrtBytes.hex("fbf0 c0000201 fbff c00002fe 0000 0004 40010100 18 c63364"))
        .bytes();
  }

  private static byte[] generic(String body) {
    return MrtBytes.hex("00000000" + body);
  }

  private static List<Input> seeds() throws IOException {
    List<Input> seeds = new ArrayList<>();
    seeds.add(Input.of("plain.mrt", file()));
    for (PackedFiles form : PackedFiles.values()) {
      seeds.add(Input.of("packed." + form, form.packed(file())));
    }
    Path samples = Path.of(System.getProperty("tenbin.samples", "absent"), "mrt");
    if (Files.isDirectory(samples)) {
      try (Stream<Path> files = Files.list(samples)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          byte[] bytes = Files.readAllBytes(file);
          if (bytes.length < MOST_SAMPLE) {
            seeds.add(Input.of(file.getFileName().toString(), bytes));
          }
        }
      }
    }
    return seeds;
  }

  @Test
  void every_seed_tells_routes() throws IOException {
    for (Input seed : seeds().subList(0, 1 + PackedFiles.values().length)) {
      List<String> told = new MrtTarget().read(seed);
      assertThat(told.getLast()).as(seed.name()).endsWith(" 0 damaged");
      assertThat(told).as(seed.name()).hasSizeGreaterThan(20);
    }
  }

  @Test
  void broken_files_are_read_as_far_as_they_go() throws IOException {
    Fuzz.Came came = Fuzz.run(new MrtTarget(), seeds(), SEED, RUNS);
    System.out.println(came);
    assertThat(came.forms()).as("what the reader says of them differs").isGreaterThan(50);
  }

  @Test
  @Tag("nightly")
  void broken_files_are_read_through_a_night() throws IOException {
    long seconds = Long.parseLong(System.getProperty("tenbin.fuzz.seconds", NIGHTLY_SECONDS));
    System.out.println(
        Fuzz.run(new MrtTarget(), seeds(), System.nanoTime(), Duration.ofSeconds(seconds)));
  }
}
