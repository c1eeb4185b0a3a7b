package tenbin.wire.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.MessageWriter;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Side;
import tenbin.wire.bgp.Treated;

/** Every kind of BMP message (RFC 7854, 8671, 9069), by hand, and damaged. */
class BmpReaderTest {
  private static final String TIME = "6553f100 00000007"; // 1700000000.000007
  private static final String MARKER = "ff".repeat(16);
  private static final String UPDATE =
      MARKER + "002d 02 0000 0012" + "40010100 4002 04 0201 fbf0 400304 c0000201" + "18 c63364";

  private static String head(String kindAndFlags, String address) {
    return kindAndFlags + "0000000000000000" + address + "0000fbf0 c0000201" + TIME;
  }

  private static final String FOUR = "00".repeat(12) + "c0000201";
  private static final String SIX = "20010db8000000000000000000000001";

  private static byte[] message(int type, String body) {
    byte[] octets = HexFormat.of().parseHex(body.replace(" ", ""));
    String head = "03" + HexFormat.of().toHexDigits(6 + octets.length) + hex(type);
    return HexFormat.of().parseHex(head + HexFormat.of().formatHex(octets));
  }

  private static String hex(int octet) {
    return HexFormat.of().toHexDigits((byte) octet);
  }

  private static BmpMessage read(int type, String body) throws Malformed {
    byte[] bytes = message(type, body);
    assertThat(BmpReader.length(bytes)).isEqualTo(bytes.length);
    return BmpReader.read(bytes, bytes.length);
  }

  @Test
  void routes_of_a_peer_are_told_with_who_and_when() throws Malformed {
    var told = (BmpMessage.RouteMonitoring) read(0, head("0020", FOUR) + UPDATE);
    assertThat(told.peer().address()).isEqualTo(Address.parse("192.0.2.1"));
    assertThat(told.peer().asn()).isEqualTo(new Asn(64_496));
    assertThat(told.peer().micros()).isEqualTo(1_700_000_000_000_007L);
    assertThat(told.peer().width()).as("flag A").isEqualTo(AsWidth.TWO);
    Treated update = told.update(new SessionForm(told.peer().width(), Set.of(), Side.MONITORED));
    assertThat(update.faults()).isEmpty();
    assertThat(update.update().announced()).hasSize(1);
    assertThat(update.update().attributes().path()).hasToString("64496");
  }

  @Test
  void flags_say_which_table_it_is() throws Malformed {
    assertThat(view("0000", FOUR)).isEqualTo(View.IN_BEFORE_POLICY);
    assertThat(view("0040", FOUR)).isEqualTo(View.IN_AFTER_POLICY);
    assertThat(view("0010", FOUR)).isEqualTo(View.OUT_BEFORE_POLICY);
    assertThat(view("00d0", SIX)).isEqualTo(View.OUT_AFTER_POLICY);
    assertThat(view("0380", "00".repeat(16))).isEqualTo(View.LOCAL);
    var local = (BmpMessage.RouteMonitoring) read(0, head("0380", "00".repeat(16)) + UPDATE);
    assertThat(local.peer().isFiltered()).isTrue();
    assertThat(local.peer().address()).isEqualTo(Address.NONE);
  }

  private static View view(String flags, String address) throws Malformed {
    return ((BmpMessage.RouteMonitoring) read(0, head(flags, address) + UPDATE)).peer().view();
  }

