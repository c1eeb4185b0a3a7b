package tenbin.nouns.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixTest {
  private static final int CASES = 20_000;

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0, 192.0.2.255",
    "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
    "192.0.2.1, 192.0.2.1, 192.0.2.1",
    "2001:db8::/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db8::/65, 2001:db8::, 2001:db8::7fff:ffff:ffff:ffff",
  })
  void a_block_has_its_first_and_last_address(String text, String first, String last) {
    Prefix prefix = Prefix.parse(text);
    assertThat(prefix.first()).hasToString(first);
    assertThat(prefix.last()).hasToString(last);
    assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.0/33", "::/129", "192.0.2.0/", "192.0.2.0/x", "/24", "1.2.3/8"})
  void what_is_no_prefix_is_refused(String text) {
    assertThat(Prefix.tryParse(text)).isEmpty();
  }

  @Test
  void host_bits_are_refused_with_the_block_that_was_probably_meant() {
    assertThatThrownBy(() -> Prefix.parse("192.0.2.7/24")).hasMessageContaining("192.0.2.0/24");
  }

  @Test
  void containing_agrees_with_big_numbers() {
    long seed = 4632;
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      Address one = random(random);
      Address other =
          random.nextBoolean() ? random(random) : new Address(one.high(), one.low() ^ 1);
      int length = random.nextInt(129);
      if (one.isV4()) {
        continue;
      }
      Prefix prefix = Prefix.around(one, length);
      boolean expected =
          number(one).xor(number(other)).shiftRight(128 - length).equals(BigInteger.ZERO);
      assertThat(prefix.contains(other))
          .as("seed %d, case %d: %s has %s", seed, i, prefix, other)
          .isEqualTo(expected);
      assertThat(prefix.contains(prefix.first()) && prefix.contains(prefix.last())).isTrue();
    }
  }

  private static Address random(Random random) {
    return new Address(random.nextLong() & 0xfL << 60, random.nextLong() & 0xffL);
  }

  private static BigInteger number(Address address) {
    BigInteger low = new BigInteger(Long.toUnsignedString(address.low()));
    return new BigInteger(Long.toUnsignedString(address.high())).shiftLeft(64).or(low);
  }
}
