package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

class RouteTableTest {
  private static final Prefix NET = Prefix.parse("192.0.2.0/24");
  private static final int NOW = 29_000_000;

  private final RouteTable table = new RouteTable(new Limits(4, 3, 30, 7));

  private static Vantage router(int number) {
    return new Vantage("rrc00", new Asn(64_500 + number), Address.ofV4(0xC6336400 + number));
  }

  @Test
  void a_vantage_point_keeps_its_number() {
    assertThat(table.vantage(router(1))).isZero();
    assertThat(table.vantage(router(2))).isEqualTo(1);
    assertThat(table.vantage(router(1))).isZero();
    assertThat(table.vantage(1)).isEqualTo(router(2));
    assertThat(table.vantages()).isEqualTo(2);
  }

  @Test
  void beyond_1024_vantage_points_words_are_refused_and_counted() {
    for (int i = 0; i < RouteTable.MOST_VANTAGES; i++) {
      assertThat(table.vantage(router(i))).isEqualTo(i);
    }
    int beyond = table.vantage(router(5_000));
    assertThat(beyond).isEqualTo(RouteTable.NONE);
    assertThat(table.announce(beyond, NET, 64_496, NOW)).isEqualTo(RouteTable.NONE);
    assertThat(table.isSeen(NET)).isFalse();
    assertThat(table.refused().vantages()).isEqualTo(2);
    assertThat(table.announce(1_023, NET, 64_496, NOW)).isEqualTo(RouteTable.NONE);
    table.lost(1_023);
    assertThat(table.announce(1_023, NET, 64_496, NOW)).isEqualTo(RouteTable.NONE);
    assertThat(table.vantages(NET, 64_496)).containsExactly(1_023);
  }

  @Test
  void beyond_its_limit_prefixes_are_refused_and_those_that_are_there_go_on() {
    int from = table.vantage(router(1));
    for (int i = 0; i < 6; i++) {
      table.announce(from, Prefix.parse("10." + i + ".0.0/16"), 64_496, NOW);
    }
    assertThat(table.prefixes()).isEqualTo(4);
    assertThat(table.refused().prefixes()).isEqualTo(2);
    assertThat(table.announce(from, Prefix.parse("10.0.0.0/16"), 64_497, NOW)).isEqualTo(64_496);
  }

  @Test
  void of_a_prefix_with_an_origin_after_the_other_the_oldest_memories_go_first() {
    int from = table.vantage(router(1));
    for (int i = 0; i < 100; i++) {
      table.announce(from, NET, 64_496 + i, NOW + i);
    }
    assertThat(table.remembered(NET)).hasSize(RouteRows.MOST_ORIGINS).contains(64_595, 64_594);
    assertThat(table.firstSeen(NET, 64_496)).isEmpty();
    assertThat(table.origins(NET)).containsExactly(64_595);
    assertThat(table.refused().origins()).isZero();
  }

  @Test
  void more_origins_at_once_than_are_kept_are_refused_and_the_old_route_is_gone() {
    RouteTable wide = new RouteTable(Limits.usual(1));
    for (int i = 0; i < 40; i++) {
      wide.announce(wide.vantage(router(i)), NET, 64_496 + i, NOW);
    }
    assertThat(wide.origins(NET)).hasSize(RouteRows.MOST_ORIGINS);
    assertThat(wide.refused().origins()).isEqualTo(8);
    assertThat(wide.announce(0, NET, 1, NOW)).isEqualTo(64_496);
    assertThat(wide.origin(0, NET)).isEqualTo(1);
  }

  @Test
  void a_lost_session_is_gone_at_once_and_remembered_with_its_minute() {
    int one = table.vantage(router(1));
    table.announce(one, NET, 64_496, NOW);
    table.announce(one, Prefix.parse("198.51.100.0/24"), 64_496, NOW + 60);
    table.lost(one);
    assertThat(table.isSeen(NET)).isFalse();
    assertThat(table.origin(one, NET)).isEqualTo(RouteTable.NONE);
    assertThat(table.lastSeen(NET, 64_496)).hasValue(NOW + 60);
    assertThat(table.routes(one)).isZero();
    assertThat(table.withdraw(one, NET, NOW + 70)).isEqualTo(RouteTable.NONE);
    assertThat(table.announce(one, NET, 64_496, NOW + 80)).isEqualTo(RouteTable.NONE);
    assertThat(table.seenBy(NET)).isEqualTo(1);
  }

  @Test
  void a_session_that_flaps_a_thousand_times_leaves_the_others_as_they_were() {
    int steady = table.vantage(router(1));
    int flapping = table.vantage(router(2));
    table.announce(steady, NET, 64_496, NOW);
    for (int i = 0; i < 1_000; i++) {
      table.announce(flapping, NET, 64_497, NOW + i);
      table.lost(flapping);
      assertThat(table.vantages(NET, 64_496)).containsExactly(steady);
      assertThat(table.seenBy(NET, 64_497)).isZero();
    }
    assertThat(table.lastSeen(NET, 64_497)).hasValue(NOW + 999);
  }

  @Test
  void the_origin_of_a_path_is_its_last_as_or_a_set_or_the_router_itself() throws Exception {
    assertThat(table.origin(router(1), AsPath.EMPTY)).isEqualTo(64_501);
    long set = table.set(IntStream.of(3, 2, 3));
    assertThat(set).isGreaterThan(0xffff_ffffL);
    assertThat(table.members(set)).containsExactly(2, 3);
    assertThat(table.set(IntStream.of(2, 3))).isEqualTo(set);
    assertThat(table.set(IntStream.of(9))).isEqualTo(9);
    assertThat(table.members(9)).containsExactly(9);
    assertThat(table.set(IntStream.of(-1))).isEqualTo(4_294_967_295L);
  }

  @Test
  void an_origin_that_is_no_number_and_no_known_set_is_a_mistake_of_the_caller() {
    int one = table.vantage(router(1));
    assertThatThrownBy(() -> table.announce(one, NET, 1L << 40, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sets_beyond_measure_are_one_set_without_members() {
    long large = table.set(IntStream.range(1, 400));
    assertThat(large).isEqualTo(OriginSets.OTHER);
    assertThat(table.members(large)).isEmpty();
    assertThat(table.refused().sets()).isEqualTo(1);
  }

  @Test
  void the_ipv6_default_route_lies_around_no_ipv4_prefix() {
    int one = table.vantage(router(1));
    table.announce(one, Prefix.parse("::/0"), 64_496, NOW);
    assertThat(table.around(NET)).isEmpty();
    assertThat(table.around(Prefix.parse("2001:db8::/32"))).contains(Prefix.parse("::/0"));
    table.announce(one, Prefix.parse("0.0.0.0/0"), 64_496, NOW);
    assertThat(table.around(NET)).contains(Prefix.parse("0.0.0.0/0"));
    assertThat(table.anyInside(Prefix.parse("::/1"))).isFalse();
  }
}