  @Test
  void a_session_begins_with_both_opens_and_ends_with_a_reason() throws Malformed {
    Open open =
        new Open(
            new Asn(64_496),
            90,
            Address.parse("192.0.2.1"),
            List.of(
                new Capability.AddPath(List.of(new Capability.Paths(AfiSafi.IPV6_UNICAST, 3)))));
    String octets = HexFormat.of().formatHex(MessageWriter.open(open));
    String table =
        "0003 0006"
            + HexFormat.of().formatHex("global".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var up =
        (BmpMessage.PeerUp)
            read(3, head("0080", SIX) + SIX + "00b3 c001" + octets + octets + table);
    assertThat(up.sent()).contains(open);
    assertThat(up.received()).contains(open);
    assertThat(up.local()).isEqualTo(Address.parse("2001:db8::1"));
    assertThat(up.information()).singleElement().extracting(Tlv::text).isEqualTo("global");
    String ceased = HexFormat.of().formatHex(MessageWriter.notification(Notification.of(6, 4)));
    var down = (BmpMessage.PeerDown) read(2, head("0000", FOUR) + "03" + ceased);
    assertThat(down.why()).hasToString("the peer closed: Cease: administrative reset");
    assertThat(((BmpMessage.PeerDown) read(2, head("0000", FOUR) + "02 0018")).why())
        .hasToString("the router closed at event 24");
    assertThat(((BmpMessage.PeerDown) read(2, head("0000", FOUR) + "05")).why())
        .hasToString("the router monitors it no more");
  }

  @Test
  void an_open_that_cannot_be_read_leaves_the_rest_of_a_peer_up() throws Malformed {
    String bad = MARKER + "001d 01 03 fbf0 005a c0000201 00";
    var up = (BmpMessage.PeerUp) read(3, head("0000", FOUR) + FOUR + "00b3 c001" + bad + bad);
    assertThat(up.sent()).isEmpty();
    assertThat(up.received()).isEmpty();
  }

  @Test
  void counters_names_ends_and_mirrored_messages_are_read() throws Malformed {
    var counted =
        (BmpMessage.Statistics)
            read(
                1,
                head("0000", FOUR)
                    + "00000002 0000 0004 00000009 0009 000b 0002 01 0000000000000111");
    assertThat(counted.counters())
        .containsExactly(
            new BmpMessage.Statistic(0, java.util.Optional.empty(), 9),
            new BmpMessage.Statistic(9, java.util.Optional.of(AfiSafi.IPV6_UNICAST), 273));
    var first = (BmpMessage.Initiation) read(4, "0002 0003 617a75 0001 0002 460a");
    assertThat(first.name()).isEqualTo("azu");
    assertThat(first.description()).as("without what a terminal obeys").isEqualTo("F");
    var last = (BmpMessage.Termination) read(5, "0001 0002 0002 0000 0003 627965");
    assertThat(last.why()).isEqualTo("out of resources: bye");
    var mirrored = (BmpMessage.Mirroring) read(6, head("0000", FOUR) + "0001 0002 0001");
    assertThat(mirrored.mirrored()).containsExactly(new Tlv(1, "0001"));
    assertThat(read(99, "")).isEqualTo(new BmpMessage.Unknown(99));
  }

  @Test
  void what_no_router_sends_is_refused_with_its_place() {
    assertThatThrownBy(() -> BmpReader.length(new byte[] {2, 0, 0, 0, 6, 4}))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("version 2");
    assertThatThrownBy(() -> BmpReader.length(new byte[] {3, 127, 0, 0, 6, 4}))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("octets");
    assertThatThrownBy(() -> read(0, head("0900", FOUR) + UPDATE)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read(0, head("0000", FOUR) + MARKER + "0013 04"))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> read(3, head("0000", FOUR))).isInstanceOf(Malformed.class);
  }

  @Test
  void whatever_the_octets_are_only_a_refusal_is_thrown() {
    SplittableRandom random = new SplittableRandom(20_261_127);
    String open =
        HexFormat.of()
            .formatHex(
                MessageWriter.open(
                    new Open(new Asn(64_496), 90, Address.parse("192.0.2.1"), List.of())));
    List<byte[]> samples =
        List.of(
            message(0, head("0000", FOUR) + UPDATE),
            message(1, head("0000", FOUR) + "00000001 0009 000b 0002 01 0000000000000111"),
            message(2, head("0000", FOUR) + "02 0018"),
            message(3, head("0080", SIX) + SIX + "00b3 c001" + open + open),
            message(4, "0002 0003 617a75"),
            message(5, "0001 0002 0002"),
            message(6, head("0000", FOUR) + "0001 0002 0001"));
    int refused = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        bytes[5 + random.nextInt(bytes.length - 5)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(8) == 0 ? 6 + random.nextInt(bytes.length - 5) : bytes.length;
      try {
        assertThat(BmpReader.read(bytes, length).toString()).isNotBlank();
      } catch (Malformed told) {
        assertThat(told.what()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isBetween(10_000, 190_000);
  }
}
