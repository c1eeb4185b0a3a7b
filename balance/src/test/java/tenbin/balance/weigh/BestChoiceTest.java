package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.level.Order;

/** The choice on random worlds, beside every combination of bases tried one by one. */
class BestChoiceTest {
  private static final int WORLDS = Math.min(4_000, Integer.getInteger("tenbin.worlds", 4_000));
  private static final long SEED = 20261123;

  /**
   * What the purpose requires, as many fields as it can use, as exactly as it can use them, with
   * the fewest obligations: in this order (DISCLOSURE section 5, step 4).
   */
  @Test
  void no_combination_of_bases_is_better_than_the_one_that_is_taken() {
    for (int i = 0; i < WORLDS; i++) {
      World world = new World(SEED + i);
      PolicySet policy = world.policy();
      Question question = world.question();
      Need need = policy.need(question.purpose().orElseThrow());
      for (Weigher.Allowed group : new Weigher(policy).allowed(question)) {
        Naive naive = new Naive(policy, question, group.parts());
        assertThat(rank(need, group.parts(), taken(policy, question, group.parts(), need)))
            .as("seed %d", SEED + i)
            .isEqualTo(
                naive.all().stream()
                    .map(each -> rank(need, group.parts(), each))
                    .max(Arrays::compare)
                    .orElseThrow());
      }
    }
  }

  private static Naive.Combination taken(
      PolicySet policy, Question question, List<Part> parts, Need need) {
    String group = parts.getFirst().group();
    Linkage linkage = question.matter().linkage(group, question.recipient());
    Scene scene = new Scene(policy, question, linkage);
    Ceilings ceilings = new Ceilings(scene);
    Fields fields = new Fields(scene, ceilings, parts, List.of());
    Offer taken =
        new Choice(fields, need)
            .of(new Witnesses(fields, ceilings, new Fitting(fields.scene())).all())
            .orElseThrow();
    return new Naive.Combination(Naive.listOf(taken.levels(parts.size())), taken.obligations());
  }

  private static int[] rank(Need need, List<Part> parts, Naive.Combination combination) {
    int required = 0;
    for (Need.Entry entry : need.required()) {
      boolean met = false;
      for (int i = 0; i < parts.size(); i++) {
        met |= isMet(entry, parts.get(i), combination.levels().get(i));
      }
      required += met ? 1 : 0;
    }
    int told = 0;
    int height = 0;
    for (int i = 0; i < parts.size(); i++) {
      Order order = parts.get(i).order();
      told += combination.levels().get(i) == order.least() ? 0 : 1;
      height += order.height(combination.levels().get(i));
    }
    return new int[] {required, told, height, -combination.obligations().size()};
  }

  private static boolean isMet(Need.Entry entry, Part part, int level) {
    return entry.means(part.name(), part.category())
        && level != part.order().least()
        && part.order().isAtOrBelow(entry.in(part.order()), level);
  }
}
