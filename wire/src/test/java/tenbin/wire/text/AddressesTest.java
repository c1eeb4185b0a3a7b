package tenbin.wire.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;

final class AddressesTest {
  private final Addresses addresses = new Addresses();

  @Test
  void reads_what_the_noun_reads() {
    for (String text :
        new String[] {
          "192.0.2.1",
          "0.0.0.0",
          "255.255.255.255",
          "2001:db8::1",
          "::1",
          "1.2.3",
          "1.2.3.4.5",
          "01.2.3.4",
          "256.1.1.1",
          "2001:db8::1::2",
          "",
          "-",
          "192.0.2.1 x",
          "1..2.3",
          "1.2.3.",
        }) {
      assertThat(addresses.read(text))
          .as(text)
          .isEqualTo(Address.tryParse(text).orElse(Address.NONE));
    }
  }

  @Test
  void a_zone_is_dropped_and_told() {
    assertThat(addresses.read("fe80::1%eth0")).isEqualTo(Address.parse("fe80::1"));
    assertThat(addresses.zoneDropped()).isTrue();
    assertThat(addresses.read("fe80::1")).isEqualTo(Address.parse("fe80::1"));
    assertThat(addresses.zoneDropped()).isFalse();
  }

  @Test
  void a_mapped_address_is_ipv4_and_told() {
    assertThat(addresses.read("::ffff:192.0.2.9")).isEqualTo(Address.parse("192.0.2.9"));
    assertThat(addresses.wasMapped()).isTrue();
    assertThat(addresses.read("[2001:db8::9]")).isEqualTo(Address.parse("2001:db8::9"));
    assertThat(addresses.wasMapped()).isFalse();
  }

  @Test
  void numbers_have_their_bounds() {
    assertThat(Numbers.port("65535")).isEqualTo(65_535);
    assertThat(Numbers.port("0")).isZero();
    for (String bad : new String[] {"65536", "-1", "", "8o", "+80", "99999999999999999999"}) {
      assertThat(Numbers.port(bad)).as(bad).isEqualTo(-1);
    }
  }

  @Test
  void host_names_come_out_in_their_ascii_form() {
    assertThat(host("p7.bb.example.jp")).contains("p7.bb.example.jp");
    assertThat(host("WWW.Example.JP.")).contains("www.example.jp");
    assertThat(host("日本語.example")).contains("xn--wgv71a119e.example");
    for (String bad : new String[] {"-", "", "a..b", "-a.example", "a-.example", "x y"}) {
      assertThat(host(bad)).as(bad).isEmpty();
    }
  }

  private static Optional<String> host(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return HostNames.read(bytes, 0, bytes.length);
  }
}
