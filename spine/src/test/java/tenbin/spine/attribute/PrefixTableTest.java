package tenbin.spine.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

class PrefixTableTest {
  private static final int[] V4_LENGTHS = {0, 1, 8, 16, 17, 18, 19, 22, 23, 24, 25, 30, 31, 32};
  private static final int[] V6_LENGTHS = {
    0, 3, 12, 18, 19, 24, 32, 36, 47, 48, 49, 56, 60, 61, 63, 64, 65, 66, 67, 96, 120, 126, 127, 128
  };

  @Test
  void an_empty_table_finds_nothing() {
    assertThat(PrefixTable.EMPTY.find(Address.parse("192.0.2.1"))).isEqualTo(PrefixTable.NONE);
    assertThat(PrefixTable.EMPTY.find(Address.parse("2001:db8::1"))).isEqualTo(PrefixTable.NONE);
    assertThat(PrefixTable.EMPTY.size()).isZero();
  }

  @Test
  void the_most_specific_prefix_answers() {
    PrefixTable table =
        tableOf("126.64.0.0/10", "126.64.0.0/16", "126.64.1.0/24", "126.64.1.7/32", "0.0.0.0/0");
    assertThat(table.find(Address.parse("126.64.1.7"))).isEqualTo(3);
    assertThat(table.find(Address.parse("126.64.1.8"))).isEqualTo(2);
    assertThat(table.find(Address.parse("126.64.2.0"))).isEqualTo(1);
    assertThat(table.find(Address.parse("126.127.255.255"))).isZero();
    assertThat(table.find(Address.parse("126.128.0.0"))).isEqualTo(4);
  }

  @Test
  void a_default_route_of_ipv6_does_not_answer_for_ipv4_nor_the_other_way_round() {
    assertThat(tableOf("::/0").find(Address.parse("192.0.2.1"))).isEqualTo(PrefixTable.NONE);
    assertThat(tableOf("::/0").find(Address.parse("2001:db8::1"))).isZero();
    assertThat(tableOf("0.0.0.0/0").find(Address.parse("2001:db8::1"))).isEqualTo(PrefixTable.NONE);
  }

  @Test
  void a_mapped_address_is_the_ipv4_address() {
    assertThat(tableOf("192.0.2.0/24").find(Address.parse("::ffff:192.0.2.9"))).isZero();
  }

  @Test
  void of_two_equal_prefixes_the_later_one_answers() {
    assertThat(tableOf("192.0.2.0/24", "192.0.2.0/24").find(Address.parse("192.0.2.9"))).isOne();
  }

  @Test
  void the_last_bit_of_ipv6_decides() {
    PrefixTable table = tableOf("2001:db8::/127", "2001:db8::1/128");
    assertThat(table.find(Address.parse("2001:db8::"))).isZero();
    assertThat(table.find(Address.parse("2001:db8::1"))).isOne();
    assertThat(table.find(Address.parse("2001:db8::2"))).isEqualTo(PrefixTable.NONE);
  }

