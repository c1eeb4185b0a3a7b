package tenbin.desks.routes.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Reach;
import tenbin.wire.bgp.Update;

/** What is left of a session that restarts, and which of several paths counts. */
class HeldRoutesTest {
  private static final Vantage FROM =
      new Vantage("member:aozora", new Asn(64_496), Address.parse("192.0.2.1"));

  private final TableSink sink = new TableSink();
  private final HeldRoutes held = new HeldRoutes(FROM, sink);

  private static Reach reach(String prefix, long... id) {
    return new Reach(
        Prefix.parse(prefix), id.length == 0 ? OptionalLong.empty() : OptionalLong.of(id[0]));
  }

  private void announce(Reach... routes) {
    held.tell(1, new Update(List.of(), Attributes.NONE, List.of(routes)));
  }

  private void withdraw(Reach... routes) {
    held.tell(1, new Update(List.of(routes), Attributes.NONE, List.of()));
  }

  @Test
  void what_is_not_told_again_after_a_restart_goes_family_by_family() {
    announce(reach("198.51.100.0/24"), reach("203.0.113.0/24"), reach("2001:db8::/32"));
    held.restarted();
    announce(reach("203.0.113.0/24"));
    sink.take();
    held.sweep(2, AfiSafi.IPV4_UNICAST);
    assertThat(sink.take()).containsExactly("withdrawn 198.51.100.0/24");
    assertThat(held.size()).isEqualTo(2);
    held.sweep(2, AfiSafi.IPV6_UNICAST);
    assertThat(sink.take()).containsExactly("withdrawn 2001:db8::/32");
    held.disable(3, AfiSafi.IPV4_UNICAST);
    assertThat(sink.take()).containsExactly("withdrawn 203.0.113.0/24");
    assertThat(held.size()).isZero();
  }

  @Test
  void a_prefix_is_withdrawn_with_the_last_of_its_paths() {
    announce(reach("198.51.100.0/24", 1));
    announce(reach("198.51.100.0/24", 2));
    assertThat(held.size()).as("paths").isEqualTo(2);
    sink.take();
    withdraw(reach("198.51.100.0/24", 1));
    assertThat(sink.take()).as("the other was told last").isEmpty();
    announce(reach("198.51.100.0/24", 1));
    sink.take();
    withdraw(reach("198.51.100.0/24", 1));
    assertThat(sink.take())
        .as("the other counts now")
        .hasSize(1)
        .first()
        .asString()
        .startsWith("a");
    withdraw(reach("198.51.100.0/24", 9));
    assertThat(sink.take()).isEmpty();
    withdraw(reach("198.51.100.0/24", 2));
    assertThat(sink.take()).containsExactly("withdrawn 198.51.100.0/24");
    assertThat(held.size()).isZero();
  }

  @Test
  void a_stale_path_goes_and_the_fresh_one_counts() {
    announce(reach("198.51.100.0/24", 1), reach("198.51.100.0/24", 2));
    held.restarted();
    announce(reach("198.51.100.0/24", 1));
    sink.take();
    held.sweep(2, AfiSafi.IPV4_UNICAST);
    assertThat(sink.take()).isEmpty();
    assertThat(held.size()).isEqualTo(1);
    held.lost(3);
    assertThat(sink.take()).containsExactly("lost member:aozora");
    assertThat(held.size()).isZero();
  }

  @Test
  void the_set_of_prefixes_is_that_of_a_simple_one() {
    long seed = 20_261_128;
    SplittableRandom random = new SplittableRandom(seed);
    PrefixMarks marks = new PrefixMarks();
    Map<Prefix, Integer> simple = new HashMap<>();
    int generation = 0;
    for (int round = 0; round < 300_000; round++) {
      int bits = 8 + random.nextInt(17);
      Address base =
          random.nextBoolean()
              ? Address.ofV4(random.nextInt(1 << 12) << 20)
              : new Address((long) random.nextInt(1 << 12) << 52, 0);
      Prefix prefix = Prefix.around(base, bits);
      switch (random.nextInt(5)) {
        case 0, 1 -> assertThat(marks.remove(prefix)).isEqualTo(simple.remove(prefix) != null);
        default -> {
          marks.put(prefix, generation);
          simple.put(prefix, generation);
        }
      }
      if (random.nextInt(40_000) == 0) {
        Family family = random.nextBoolean() ? Family.IPV4 : Family.IPV6;
        int keep = generation;
        Set<Prefix> gone = new HashSet<>();
        marks.sweep(family, keep, gone::add);
        Set<Prefix> due = new HashSet<>();
        simple.forEach((key, of) -> {
          if (of != keep && key.isV4() == (family == Family.IPV4)) {
            due.add(key);
          }
        });
        simple.keySet().removeAll(due);
        assertThat(gone).as("seed %s", seed).isEqualTo(due);
        generation++;
      }
      assertThat(marks.size()).isEqualTo(simple.size());
    }
    assertThat(simple.size()).isGreaterThan(1_000);
  }
}
