package tenbin.desks.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.desks.routes.registry.ExchangeLans.Lan;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

class ReservedTest {
  private final Reserved reserved = Reserved.byIana();

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, default",
    "::/0, default",
    "10.20.0.0/16, RFC 1918",
    "100.100.0.0/16, RFC 6598",
    "198.51.100.0/24, RFC 5737",
    "240.0.0.0/4, RFC 1112",
    "8.8.8.0/25, longer than /24",
    "2a00:1450:4000:8000::/49, longer than /48",
    "2001:db8:1::/48, RFC 3849",
    "2001:0:4136::/48, ''",
    "2001:1::/32, RFC 2928",
    "3fff:abc::/32, RFC 9637",
    "3ffe::/24, RFC 3701",
    "fd00::/32, RFC 4193",
    "4000::/16, outside of 2000::/3",
    "1000::/4, outside of 2000::/3",
  })
  void a_prefix_that_is_never_announced_says_why(String prefix, String reason) {
    if (reason.isEmpty()) {
      assertThat(reserved.prefix(Prefix.parse(prefix))).isEmpty();
    } else {
      assertThat(reserved.prefix(Prefix.parse(prefix)).orElse("nothing")).contains(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.0/24",
        "192.0.0.0/8",
        "192.31.196.0/24",
        "126.0.0.0/8",
        "2400::/12",
        "2002::/16",
        "2001:4:112::/48",
        "2620:4f:8000::/48",
        "2000::/3",
        "2000::/4"
      })
  void a_prefix_that_may_be_announced_has_no_reason(String prefix) {
    assertThat(reserved.prefix(Prefix.parse(prefix))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, RFC 7607",
    "23456, RFC 6793",
    "64496, RFC 5398",
    "64512, RFC 6996",
    "65534, RFC 6996",
    "65535, RFC 7300",
    "65551, RFC 5398",
    "131071, IANA",
    "4200000000, RFC 6996",
    "4294967295, RFC 7300"
  })
  void an_as_number_that_never_stands_in_a_path_says_why(long asn, String reason) {
    assertThat(reserved.asn(asn).orElse("nothing")).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 23_455, 64_495, 131_072, 4_199_999_999L, 2914})
  void an_as_number_that_may_has_no_reason(long asn) {
    assertThat(reserved.asn(asn)).isEmpty();
  }

  @Test
  void an_exchange_is_named_for_its_network_and_its_parts() {
    ExchangeLans lans =
        ExchangeLans.of(
            List.of(
                new Lan(Prefix.parse("210.171.224.0/23"), "JPIX"),
                new Lan(Prefix.parse("2001:de8:8::/64"), "JPIX")));
    assertThat(lans.of(Prefix.parse("210.171.225.0/24"))).contains("JPIX");
    assertThat(lans.of(Prefix.parse("2001:de8:8::/64"))).contains("JPIX");
    assertThat(lans.of(Prefix.parse("210.171.0.0/16"))).isEmpty();
    assertThat(lans.size()).isEqualTo(2);
  }

  @Test
  void a_prefix_of_several_neighbouring_delegations_is_delegated() {
    DelegatedSpace space =
        DelegatedSpace.of(
            List.of(
                Prefix.parse("10.0.1.0/24"),
                Prefix.parse("10.0.0.0/24"),
                Prefix.parse("10.0.0.128/25"),
                Prefix.parse("2001:db8::/32")));
    assertThat(space.delegates(Prefix.parse("10.0.0.0/23"))).isTrue();
    assertThat(space.delegates(Prefix.parse("10.0.0.0/22"))).isFalse();
    assertThat(space.delegates(Prefix.parse("9.0.0.0/24"))).isFalse();
    assertThat(space.delegates(Prefix.parse("2001:db8:ffff::/48"))).isTrue();
    assertThat(space.delegates(Prefix.parse("2001:db9::/48"))).isFalse();
    assertThat(DelegatedSpace.EMPTY.isEmpty()).isTrue();
  }

  @Test
  void delegated_space_says_what_the_sum_of_its_blocks_says() {
    Dice dice = new Dice();
    for (int round = 0; round < 200; round++) {
      boolean[] taken = new boolean[256];
      List<Prefix> blocks = new ArrayList<>();
      for (int i = dice.below(20); i > 0; i--) {
        Prefix block = part(dice);
        blocks.add(block);
        mark(block).forEach(at -> taken[at] = true);
      }
      DelegatedSpace space = DelegatedSpace.of(blocks);
      for (int i = 0; i < 50; i++) {
        Prefix asked = part(dice);
        assertThat(space.delegates(asked))
            .as("%s: %s in %s", dice, asked, blocks)
            .isEqualTo(mark(asked).allMatch(at -> taken[at]));
      }
    }
  }

  private static Prefix part(Dice dice) {
    return Prefix.around(Address.ofV4(dice.below(256)), 24 + dice.below(9));
  }

  private static IntStream mark(Prefix prefix) {
    return IntStream.rangeClosed(prefix.first().v4Bits(), prefix.last().v4Bits());
  }
}
