package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;

/** What the ledger keeps of a batch that left. */
class FootingTest {
  private static final Map<Tlp, Integer> ROWS = Map.of(Tlp.CLEAR, 1, Tlp.GREEN, 2, Tlp.AMBER, 3);
  private static final Policy POLICY =
      Neighbours.policy(
          List.of(
              Neighbours.agreement("warn", Purpose.NOTIFY_AFFECTED_CUSTOMER, Neighbours.ALL_OPEN)));

  private static List<Disclosure> batch() {
    Plan plan =
        new Balance(POLICY)
            .plan(
                Neighbours.request(Purpose.NOTIFY_AFFECTED_CUSTOMER),
                new RecipientKey(new byte[32]));
    List<Disclosure> batch = new ArrayList<>();
    for (Map.Entry<Tlp, Integer> each : ROWS.entrySet()) {
      for (int n = 0; n < each.getValue(); n++) {
        Item.Sighting open = Neighbours.sighting(Neighbours.AOI, Neighbours.BENI);
        Item item =
            new Item.Sighting(
                open.observation(),
                open.attribution(),
                open.holder(),
                each.getKey(),
                open.seenBy(),
                1);
        batch.add(((Decision.Released) plan.decide(item)).disclosure());
      }
    }
    return batch;
  }

  @Test
  void rows_are_counted_by_what_they_stand_on_and_nothing_else_is_kept_of_them() {
    Footing footing = Footing.of(batch());
    assertThat(footing.all().rows()).isEqualTo(6);
    assertThat(footing.all().fields()).contains("source-address:FULL", "time:FULL");
    assertThat(footing.all().terms()).hasSize(3);
    assertThat(footing.holders()).containsExactly(new PartyId("aoi"));
    assertThat(footing.subjects()).containsOnlyKeys(new PartyId("beni"));
    assertThat(footing.subjects().get(new PartyId("beni"))).isEqualTo(footing.all());
    assertThat(footing.questions().lines())
        .hasSize(3)
        .isSorted()
        .anyMatch(line -> line.endsWith("\t3"));
  }

  @Test
  void the_order_of_rows_leaves_no_trace() {
    Random random = new Random(20261122);
    String questions = Footing.of(batch()).questions();
    for (int i = 0; i < 10; i++) {
      List<Disclosure> shuffled = new ArrayList<>(batch());
      Collections.shuffle(shuffled, random);
      assertThat(Footing.of(shuffled).questions()).isEqualTo(questions);
    }
  }

  @Test
  void a_batch_of_nothing_stands_on_nothing() {
    assertThat(Footing.NONE.all().rows()).isZero();
    assertThat(Footing.NONE.subjects()).isEmpty();
    assertThat(Footing.NONE.holders()).isEmpty();
    assertThat(Footing.NONE.questions()).isEmpty();
  }
}
