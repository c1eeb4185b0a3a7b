package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AsPath;

class ImpossibleTest {
  private final Impossible impossible = new Impossible();

  private boolean is(long of, int... hops) {
    return impossible.is(new Asn(of), AsPath.of(hops));
  }

  @Test
  void a_router_tells_no_path_that_left_its_own_as_and_came_back() {
    assertThat(is(3_001, 3_001, 3_200, 3_001, 3_100)).isTrue();
    assertThat(is(3_001, 3_200, 3_001, 3_100, 3_001)).isTrue();
  }

  @Test
  void its_own_as_several_times_in_a_row_and_behind_a_monitor_of_its_own_is_usual() {
    assertThat(is(3_001, 3_001, 3_001, 3_001, 3_200)).isFalse();
    assertThat(is(3_001, 3_500, 3_001, 3_200)).as("FRR's BMP puts itself before").isFalse();
    assertThat(is(3_001, 3_200, 3_100)).as("a route server is not in its paths").isFalse();
    assertThat(is(3_001, 3_001, 3_100, 3_200, 3_100)).as("somebody else's poison").isFalse();
    assertThat(is(3_001)).isFalse();
  }

  @Test
  void numbers_of_no_network_are_impossible_and_private_ones_and_examples_are_not() {
    assertThat(is(3_001, 3_001, 0, 3_100)).isTrue();
    assertThat(is(3_001, 3_001, 23_456)).isTrue();
    assertThat(is(3_001, 3_001, 65_535)).isTrue();
    assertThat(is(3_001, 3_001, 70_000)).isTrue();
    assertThat(is(3_001, 3_001, -1)).isTrue();
    assertThat(is(3_001, 3_001, 65_000)).isFalse();
    assertThat(is(3_001, 3_001, 64_500)).isFalse();
    assertThat(is(3_001, 3_001, (int) 4_200_000_001L)).isFalse();
  }

  @Test
  void the_same_path_of_another_router_is_asked_anew() {
    assertThat(is(3_001, 3_001, 3_200, 3_001)).isTrue();
    assertThat(is(3_002, 3_001, 3_200, 3_001)).isFalse();
  }
}
