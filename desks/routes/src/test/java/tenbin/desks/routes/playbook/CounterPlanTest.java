package tenbin.desks.routes.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

class CounterPlanTest {
  private static Prefix prefix(String text) {
    return Prefix.parse(text);
  }

  @Test
  void youtube_2008_would_announce_the_two_halves_and_then_share_the_24() {
    Prefix own = prefix("208.65.152.0/22");
    assertThat(CounterPlan.against(List.of(own), List.of(own)).announce())
        .containsExactly(prefix("208.65.152.0/23"), prefix("208.65.154.0/23"));
    CounterPlan plan = CounterPlan.against(List.of(prefix("208.65.153.0/24")), List.of(own));
    assertThat(plan.announce()).containsExactly(prefix("208.65.153.0/24"));
    assertThat(plan.moves().getFirst().gain()).isEqualTo(CounterPlan.Gain.SHARED);
  }

  @Test
  void nothing_more_specific_than_is_heard_is_ever_planned() {
    CounterPlan plan =
        CounterPlan.against(
            List.of(prefix("192.0.2.128/25"), prefix("2001:db8:0:8000::/49")),
            List.of(prefix("192.0.2.0/24"), prefix("2001:db8::/32")));
    assertThat(plan.announce())
        .containsExactlyInAnyOrder(prefix("192.0.2.0/24"), prefix("2001:db8::/48"));
    assertThat(plan.moves())
        .extracting(CounterPlan.Move::gain)
        .containsOnly(CounterPlan.Gain.RARELY_HEARD);
  }

  @Test
  void a_block_around_ones_own_is_answered_inside_ones_own_alone() {
    CounterPlan plan =
        CounterPlan.against(List.of(prefix("192.0.0.0/16")), List.of(prefix("192.0.2.0/23")));
    assertThat(plan.announce()).containsExactly(prefix("192.0.2.0/24"), prefix("192.0.3.0/24"));
    assertThat(CounterPlan.against(List.of(prefix("192.0.2.0/24")), List.of()).moves()).isEmpty();
  }

  @Test
  void more_than_a_person_can_type_is_counted() {
    List<Prefix> many = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      many.add(Prefix.around(Address.ofV4(0x0a000000 + (i << 8)), 24));
    }
    CounterPlan plan = CounterPlan.against(many, List.of(prefix("10.0.0.0/8")));
    assertThat(plan.moves()).hasSize(CounterPlan.MOST_MOVES);
    assertThat(plan.left()).isEqualTo(200);
  }

  @Test
  void every_plan_stays_in_ones_own_space_covers_what_was_attacked_and_is_heard() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      List<Prefix> own = some(random, 1 + random.nextInt(3), 8, 24);
      List<Prefix> attacked = some(random, 1 + random.nextInt(4), 4, 30);
      CounterPlan plan = CounterPlan.against(attacked, own);
      for (CounterPlan.Move move : plan.moves()) {
        assertThat(move.announce())
            .allMatch(each -> each.length() <= CounterPlan.longest(each))
            .allMatch(each -> own.stream().anyMatch(mine -> mine.contains(each)));
        switch (move.gain()) {
          case ALL ->
              assertThat(move.announce())
                  .hasSize(2)
                  .allMatch(each -> move.against().contains(each))
                  .allMatch(each -> each.length() == move.against().length() + 1)
                  .doesNotHaveDuplicates();
          case SHARED -> assertThat(move.announce()).containsExactly(move.against());
          case RARELY_HEARD ->
              assertThat(move.announce()).allMatch(each -> each.contains(move.against()));
        }
      }
      for (Prefix each : attacked) {
        for (Prefix mine : own) {
          if (mine.overlaps(each) && plan.left() == 0) {
            Prefix space = mine.contains(each) ? each : mine;
            assertThat(plan.announce())
                .anyMatch(one -> one.contains(space.first()))
                .anyMatch(one -> one.contains(space.last()));
          }
        }
      }
    }
  }

  private static List<Prefix> some(Random random, int number, int shortest, int longest) {
    List<Prefix> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int length = shortest + random.nextInt(longest - shortest + 1);
      all.add(Prefix.around(Address.ofV4(0x0a000000 | random.nextInt(1 << 18) << 6), length));
    }
    return all;
  }

  @Test
  void nothing_that_somebody_wrote_is_markup_in_a_report() {
    String report =
        new AfterReport("<script>", java.util.Locale.ENGLISH)
            .fact("x", "[a](javascript:1)\n# b")
            .markdown();
    assertThat(report).doesNotContain("<script>").doesNotContain("](").doesNotContain("\n# b");
  }
}
