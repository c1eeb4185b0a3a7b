package tenbin.nouns.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  private static final int CASES = 20_000;

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
    "2001:db8::0:1, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "::ffff:c000:201, 192.0.2.1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "::1, ::1",
    "1::, 1::",
    "0.0.0.0, 0.0.0.0",
  })
  void text_becomes_canonical(String text, String canonical) {
    assertThat(Address.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4 ",
        "1..2.3",
        ":",
        ":::",
        "1:2",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "::1%eth0",
        "1:2:3:4:5:6:7:",
        "::1.2.3",
        "1.2.3.4:80",
        "[::1]",
        "1:2:3:4:5:6:7:1.2.3.4",
        "x.example"
      })
  void what_is_no_address_is_refused_with_its_text(String text) {
    assertThat(Address.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> Address.parse(text)).hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void random_addresses_read_back_and_agree_with_the_jdk() throws UnknownHostException {
    long seed = 20_261_121;
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      for (int zero = random.nextInt(12); zero > 0; zero--) {
        bytes[random.nextInt(16)] = 0;
      }
      bytes[0] |= 0x20;
      InetAddress jdk = InetAddress.getByAddress(bytes);
      Address ours = Address.parse(jdk.getHostAddress());
      assertThat(Address.parse(ours.toString())).as("seed %d, case %d", seed, i).isEqualTo(ours);
      assertThat(InetAddress.getByName(ours.toString())).isEqualTo(jdk);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, GLOBAL",
    "10.255.255.255, PRIVATE",
    "11.0.0.0, GLOBAL",
    "100.63.255.255, GLOBAL",
    "100.64.0.0, PRIVATE",
    "100.128.0.0, GLOBAL",
    "127.0.0.1, LOOPBACK",
    "169.254.1.1, LINK_LOCAL",
    "172.15.255.255, GLOBAL",
    "172.16.0.0, PRIVATE",
    "172.32.0.0, GLOBAL",
    "192.0.0.1, RESERVED",
    "192.0.2.1, DOCUMENTATION",
    "192.168.0.1, PRIVATE",
    "198.18.0.1, RESERVED",
    "198.51.100.1, DOCUMENTATION",
    "203.0.113.1, DOCUMENTATION",
    "224.0.0.1, MULTICAST",
    "255.255.255.255, RESERVED",
    "0.1.2.3, RESERVED",
    "::1, LOOPBACK",
    "2001:db8::1, DOCUMENTATION",
    "3fff::1, DOCUMENTATION",
    "2400::1, GLOBAL",
    "fc00::1, PRIVATE",
    "fe80::1, LINK_LOCAL",
    "ff02::1, MULTICAST",
    "4000::1, RESERVED",
  })
  void scopes_follow_the_special_purpose_registries(String text, Scope scope) {
    assertThat(Address.parse(text).scope()).isEqualTo(scope);
  }

  @Test
  void the_unspecified_address_says_that_none_was_told() {
    assertThat(Address.parse("::")).isEqualTo(Address.NONE);
    assertThat(Address.NONE.isPresent()).isFalse();
    assertThat(Address.NONE.scope()).isEqualTo(Scope.NONE);
    assertThat(Address.parse("0.0.0.0").isPresent()).isTrue();
  }
}
