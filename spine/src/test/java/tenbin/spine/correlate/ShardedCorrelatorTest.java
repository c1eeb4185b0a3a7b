package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Sides;

final class ShardedCorrelatorTest {
  private static final int ATTACKER = 0xcb00_7105; // 203.0.113.5
  private static final CorrelatorBounds SMALL = new CorrelatorBounds(2, 64, 4_000, 1_000, 500);

  private final Scene scene = new Scene();

  @Test
  void a_million_sightings_of_one_address_by_twenty_members_leave_one_counter() {
    ShardedCorrelator correlator = new ShardedCorrelator();
    for (int i = 0; i < 1_000_000; i++) {
      correlator.take(scene.honeypot(i % 20, ATTACKER, i / 100));
    }
    assertThat(correlator.counters()).isEqualTo(1);
    assertThat(correlator.seenBy(Scene.honeypotHit(ATTACKER, 1, Scene.BRUTE_FORCE, "")))
        .isEqualTo(SeenBy.FIVE_OR_MORE);
  }

  @Test
  void seen_by_is_a_band_of_members_not_of_sightings() {
    ShardedCorrelator correlator = new ShardedCorrelator();
    Observation hit = Scene.honeypotHit(ATTACKER, 1, Scene.BRUTE_FORCE, "");
    assertThat(correlator.seenBy(hit)).isEqualTo(SeenBy.ONLY_YOU);
    correlator.take(scene.honeypot(1, ATTACKER, 1));
    correlator.take(scene.honeypot(1, ATTACKER, 2));
    assertThat(correlator.seenBy(hit)).isEqualTo(SeenBy.ONLY_YOU);
    correlator.take(scene.honeypot(2, ATTACKER, 3));
    assertThat(correlator.seenBy(hit)).isEqualTo(SeenBy.YOU_AND_OTHERS);
    for (int member = 3; member <= 5; member++) {
      correlator.take(scene.honeypot(member, ATTACKER, 4));
    }
    assertThat(correlator.seenBy(hit)).isEqualTo(SeenBy.FIVE_OR_MORE);
  }

  @Test
  void the_sensor_and_the_victim_are_no_value() {
    ShardedCorrelator correlator = new ShardedCorrelator();
    correlator.take(scene.honeypot(1, ATTACKER, 1));
    assertThat(correlator.counters()).isEqualTo(1);
    Observation flood =
        Observation.builder(Scene.BRUTE_FORCE, tenbin.nouns.time.Moment.ofEpochSecond(1))
            .source(Endpoint.of(Address.ofV4(ATTACKER), 1))
            .destination(Endpoint.of(Address.parse("198.51.100.7"), 80))
            .sides(Sides.ABOUT_DESTINATION)
            .build();
    correlator.take(scene.sighted(2, flood, 2));
    assertThat(correlator.counters()).isEqualTo(1);
  }

  @Test
  void a_full_table_lets_the_oldest_go_and_counts_them() {
    ShardedCorrelator correlator = new ShardedCorrelator(SMALL);
    for (int i = 0; i < 50_000; i++) {
      correlator.take(scene.honeypot(1, i, i));
      assertThat(correlator.counters()).isLessThanOrEqualTo(SMALL.values());
    }
    assertThat(correlator.counters() + correlator.evicted()).isEqualTo(50_000);
    correlator.take(scene.honeypot(2, 49_999, 50_000));
    assertThat(correlator.seenBy(Scene.honeypotHit(49_999, 1, Scene.BRUTE_FORCE, "")))
        .isEqualTo(SeenBy.YOU_AND_OTHERS);
  }

  @Test
  void members_beyond_the_bound_are_counted_and_not_heard() {
    ShardedCorrelator correlator =
        new ShardedCorrelator(new CorrelatorBounds(1, 2, 1_000, 100, 100));
    for (int member = 0; member < 3; member++) {
      correlator.take(scene.honeypot(member, ATTACKER, member));
    }
    assertThat(correlator.unheard()).isEqualTo(1);
  }

  @Test
  void restored_at_any_point_it_goes_on_as_if_never_stopped() throws IOException {
    long seed = 20_260_324L;
    SplittableRandom random = new SplittableRandom(seed);
    List<Sighted> day = day(random, 60_000);
    ShardedCorrelator whole = new ShardedCorrelator(SMALL);
    List<Finding> found = new ArrayList<>();
    day.forEach(each -> {
      whole.take(each);
      found.addAll(whole.drain());
    });
    for (int round = 0; round < 5; round++) {
      int cut = random.nextInt(day.size());
      ShardedCorrelator first = new ShardedCorrelator(SMALL);
      List<Finding> again = new ArrayList<>();
      day.subList(0, cut)
          .forEach(each -> {
            first.take(each);
            again.addAll(first.drain());
          });
      ShardedCorrelator second = new ShardedCorrelator(SMALL);
      second.restore(new ByteArrayInputStream(snapshot(first)));
      assertThat(second.position()).isEqualTo(cut);
      day.subList(cut, day.size())
          .forEach(each -> {
            second.take(each);
            again.addAll(second.drain());
          });
      assertThat(snapshot(second)).as("seed %d cut %d", seed, cut).isEqualTo(snapshot(whole));
      assertThat(again).as("seed %d cut %d", seed, cut).isEqualTo(found);
    }
  }

  @Test
  void a_foreign_snapshot_is_refused() throws IOException {
    byte[] snapshot = snapshot(new ShardedCorrelator(SMALL));
    ShardedCorrelator other = new ShardedCorrelator();
    assertThatThrownBy(() -> other.restore(new ByteArrayInputStream(snapshot)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> other.restore(new ByteArrayInputStream(new byte[100])))
        .isInstanceOf(IOException.class);
  }

  private List<Sighted> day(SplittableRandom random, int events) {
    List<Sighted> day = new ArrayList<>(events);
    for (int i = 0; i < events; i++) {
      int address = (int) (20_000 * random.nextDouble() * random.nextDouble());
      day.add(scene.honeypot(random.nextInt(12), address, i));
    }
    return day;
  }

  private static byte[] snapshot(ShardedCorrelator correlator) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    correlator.snapshot(out);
    return out.toByteArray();
  }
}
