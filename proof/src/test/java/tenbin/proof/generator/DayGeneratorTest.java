package tenbin.proof.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The generated day has the shape that the literature measured. */
final class DayGeneratorTest {
  private static final CircleParameters CIRCLE = CircleParameters.USUAL.scaled(0.05);
  private final Day day = DayGenerator.day(CIRCLE, new SplittableRandom(7));

  /** Members that saw a value, as a bitmap. */
  private Map<Long, Long> witnesses(boolean artefacts) {
    Map<Long, Long> witnesses = new HashMap<>();
    for (int i = 0; i < day.size(); i++) {
      long value = artefacts ? day.artefactOf(i) : day.addressOf(i);
      if (!artefacts || value >= 0) {
        witnesses.merge(value, 1L << day.memberOf(i), (one, other) -> one | other);
      }
    }
    return witnesses;
  }

  private static double alone(Map<Long, Long> witnesses) {
    long alone = witnesses.values().stream().filter(each -> Long.bitCount(each) == 1).count();
    return alone / (double) witnesses.size();
  }

  @Test
  void a_fifth_of_the_sources_makes_two_fifths_of_the_events() {
    Map<Long, Long> witnesses = witnesses(false);
    assertThat(1 - alone(witnesses)).isBetween(0.18, 0.22);
    long correlated = 0;
    for (int i = 0; i < day.size(); i++) {
      correlated += Long.bitCount(witnesses.getOrDefault((long) day.addressOf(i), 0L)) > 1 ? 1 : 0;
    }
    assertThat(correlated / (double) day.size()).isBetween(0.38, 0.5);
  }

  @Test
  void most_values_are_on_one_list_only() {
    Map<Long, Long> all = witnesses(false);
    double artefacts = alone(witnesses(true));
    assertThat(artefacts).isBetween(0.9, 0.98);
    witnesses(true).forEach((value, members) -> all.put(1L << 40 | value, members));
    assertThat(alone(all)).isBetween(0.79, 0.97);
  }

  @Test
  void campaigns_are_on_two_or_three_members_with_at_most_three_events_each() {
    Map<Integer, int[]> counts = new HashMap<>();
    for (int i = 0; i < day.size(); i++) {
      int planted = day.plantedOf(i);
      if (planted >= 0 && day.planted().get(planted).sort() == Planted.Sort.CAMPAIGN) {
        counts.computeIfAbsent(planted, ignored -> new int[CIRCLE.members()])[day.memberOf(i)]++;
      }
    }
    assertThat(counts).hasSize(CIRCLE.campaigns());
    counts.forEach((planted, events) -> {
      for (int member = 0; member < events.length; member++) {
        boolean touched = day.planted().get(planted).members().contains(member);
        assertThat(events[member]).isBetween(touched ? 1 : 0, touched ? 3 : 0);
      }
    });
  }

  @Test
  void a_few_members_give_most() {
    int[] events = new int[CIRCLE.members()];
    for (int i = 0; i < day.size(); i++) {
      events[day.memberOf(i)]++;
    }
    java.util.Arrays.sort(events);
    long top = 0;
    for (int i = events.length - 5; i < events.length; i++) {
      top += events[i];
    }
    assertThat(top / (double) day.size()).isBetween(0.35, 0.7);
  }

  @Test
  void the_same_seed_gives_the_same_day() {
    Day again = DayGenerator.day(CIRCLE, new SplittableRandom(7));
    assertThat(again.size()).isEqualTo(day.size());
    for (int i = 0; i < day.size(); i += 997) {
      assertThat(again.sighted(i)).isEqualTo(day.sighted(i));
    }
  }
}