  @Test
  void a_negative_answer_is_refused() {
    Prefix prefix = Prefix.parse("192.0.2.0/24");
    assertThatThrownBy(() -> PrefixTable.builder().add(prefix, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void random_tables_answer_as_a_linear_search_does() {
    long seed = new Random().nextLong();
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = 0; round < 150; round++) {
      List<Prefix> prefixes = randomPrefixes(random, 1 + random.nextInt(120));
      PrefixTable.Builder builder = PrefixTable.builder();
      for (int i = 0; i < prefixes.size(); i++) {
        builder.add(prefixes.get(i), i);
      }
      PrefixTable table = builder.build();
      for (int probe = 0; probe < 400; probe++) {
        Address address = probe(random, prefixes);
        assertThat(table.find(address))
            .as("seed %d round %d: %s in %s", seed, round, address, prefixes)
            .isEqualTo(linear(prefixes, address));
      }
    }
  }

  @Test
  void one_entry_per_24_answers_as_the_trie_does() {
    long seed = new Random().nextLong();
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = 0; round < 3; round++) {
      SortedKeys keys = new SortedKeys();
      List<Prefix> prefixes = randomPrefixes(random, 2_000);
      prefixes.removeIf(prefix -> !prefix.isV4());
      for (int i = 0; i < prefixes.size(); i++) {
        keys.add(prefixes.get(i).first().low() << 32, 0, prefixes.get(i).length(), i);
      }
      keys.sort();
      Dir24 dir = Dir24.of(keys);
      Poptrie trie = PoptrieBuilder.build(keys, 12, PrefixTable.NONE);
      for (int probe = 0; probe < 20_000; probe++) {
        long key = probe(random, prefixes).low() << 32;
        assertThat(dir.find(key, 0)).as("seed %d: %x", seed, key).isEqualTo(trie.find(key, 0));
      }
    }
  }

  @Test
  void ranges_answer_as_the_trie_does_whatever_their_first_level() {
    long seed = new Random().nextLong();
    RandomGenerator random = new SplittableRandom(seed);
    for (int firstBits : new int[] {7, 12, 13, 22}) {
      List<Prefix> prefixes = randomPrefixes(random, 3_000);
      prefixes.removeIf(Prefix::isV4);
      SortedKeys keys = new SortedKeys();
      for (int i = 0; i < prefixes.size(); i++) {
        Prefix each = prefixes.get(i);
        keys.add(each.first().high(), each.first().low(), each.bits(), i / 2);
      }
      keys.sort();
      RankedRanges ranges = RangeBuilder.build(keys, firstBits, 7);
      Poptrie trie = PoptrieBuilder.build(keys, 12, 7);
      for (int probe = 0; probe < 30_000; probe++) {
        Address address = probe(random, prefixes);
        assertThat(ranges.find(address.high(), address.low()))
            .as("seed %d, %d first bits: %s", seed, firstBits, address)
            .isEqualTo(trie.find(address.high(), address.low()));
      }
    }
  }

  @Test
  void a_key_of_ones_behind_the_slot_is_answered_by_the_last_range() {
    PrefixTable table = tableOf("31eb::/16", "31eb:0:1::/48", "31eb:ffff:8000::/33");
    assertThat(table.find(Address.parse("31eb:ffff:ffff:ffff::1"))).isEqualTo(2);
    assertThat(table.find(Address.parse("31eb:ffff:0:ffff::1"))).isZero();
  }

  private static PrefixTable tableOf(String... prefixes) {
    PrefixTable.Builder builder = PrefixTable.builder();
    for (int i = 0; i < prefixes.length; i++) {
      builder.add(Prefix.parse(prefixes[i]), i);
    }
    return builder.build();
  }

  private static int linear(List<Prefix> prefixes, Address address) {
    int best = PrefixTable.NONE;
    for (int i = 0; i < prefixes.size(); i++) {
      Prefix each = prefixes.get(i);
      boolean covers = each.isV4() == address.isV4() && each.contains(address);
      if (covers && (best < 0 || each.bits() >= prefixes.get(best).bits())) {
        best = i;
      }
    }
    return best;
  }

  /** Half of them lie inside an earlier one, so that tables nest deeply. */
  private static List<Prefix> randomPrefixes(RandomGenerator random, int count) {
    List<Prefix> prefixes = new ArrayList<>();
    while (prefixes.size() < count) {
      boolean inside = !prefixes.isEmpty() && random.nextBoolean();
      Address base =
          inside
              ? within(random, prefixes.get(random.nextInt(prefixes.size())))
              : anyAddress(random);
      int[] lengths = base.isV4() ? V4_LENGTHS : V6_LENGTHS;
      prefixes.add(Prefix.around(base, lengths[random.nextInt(lengths.length)]));
    }
    return prefixes;
  }

  private static Address probe(RandomGenerator random, List<Prefix> prefixes) {
    Prefix near = prefixes.get(random.nextInt(prefixes.size()));
    return switch (random.nextInt(6)) {
      case 0 -> anyAddress(random);
      case 1 -> near.first();
      case 2 -> near.last();
      case 3 -> step(near.last(), 1);
      case 4 -> step(near.first(), -1);
      default -> within(random, near);
    };
  }

  private static Address step(Address from, int by) {
    long low = from.low() + by;
    boolean carry = by > 0 ? low == 0 : low == -1;
    return new Address(carry ? from.high() + by : from.high(), low);
  }

  private static Address anyAddress(RandomGenerator random) {
    return random.nextBoolean()
        ? Address.ofV4(random.nextInt())
        : new Address(random.nextLong(), random.nextBoolean() ? 0 : random.nextLong());
  }

  private static Address within(RandomGenerator random, Prefix prefix) {
    Address last = prefix.last();
    long high = prefix.first().high() | random.nextLong() & (last.high() ^ prefix.first().high());
    long low = prefix.first().low() | random.nextLong() & (last.low() ^ prefix.first().low());
    return new Address(high, low);
  }
}
