package tenbin.desks.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.registry.Relations.Link;

class RelationsTest {
  private static final int HIGH = (int) 4_200_000_001L;

  @Test
  void a_relation_is_seen_from_both_ends() {
    Relations table =
        Relations.of(
            List.of(
                new Link(1, Relation.PROVIDER, 2),
                new Link(1, Relation.PEER, HIGH),
                new Link(2, Relation.CUSTOMER, HIGH)));
    assertThat(table.of(1, 2)).isEqualTo(Relation.PROVIDER);
    assertThat(table.of(2, 1)).isEqualTo(Relation.CUSTOMER);
    assertThat(table.of(HIGH, 1)).isEqualTo(Relation.PEER);
    assertThat(table.of(HIGH, 2)).isEqualTo(Relation.PROVIDER);
    assertThat(table.of(1, 3)).isEqualTo(Relation.NONE);
    assertThat(table.customers(2)).isEqualTo(2);
    assertThat(table.hasCustomers(1)).isFalse();
    assertThat(table.knows(HIGH)).isTrue();
    assertThat(table.knows(7)).isFalse();
    assertThat(table.neighbours(1))
        .containsExactlyInAnyOrder(
            new Link(1, Relation.PROVIDER, 2), new Link(1, Relation.PEER, HIGH));
  }

  @Test
  void of_a_pair_that_is_told_again_the_last_word_counts_whoever_comes_first_in_it() {
    Relations table =
        Relations.of(List.of(new Link(1, Relation.PROVIDER, 2), new Link(2, Relation.PEER, 1)));
    assertThat(table.of(1, 2)).isEqualTo(Relation.PEER);
    assertThat(table.customers(2)).isZero();
  }

  @Test
  void an_as_is_nothing_to_itself() {
    assertThatThrownBy(() -> new Link(1, Relation.PEER, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_table_says_what_a_map_of_all_pairs_says() {
    Dice dice = new Dice();
    for (int round = 0; round < 50; round++) {
      Map<Long, Relation> naive = new HashMap<>();
      List<Link> links = new ArrayList<>();
      for (int i = dice.below(200); i > 0; i--) {
        Link link = link(dice);
        links.add(link);
        naive.put(pair(link.asn(), link.neighbour()), link.relation());
        naive.put(pair(link.neighbour(), link.asn()), link.relation().turned());
      }
      Relations table = Relations.of(links);
      for (int one = -30; one <= 30; one++) {
        int asn = one;
        for (int other = -30; other <= 30; other++) {
          assertThat(table.of(one, other))
              .as("%s: %d %d in %s", dice, one, other, links)
              .isEqualTo(naive.getOrDefault(pair(one, other), Relation.NONE));
        }
        long customers =
            naive.entrySet().stream()
                .filter(each -> (int) (each.getKey() >> 32) == asn)
                .filter(each -> each.getValue() == Relation.CUSTOMER)
                .count();
        assertThat(table.customers(one)).as("%s: %d in %s", dice, one, links).isEqualTo(customers);
      }
    }
  }

  private static Link link(Dice dice) {
    int one = dice.below(61) - 30;
    int other = dice.below(60) - 30;
    Relation[] all = Relation.values();
    return new Link(one, all[dice.below(4)], other >= one ? other + 1 : other);
  }

  private static long pair(int one, int other) {
    return (long) one << 32 | other & 0xffff_ffffL;
  }
}
