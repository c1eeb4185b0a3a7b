package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

class LinkTableTest {
  private static final int NOW = 29_000_000;

  private final RouteTable table = new RouteTable(new Limits(10, 100_000, 30, 7));

  @BeforeEach
  void openVantagePoints() {
    for (int i = 0; i < 900; i++) {
      table.vantage(router(i));
    }
  }

  private static Vantage router(int number) {
    return new Vantage("rrc00", new Asn(number), Address.ofV4(number));
  }

  @Test
  void a_link_counts_the_vantage_points_that_show_it_and_not_how_often() {
    for (int i = 0; i < 5; i++) {
      table.link(64_496, 64_497, NOW + i, 3);
    }
    assertThat(table.linkSeenBy(64_496, 64_497)).isEqualTo(1);
    table.link(64_497, 64_496, NOW + 9, 4);
    assertThat(table.linkSeenBy(64_496, 64_497)).isEqualTo(2);
    assertThat(table.linkFirstSeen(64_497, 64_496)).hasValue(NOW);
    assertThat(table.knowsLink(64_496, 64_498)).isFalse();
    assertThat(table.linkSeenBy(64_496, 64_498)).isZero();
    assertThat(table.linkFirstSeen(64_496, 64_498)).isEmpty();
  }

  @Test
  void an_as_is_no_neighbour_of_itself() {
    table.link(-1, -1, NOW, 0);
    table.link(0, 0, NOW, 0);
    assertThat(table.links()).isZero();
    assertThat(table.knowsLink(-1, -1)).isFalse();
    assertThat(table.linkSeenBy(-1, -1)).isZero();
  }

  @Test
  void what_one_vantage_point_alone_showed_is_forgotten_and_what_two_showed_is_not() {
    table.link(1, 2, NOW, 0);
    table.link(2, 3, NOW, 0);
    table.link(2, 3, NOW, 1);
    table.link(3, 4, NOW + 31 * 1_440, 0);
    table.forget(NOW + 31 * 1_440);
    assertThat(table.knowsLink(1, 2)).isFalse();
    assertThat(table.knowsLink(2, 3)).isTrue();
    assertThat(table.knowsLink(3, 4)).isTrue();
  }

  @Test
  void links_beyond_the_limit_are_refused_and_counted() {
    RouteTable small = new RouteTable(new Limits(10, 3, 30, 7));
    small.vantage(router(0));
    for (int i = 0; i < 10; i++) {
      small.link(i, i + 1, NOW, 0);
    }
    assertThat(small.links()).isEqualTo(3);
    assertThat(small.refused().links()).isEqualTo(7);
  }

  @Test
  void links_say_what_a_map_of_sets_says() {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    Map<Long, Set<Integer>> naive = new HashMap<>();
    for (int i = 0; i < 60_000; i++) {
      int a = random.nextInt(90) - 2;
      int b = random.nextInt(90) - 2;
      int vantage = random.nextInt(1 + random.nextInt(900));
      table.link(a, b, NOW, vantage);
      if (a != b) {
        naive.computeIfAbsent(pair(a, b), ignored -> new HashSet<>()).add(vantage);
      }
    }
    assertThat(table.links()).as("seed %d", seed).isEqualTo(naive.size());
    naive.forEach((pair, who) ->
        assertThat(table.linkSeenBy((int) (pair >> 32), (int) (long) pair))
            .as("seed %d", seed)
            .isEqualTo(Math.min(who.size(), RouteTable.MOST_LINK_VANTAGES)));
  }

  private static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b) & 0xffff_ffffL;
  }
}
