package tenbin.hub.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;

/** The curve against what it is defined by. */
class HilbertTest {
  @Test
  void every_step_goes_to_a_neighbour_and_every_cell_is_visited_once() {
    Set<Hilbert.Point> seen = new HashSet<>();
    Hilbert.Point before = Hilbert.at(5, 0);
    assertThat(before).isEqualTo(new Hilbert.Point(0, 0));
    seen.add(before);
    for (long number = 1; number < 1_024; number++) {
      Hilbert.Point at = Hilbert.at(5, number);
      assertThat(Math.abs(at.x() - before.x()) + Math.abs(at.y() - before.y())).isEqualTo(1);
      assertThat(seen.add(at)).as("cell %d", number).isTrue();
      before = at;
    }
    assertThat(seen).allMatch(at -> at.x() < 32 && at.y() < 32);
  }

  @Test
  void an_aligned_block_of_an_even_length_is_a_square() {
    Set<Long> columns = new HashSet<>();
    Set<Long> lines = new HashSet<>();
    for (int third = 0; third < 16; third++) {
      Hilbert.Point at = Hilbert.of(Prefix.parse("192.0." + (32 + third) + ".0/24"));
      columns.add(at.x());
      lines.add(at.y());
    }
    assertThat(columns).hasSize(4);
    assertThat(lines).hasSize(4);
  }

  @Test
  void ipv6_goes_by_its_first_48_bits_and_an_odd_length_is_refused() {
    Hilbert.Point one = Hilbert.of(Prefix.parse("2001:db8::/48"));
    Hilbert.Point next = Hilbert.of(Prefix.parse("2001:db8:1::/48"));
    assertThat(Math.abs(one.x() - next.x()) + Math.abs(one.y() - next.y())).isEqualTo(1);
    assertThatThrownBy(() -> Hilbert.of(Prefix.parse("10.0.0.0/9")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hilbert.of(Prefix.parse("2001:db8::/50")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
