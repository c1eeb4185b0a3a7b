package tenbin.desks.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;

class AspaTableTest {
  /** 10 and 20 are on top; 1 below 10, 2 below 20; 3 below both; 4 says that it has nobody. */
  private static final AspaTable TABLE =
      AspaTable.of(
          List.of(
              aspa(1, 10),
              aspa(2, 20),
              aspa(3, 10),
              aspa(3, 20),
              aspa(4, 0),
              aspa(10, 0),
              aspa(20, 0)));

  @Test
  void a_path_of_customers_to_providers_is_valid_upstream() {
    assertThat(TABLE.upstream(new int[] {10, 1})).isEqualTo(AspaState.VALID);
    assertThat(TABLE.upstream(new int[] {1})).isEqualTo(AspaState.VALID);
    assertThat(TABLE.upstream(new int[] {20, 1})).isEqualTo(AspaState.INVALID);
    assertThat(TABLE.upstream(new int[] {10, 77})).isEqualTo(AspaState.UNKNOWN);
    assertThat(TABLE.upstream(new int[] {77, 4})).isEqualTo(AspaState.INVALID);
  }

  @Test
  void one_hop_that_cannot_be_outweighs_one_that_nobody_speaks_of() {
    assertThat(TABLE.upstream(new int[] {77, 10, 88})).isEqualTo(AspaState.INVALID);
  }

  @Test
  void a_path_up_across_and_down_is_valid_downstream() {
    assertThat(TABLE.downstream(new int[] {2, 20, 10, 1})).isEqualTo(AspaState.VALID);
    assertThat(TABLE.downstream(new int[] {2, 20, 3})).isEqualTo(AspaState.VALID);
    assertThat(TABLE.downstream(new int[] {20, 1})).isEqualTo(AspaState.VALID);
  }

  @Test
  void a_customer_in_the_middle_leaks_from_one_provider_to_the_other() {
    assertThat(TABLE.downstream(new int[] {2, 20, 3, 10, 1})).isEqualTo(AspaState.INVALID);
    assertThat(TABLE.upstream(new int[] {20, 3, 10, 1})).isEqualTo(AspaState.INVALID);
  }

  @Test
  void where_too_few_speak_nothing_is_known() {
    assertThat(TABLE.downstream(new int[] {2, 20, 10, 88})).isEqualTo(AspaState.UNKNOWN);
    assertThat(AspaTable.EMPTY.downstream(new int[] {5, 6, 7})).isEqualTo(AspaState.UNKNOWN);
    assertThat(AspaTable.EMPTY.downstream(new int[] {5, 6})).isEqualTo(AspaState.VALID);
  }

  @Test
  void sets_and_empty_paths_are_invalid_both_ways() {
    int[] set = {20, AspaTable.SET, 1};
    assertThat(TABLE.upstream(set)).isEqualTo(AspaState.INVALID);
    assertThat(TABLE.downstream(set)).isEqualTo(AspaState.INVALID);
    assertThat(TABLE.upstream(new int[0])).isEqualTo(AspaState.INVALID);
    assertThat(TABLE.downstream(new int[0])).isEqualTo(AspaState.INVALID);
  }

  @Test
  void as_0_has_no_providers() {
    assertThatThrownBy(() -> aspa(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(TABLE.size()).isEqualTo(6);
  }

  /** The draft's own words: the smallest and largest ramps, counted from each end. */
  @Test
  void downstream_says_what_the_ramps_counted_one_by_one_say() {
    Dice dice = new Dice();
    for (int round = 0; round < 20_000; round++) {
      List<Aspa> aspas = new ArrayList<>();
      for (int i = dice.below(8); i > 0; i--) {
        aspas.add(aspa(1 + dice.below(6), 1 + dice.below(6), 1 + dice.below(6)));
      }
      int[] path = new int[1 + dice.below(6)];
      for (int i = 0; i < path.length; i++) {
        path[i] = 1 + dice.below(6);
      }
      AspaTable table = AspaTable.of(aspas);
      assertThat(table.downstream(path))
          .as("%s: %s by %s", dice, path, aspas)
          .isEqualTo(naiveDownstream(aspas, path));
    }
  }

  private static AspaState naiveDownstream(List<Aspa> aspas, int[] path) {
    boolean sure = false;
    boolean possible = false;
    for (int top = 0; top < path.length; top++) {
      for (int end = top; end >= Math.max(0, top - 1); end--) {
        int worst = 2;
        for (int at = path.length - 1; at > top; at--) {
          worst = Math.min(worst, says(aspas, path[at], path[at - 1]));
        }
        for (int at = 0; at < end; at++) {
          worst = Math.min(worst, says(aspas, path[at], path[at + 1]));
        }
        sure |= worst == 2;
        possible |= worst >= 1;
      }
    }
    return sure ? AspaState.VALID : possible ? AspaState.UNKNOWN : AspaState.INVALID;
  }

  /** 2 yes, 1 nothing, 0 no. */
  private static int says(List<Aspa> aspas, int customer, int provider) {
    List<Aspa> of = aspas.stream().filter(each -> each.customer().number() == customer).toList();
    boolean yes = of.stream().anyMatch(each -> each.providers().contains(new Asn(provider)));
    return of.isEmpty() ? 1 : yes ? 2 : 0;
  }

  private static Aspa aspa(long customer, long... providers) {
    Set<Asn> all = LongStream.of(providers).mapToObj(Asn::new).collect(Collectors.toSet());
    return new Aspa(new Asn(customer), all);
  }
}
