package tenbin.wire.rpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.rpki.RtrPdu.Action;

class RtrPduTest {
  private static final List<RtrPdu> ALL =
      List.of(
          new RtrPdu.SerialNotify(7, 4_000_000_000L),
          new RtrPdu.SerialQuery(65_535, 1),
          new RtrPdu.ResetQuery(),
          new RtrPdu.CacheResponse(9),
          new RtrPdu.PrefixPayload(
              Action.ANNOUNCE, Prefix.parse("192.0.2.0/24"), 26, new Asn(4_200_000_000L)),
          new RtrPdu.PrefixPayload(Action.WITHDRAW, Prefix.parse("2001:db8::/32"), 128, new Asn(0)),
          new RtrPdu.RouterKey(Action.ANNOUNCE),
          new RtrPdu.AspaPayload(
              Action.ANNOUNCE, new Asn(64_500), List.of(new Asn(1), new Asn(4_200_000_000L))),
          new RtrPdu.AspaPayload(Action.WITHDRAW, new Asn(64_500), List.of()),
          new RtrPdu.EndOfData(9, 5, Optional.of(new RtrPdu.Intervals(1, 2, 600))),
          new RtrPdu.CacheReset(),
          new RtrPdu.ErrorReport(2, "0102000000000008", "no data yet"));

  @Test
  void every_pdu_is_read_as_it_was_written() throws Exception {
    for (RtrPdu pdu : ALL) {
      RtrMessage message = new RtrMessage(2, pdu);
      assertThat(read(RtrWriter.write(message))).contains(message);
    }
  }

  @Test
  void octets_are_those_of_the_standard() {
    assertThat(hex(1, new RtrPdu.ResetQuery())).isEqualTo("0102000000000008");
    assertThat(hex(1, new RtrPdu.SerialQuery(0x1234, 0x56789abcL)))
        .isEqualTo("010112340000000c56789abc");
    assertThat(hex(0, ALL.get(4))).isEqualTo("000400000000001401181a00c0000200fa56ea00");
    assertThat(hex(0, new RtrPdu.EndOfData(1, 2, Optional.empty())))
        .isEqualTo("000700010000000c00000002");
  }

  @Test
  void aspas_of_early_and_of_later_drafts_are_read() throws Exception {
    RtrPdu later = read("020b0100000000140000fbf400000001000000ff").orElseThrow().pdu();
    RtrPdu early = read("020b000000000018010000020000fbf400000001000000ff").orElseThrow().pdu();
    assertThat(later)
        .isEqualTo(early)
        .isEqualTo(
            new RtrPdu.AspaPayload(
                Action.ANNOUNCE, new Asn(64_500), List.of(new Asn(1), new Asn(255))));
    assertThat(read("020b00000000000c0000fbf4").orElseThrow().pdu())
        .isEqualTo(new RtrPdu.AspaPayload(Action.WITHDRAW, new Asn(64_500), List.of()));
    assertThat(refused("020b000000000018010000030000fbf400000001000000ff"))
        .isEqualTo(RtrError.CORRUPT_DATA);
  }

  @Test
  void what_is_wrong_says_which_error_to_answer() {
    assertThat(refused("0302000000000008")).isEqualTo(RtrError.UNSUPPORTED_VERSION);
    assertThat(refused("0105000000000008")).isEqualTo(RtrError.UNSUPPORTED_PDU_TYPE);
    assertThat(refused("010b01000000000c0000fbf4")).isEqualTo(RtrError.UNSUPPORTED_PDU_TYPE);
    assertThat(refused("0102000000000009")).isEqualTo(RtrError.CORRUPT_DATA);
    assertThat(refused("010a000000ffffff")).isEqualTo(RtrError.CORRUPT_DATA);
    assertThat(refused("010affffffffffff")).isEqualTo(RtrError.CORRUPT_DATA);
    // Host bits, a length over 32, a maximum below the length.
    assertThat(refused("000400000000001401181a00c0000201fa56ea00"))
        .isEqualTo(RtrError.CORRUPT_DATA);
    assertThat(refused("000400000000001401212100c0000200fa56ea00"))
        .isEqualTo(RtrError.CORRUPT_DATA);
    assertThat(refused("000400000000001401181700c0000200fa56ea00"))
        .isEqualTo(RtrError.CORRUPT_DATA);
  }

  @Test
  void a_refusal_carries_the_report_with_the_beginning_of_the_pdu() {
    RtrRefused refused = catchThrowableOfType(RtrRefused.class, () -> read("0105000000000008"));
    assertThat(refused.report().code()).isEqualTo(5);
    assertThat(refused.report().octets()).isEqualTo("0105000000000008");
    assertThat(refused.report().what()).contains("UNSUPPORTED_PDU_TYPE", "PDU type 5");
  }

  @Test
  void a_stream_that_ends_inside_a_pdu_is_broken() {
    assertThat(catchThrowableOfType(EOFException.class, () -> read("010200000000"))).isNotNull();
    assertThat(catchThrowableOfType(EOFException.class, () -> read("010000070000000c0000")))
        .isNotNull();
  }

  @Test
  void any_octets_are_read_or_refused() throws IOException {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    int read = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] octets = RtrWriter.write(new RtrMessage(2, ALL.get(random.nextInt(ALL.size()))));
      for (int i = random.nextInt(3); i > 0; i--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      octets[0] = (byte) random.nextInt(3);
      try {
        read += read(octets).isPresent() ? 1 : 0;
      } catch (RtrRefused refused) {
        assertThat(refused.what()).as("seed %d", seed).isNotEmpty();
      } catch (EOFException broken) {
        assertThat(broken.getMessage()).as("seed %d", seed).startsWith("ends inside");
      }
    }
    assertThat(read).as("seed %d", seed).isPositive();
  }

  private static Optional<RtrMessage> read(String hex) throws IOException, RtrRefused {
    return read(HexFormat.of().parseHex(hex));
  }

  private static Optional<RtrMessage> read(byte[] octets) throws IOException, RtrRefused {
    return new RtrReader(new ByteArrayInputStream(octets)).next();
  }

  private static RtrError refused(String hex) {
    return catchThrowableOfType(RtrRefused.class, () -> read(hex)).error();
  }

  private static String hex(int version, RtrPdu pdu) {
    return HexFormat.of().formatHex(RtrWriter.write(new RtrMessage(version, pdu)));
  }
}
