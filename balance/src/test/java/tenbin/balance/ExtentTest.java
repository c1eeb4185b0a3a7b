package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Field;

/** More is told than before where some level rises, whatever else falls. */
class ExtentTest {
  private static final List<Field> FIELDS = List.of(Field.values());
  private static final List<Category> CATEGORIES = List.of(Category.values());

  private static Extent of(Map<Field, Integer> levels, Category... kept) {
    return Extent.of(new Levels(levels, Set.of(kept)));
  }

  private static int level(Field field, String word) {
    return Shapes.orderOf(field).level(word).orElseThrow();
  }

  @Test
  void extent_is_written_field_by_field_and_kept_columns_go_with_the_rest_alone() {
    Map<Field, Integer> levels = new EnumMap<>(Field.class);
    levels.put(Field.TIME, level(Field.TIME, "hour"));
    levels.put(Field.SOURCE_ADDRESS, level(Field.SOURCE_ADDRESS, "/24"));
    levels.put(Field.SOURCE_PORT, Order.PLAIN.least());
    assertThat(of(levels, Category.C0).text()).isEqualTo("time=hour source-address=/24");
    levels.put(Field.EXTRA, Order.PLAIN.greatest());
    assertThat(of(levels, Category.C0).text())
        .isEqualTo("time=hour source-address=/24 extra=FULL kept-C0");
  }

  @Test
  void a_level_that_rises_or_another_kind_of_level_is_more() {
    Extent hour = new Extent("time=hour");
    assertThat(hour.isWithin(new Extent("time=minute source-port=FULL"))).isTrue();
    assertThat(new Extent("time=minute").isWithin(hour)).isFalse();
    assertThat(new Extent("time=day source-port=FULL").isWithin(hour)).isFalse();
    assertThat(new Extent("extra=FULL kept-C1").isWithin(new Extent("extra=FULL kept-C0")))
        .isFalse();
    assertThat(new Extent("source-address=PSEUDONYM").isWithin(new Extent("source-address=/24")))
        .as("neither tells what the other does")
        .isEqualTo(
            Order.PLACE.isAtOrBelow(
                level(Field.SOURCE_ADDRESS, "PSEUDONYM"), level(Field.SOURCE_ADDRESS, "/24")));
  }

  @Test
  void comparing_what_was_written_down_is_comparing_levels() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int within = 0;
    for (int i = 0; i < 3_000; i++) {
      Map<Field, Integer> one = levels(random, Map.of());
      // Near the first, so that often enough one is within the other.
      Map<Field, Integer> other = levels(random, one);
      EnumSet<Category> kept = some(random);
      EnumSet<Category> keptToo = some(random);
      Levels low = new Levels(one, kept);
      Levels high = new Levels(other, keptToo);
      boolean expected = true;
      for (Field field : Field.values()) {
        expected &= Shapes.orderOf(field).isAtOrBelow(levelOf(one, field), levelOf(other, field));
      }
      for (Category category : Category.values()) {
        expected &= !low.keeps(category) || high.keeps(category);
      }
      assertThat(Extent.of(low).isWithin(Extent.of(high))).as("seed %d", seed).isEqualTo(expected);
      within += expected ? 1 : 0;
    }
    assertThat(within).isBetween(100, 2_900);
  }

  private static EnumSet<Category> some(Random random) {
    EnumSet<Category> some = EnumSet.noneOf(Category.class);
    if (random.nextInt(3) == 0) {
      some.add(CATEGORIES.get(random.nextInt(CATEGORIES.size())));
    }
    return some;
  }

  private static int levelOf(Map<Field, Integer> levels, Field field) {
    return levels.getOrDefault(field, Shapes.orderOf(field).least());
  }

  private static Map<Field, Integer> levels(Random random, Map<Field, Integer> near) {
    Map<Field, Integer> levels = new EnumMap<>(Field.class);
    levels.putAll(near);
    for (int i = near.isEmpty() ? 9 : 1; i > 0; i--) {
      Field field = FIELDS.get(random.nextInt(FIELDS.size()));
      levels.put(field, random.nextInt(Shapes.orderOf(field).levels().size()));
    }
    return levels;
  }
}
