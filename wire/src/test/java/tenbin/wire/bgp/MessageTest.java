package tenbin.wire.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/** OPEN, NOTIFICATION, KEEPALIVE and ROUTE-REFRESH, and the headers of all. */
class MessageTest {
  private static final SessionForm WIDE = new SessionForm(AsWidth.FOUR, Set.of(), Side.EXTERNAL);

  private static final Open OPEN =
      new Open(
          new Asn(4_200_000_000L),
          90,
          Address.parse("192.0.2.1"),
          List.of(
              new Capability.Multiprotocol(AfiSafi.IPV4_UNICAST),
              new Capability.Multiprotocol(AfiSafi.IPV6_UNICAST),
              new Capability.Refresh(),
              new Capability.EnhancedRefresh(),
              new Capability.FourOctetAs(4_200_000_000L),
              new Capability.ExtendedMessage(),
              new Capability.GracefulRestart(
                  true, true, 120, List.of(new Capability.Kept(AfiSafi.IPV4_UNICAST, true))),
              new Capability.AddPath(List.of(new Capability.Paths(AfiSafi.IPV6_UNICAST, 1))),
              new Capability.Role(3),
              new Capability.Other(71, "000101")));

  private static Message read(byte[] bytes) throws Refused {
    MessageReader reader = new MessageReader(WIDE);
    assertThat(reader.length(bytes)).isEqualTo(bytes.length);
    return reader.read(bytes, bytes.length);
  }

  @Test
  void what_is_written_is_read_again() throws Refused {
    assertThat(read(MessageWriter.open(OPEN))).isEqualTo(OPEN);
    assertThat(read(MessageWriter.keepAlive())).isEqualTo(KeepAlive.KEEPALIVE);
    Notification ceased = new Notification(new Notification.Code(6, 2), "0568656c6c6f");
    assertThat(read(MessageWriter.notification(ceased))).isEqualTo(ceased);
    assertThat(ceased).hasToString("Cease: administrative shutdown (\"hello\")");
    RouteRefresh asked = new RouteRefresh(AfiSafi.IPV6_UNICAST, 0);
    assertThat(read(MessageWriter.routeRefresh(asked))).isEqualTo(asked);
  }

  @Test
  void more_capabilities_than_an_octet_counts_take_the_longer_form() throws Refused {
    List<Capability> many =
        java.util.stream.IntStream.range(0, 40)
            .<Capability>mapToObj(i -> new Capability.Other(200, "00".repeat(i)))
            .toList();
    Open open = new Open(new Asn(64_496), 0, Address.parse("192.0.2.1"), many);
    byte[] bytes = MessageWriter.open(open);
    assertThat(bytes[28] & 0xff).as("RFC 9072").isEqualTo(255);
    assertThat(read(bytes)).isEqualTo(open);
  }

  @Test
  void there_is_no_way_to_write_a_route() throws Refused {
    assertThat(MessageWriter.class.getDeclaredMethods())
        .filteredOn(method -> !java.lang.reflect.Modifier.isPrivate(method.getModifiers()))
        .extracting(Method::getName)
        .containsExactlyInAnyOrder(
            "open", "keepAlive", "notification", "routeRefresh", "endOfRib", "number");
    for (AfiSafi family : List.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST)) {
      Treated end = (Treated) read(MessageWriter.endOfRib(family));
      assertThat(end.endOfRib()).contains(family);
      assertThat(end.update().announced()).isEmpty();
      assertThat(end.update().attributes().reach()).isEmpty();
    }
    for (Class<?> told : List.of(Update.class, Treated.class, Attributes.class, Reach.class)) {
      assertThat(told.getDeclaredMethods())
          .as("%s becomes no octets", told)
          .noneMatch(method -> method.getReturnType() == byte[].class)
          .noneMatch(method -> Arrays.toString(method.getParameterTypes()).contains("Output"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a marker with a hole, 1, 1, ffffffffffffffffffffffffffffff00 0013 04",
    "a KEEPALIVE with a body, 1, 2, ffffffffffffffffffffffffffffffff 0014 04",
    "a message without a header, 1, 2, ffffffffffffffffffffffffffffffff 0012 04",
    "an OPEN without a body, 1, 2, ffffffffffffffffffffffffffffffff 0013 01",
    "an UPDATE beyond 4096, 1, 2, ffffffffffffffffffffffffffffffff 1001 02",
    "type 0, 1, 3, ffffffffffffffffffffffffffffffff 0013 00",
    "type 6, 1, 3, ffffffffffffffffffffffffffffffff 0013 06",
  })
  void a_header_that_no_message_has_is_refused(String name, int major, int minor, String header) {
    byte[] bytes = UpdateBytes.hex(header);
    assertThatThrownBy(() -> new MessageReader(WIDE).length(bytes))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.answer().code()).isEqualTo(new Notification.Code(major, minor)));
  }

  @Test
  void longer_messages_are_taken_once_both_said_so() throws Refused {
    byte[] header = UpdateBytes.hex("ffffffffffffffffffffffffffffffff fffe 02");
    MessageReader reader = new MessageReader(WIDE);
    reader.settle(WIDE, MessageReader.MOST_EXTENDED);
    assertThat(reader.length(header)).isEqualTo(0xfffe);
    header[18] = 1;
    assertThatThrownBy(() -> reader.length(header)).as("never an OPEN").isInstanceOf(Refused.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "version 3, 1, 03 fbf0 005a c0000201 00",
    "AS 0, 2, 04 0000 005a c0000201 00",
    "identifier 0.0.0.0, 3, 04 fbf0 005a 00000000 00",
    "an unknown parameter, 4, 04 fbf0 005a c0000201 02 0900",
    "a hold time of 2 s, 6, 04 fbf0 0002 c0000201 00",
    "parameters that lead out, 0, 04 fbf0 005a c0000201 09 0200",
    "octets behind the end, 0, 04 fbf0 005a c0000201 00 00",
  })
  void an_open_that_nobody_may_send_is_refused(String name, int minor, String body) {
    assertThatThrownBy(() -> read(UpdateBytes.message(1, UpdateBytes.hex(body))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.answer().code()).isEqualTo(new Notification.Code(2, minor)));
  }

  @Test
  void whatever_the_octets_are_only_a_refusal_is_thrown() {
    SplittableRandom random = new SplittableRandom(20_261_126);
    byte[] update =
        UpdateBytes.message(2, UpdateBytes.body("", UpdateBytes.ORIGIN, UpdateBytes.ROUTE));
    List<byte[]> samples =
        List.of(
            MessageWriter.open(OPEN),
            MessageWriter.notification(Notification.of(6, 9)),
            MessageWriter.routeRefresh(new RouteRefresh(AfiSafi.IPV4_UNICAST, 1)),
            update);
    int refused = 0;
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt(256);
      }
      MessageReader reader = new MessageReader(WIDE);
      try {
        int length = reader.length(bytes);
        assertThat(reader.read(Arrays.copyOf(bytes, length), length)).isNotNull();
      } catch (Refused told) {
        assertThat(told.what()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isBetween(20_000, 199_000);
  }
}
