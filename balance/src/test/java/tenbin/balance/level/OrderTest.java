package tenbin.balance.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void a_pseudonym_and_a_block_have_only_the_count_in_common() {
    assertThat(meet("PSEUDONYM", "/24")).isEqualTo("COUNT");
    assertThat(meet("ASN", "SECTOR")).isEqualTo("COUNT");
    assertThat(meet("FULL", "/24")).isEqualTo("/24");
    assertThat(meet("SUPPRESS", "FULL")).isEqualTo("SUPPRESS");
  }

  @Test
  void meet_is_commutative_associative_and_idempotent_in_every_standard_order() {
    for (Order order : Order.STANDARD) {
      int size = order.levels().size();
      for (int a = 0; a < size; a++) {
        assertThat(order.meet(a, a)).isEqualTo(a);
        for (int b = 0; b < size; b++) {
          assertThat(order.meet(a, b)).isEqualTo(order.meet(b, a));
          assertThat(order.isAtOrBelow(order.meet(a, b), a)).isTrue();
          for (int c = 0; c < size; c++) {
            assertThat(order.meet(order.meet(a, b), c)).isEqualTo(order.meet(a, order.meet(b, c)));
          }
        }
      }
    }
  }

  @Test
  void an_order_in_which_two_levels_have_no_single_meet_is_refused() {
    assertThatThrownBy(() -> Order.parse("x", "O < a, b < c, d < T"))
        .isInstanceOf(BadOrder.class)
        .hasMessage("x: c and d have no single meet");
  }

  @Test
  void an_order_in_a_circle_or_without_a_least_or_greatest_level_is_refused() {
    assertThatThrownBy(() -> Order.parse("x", "O < a < b < a"))
        .hasMessage("x: goes in a circle between a and b");
    assertThatThrownBy(() -> Order.parse("x", "a < T; b < T")).hasMessage("x: has no least level");
    assertThatThrownBy(() -> Order.parse("x", "O < a; O < b"))
        .hasMessage("x: has no greatest level");
    assertThatThrownBy(() -> Order.parse("x", "O <  < T")).hasMessage("x: a level without a name");
  }

  @Test
  void an_order_has_at_most_as_many_levels_as_a_word_has_bits() {
    StringBuilder chain = new StringBuilder("l0");
    for (int i = 1; i < Order.MOST_LEVELS; i++) {
      chain.append(" < l").append(i);
    }
    assertThat(Order.parse("x", chain.toString()).height(Order.MOST_LEVELS - 1))
        .isEqualTo(Order.MOST_LEVELS);
    assertThatThrownBy(() -> Order.parse("x", chain + " < more")).isInstanceOf(BadOrder.class);
  }

  @Test
  void the_text_of_an_order_may_begin_anywhere() {
    Order order = Order.parse("size", "exact < FULL; rough, named < exact; NONE < rough, named");
    assertThat(order.levels()).containsExactly("exact", "FULL", "rough", "named", "NONE");
    assertThat(order.word(order.least())).isEqualTo("NONE");
    assertThat(order.word(order.greatest())).isEqualTo("FULL");
    assertThat(order.word(order.meet(2, 3))).isEqualTo("NONE");
    assertThat(order.height(order.least())).isEqualTo(1);
    assertThat(order.height(order.greatest())).isEqualTo(5);
    assertThat(order.level("exact")).contains(0);
    assertThat(order.level("coarse")).isEmpty();
    assertThat(order.isAtOrBelow(2, 3)).isFalse();
    assertThat(order).hasToString("size[exact, FULL, rough, named, NONE]");
  }

  private static String meet(String one, String other) {
    Order place = Order.PLACE;
    int meet = place.meet(place.level(one).orElseThrow(), place.level(other).orElseThrow());
    return place.word(meet);
  }
}
