package tenbin.spine.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

class OriginVersionsTest {
  private static final Instant START = Instant.parse("2026-03-24T00:00:00Z");
  private static final Prefix NET = Prefix.parse("126.64.0.0/16");
  private static final Prefix AROUND = Prefix.parse("126.0.0.0/8");
  private static final Address INSIDE = Address.parse("126.64.3.4");

  private static long hours(int count) {
    return Timeline.nanos(START.plusSeconds(count * 3_600L));
  }

  private static Instant at(int hours) {
    return START.plusSeconds(hours * 3_600L);
  }

  private static String found(OriginTable table, Address address, long nanos) {
    int entry = table.find(address, nanos);
    return entry == PrefixTable.NONE
        ? "nothing"
        : table.prefix(entry) + " AS" + table.origins(entry)[0];
  }

  @Test
  void an_origin_holds_from_its_change_on_until_the_next() {
    OriginTable table =
        OriginTable.builder("routes", START)
            .add(NET, 64_496)
            .since(at(2))
            .add(NET, 64_497)
            .since(at(5))
            .add(NET, 64_498, 64_499)
            .build();
    assertThat(found(table, INSIDE, hours(0))).isEqualTo("126.64.0.0/16 AS64496");
    assertThat(found(table, INSIDE, hours(2) - 1)).isEqualTo("126.64.0.0/16 AS64496");
    assertThat(found(table, INSIDE, hours(2))).isEqualTo("126.64.0.0/16 AS64497");
    assertThat(found(table, INSIDE, hours(9))).isEqualTo("126.64.0.0/16 AS64498");
    assertThat(table.source(table.find(INSIDE, hours(3))))
        .isEqualTo("routes, as of 2026-03-24T02:00:00Z");
  }

  @Test
  void what_is_gone_or_not_there_yet_leaves_the_less_specific_one() {
    OriginTable table =
        OriginTable.builder("routes", START)
            .add(AROUND, 1)
            .since(at(2))
            .add(NET, 2)
            .since(at(5))
            .add(NET, 0)
            .build();
    assertThat(found(table, INSIDE, hours(1))).isEqualTo("126.0.0.0/8 AS1");
    assertThat(found(table, INSIDE, hours(3))).isEqualTo("126.64.0.0/16 AS2");
    assertThat(found(table, INSIDE, hours(6))).isEqualTo("126.0.0.0/8 AS1");
    assertThat(found(table, INSIDE, hours(-1))).isEqualTo("nothing");
  }

  @Test
  void changes_do_not_go_back_in_time() {
    OriginTable.Builder table = OriginTable.builder("routes", START).since(at(2));
    assertThatThrownBy(() -> table.since(at(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_any_time_a_table_with_changes_says_what_the_whole_table_of_that_time_says() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    OriginTable.Builder builder = OriginTable.builder("routes", START);
    List<Map<Prefix, Long>> states = new ArrayList<>();
    Map<Prefix, Long> state = new TreeMap<>();
    for (int hour = 0; hour < 40; hour++) {
      if (hour > 0) {
        builder.since(at(hour));
      }
      for (int i = 0; i < (hour == 0 ? 60 : 12); i++) {
        Prefix prefix = prefix(random);
        long origin = hour == 0 ? 1 + random.nextInt(9) : random.nextInt(10);
        builder.add(prefix, origin);
        state.put(prefix, origin);
      }
      states.add(Map.copyOf(state));
    }
    OriginTable table = builder.build();
    for (int i = 0; i < 20_000; i++) {
      int hour = random.nextInt(40);
      Address address = prefix(random).first();
      String expected = naive(states.get(hour), address);
      assertThat(found(table, address, hours(hour) + random.nextInt(1_000_000)))
          .as("seed %d, %s at hour %d", seed, address, hour)
          .isEqualTo(expected);
    }
  }

  private static String naive(Map<Prefix, Long> state, Address address) {
    Optional<Prefix> closest =
        state.keySet().stream()
            .filter(each -> each.isV4() == address.isV4() && each.contains(address))
            .filter(each -> state.getOrDefault(each, 0L) != 0)
            .max(Comparator.comparingInt(Prefix::bits));
    return closest.map(each -> each + " AS" + state.get(each)).orElse("nothing");
  }

  private static Prefix prefix(SplittableRandom random) {
    return random.nextInt(4) > 0
        ? Prefix.around(Address.ofV4(0x7E000000 | random.nextInt(64)), 20 + random.nextInt(13))
        : Prefix.around(
            new Address(0x2a0e_0000_0000_0000L | random.nextInt(16), 0), random.nextInt(65));
  }
}
