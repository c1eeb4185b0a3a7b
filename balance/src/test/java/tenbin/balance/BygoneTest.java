package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Term;
import tenbin.balance.recall.Consequence;
import tenbin.balance.weigh.Ground;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/** Rows that had gone before a ground of the circle ended (DISCLOSURE section 8). */
class BygoneTest {
  private static final Instant DAY_9 = Neighbours.DAY.plus(Duration.ofDays(9));
  private static final Instant DAY_10 = Neighbours.DAY.plus(Duration.ofDays(10));
  private static final Duration A_WEEK = Duration.ofDays(7);

  private static Ground letter() {
    return Ground.of("letter")
        .lists(Category.C0, Category.C1, Category.C2)
        .purposes(Purpose.NOTIFY_AFFECTED_CUSTOMER);
  }

  private static Bygone after(Ground... grounds) {
    Ground[] now = grounds.clone();
    now[0].term(Term.always().endedBy(new Term.End(DAY_10, DAY_10)));
    return new Bygone(Neighbours.policy(List.of(), now), "letter", A_WEEK);
  }

  private static Bygone.Sent sent(MemberId holder, Purpose purpose) {
    return new Bygone.Sent(holder, Tlp.AMBER, Neighbours.BENI, purpose, Optional.empty(), DAY_9);
  }

  private static Bygone.Sent row() {
    return sent(Neighbours.AOI, Purpose.NOTIFY_AFFECTED_CUSTOMER);
  }

  @Test
  void what_rested_only_on_the_ended_ground_is_recalled() {
    Optional<Consequence> follows = after(letter()).of("1", row(), DAY_10);
    assertThat(follows)
        .containsInstanceOf(Consequence.Recall.class)
        .get()
        .extracting(each -> ((Consequence.Recall) each).acknowledgeBy())
        .isEqualTo(DAY_10.plus(A_WEEK));
    assertThat(follows.orElseThrow().delivered().bases()).containsExactly("letter");
    assertThat(follows.orElseThrow().delivered().fields())
        .as("what went, and no more")
        .isNotEmpty()
        .allMatch(
            held -> Set.of(Category.C0, Category.C1, Category.C2).contains(held.part().category()));
  }

  @Test
  void what_another_ground_allows_as_well_is_noted_with_it() {
    Ground statute = Ground.of("statute").lists(Category.C0, Category.C1, Category.C2);
    Optional<Consequence> follows = after(letter(), statute).of("1", row(), DAY_10);
    assertThat(follows).containsInstanceOf(Consequence.Annotate.class);
    assertThat(((Consequence.Annotate) follows.orElseThrow()).bases()).containsExactly("statute");
  }

  @Test
  void nothing_follows_for_what_did_not_rest_on_it() {
    Ground better = Ground.of("a-better");
    assertThat(after(letter(), better).of("1", row(), DAY_10))
        .as("the other was chosen then")
        .isEmpty();
    assertThat(after(letter()).of("1", sent(Neighbours.AOI, Purpose.RESEARCH), DAY_10))
        .as("never permitted")
        .isEmpty();
    assertThat(after(letter()).of("1", sent(Neighbours.BENI, row().purpose()), DAY_10))
        .as("its own")
        .isEmpty();
  }

  @Test
  void nothing_follows_while_it_still_holds() {
    Bygone before = new Bygone(Neighbours.policy(List.of(), letter()), "letter", A_WEEK);
    assertThat(before.of("1", row(), DAY_10)).isEmpty();
  }

  @Test
  void of_what_something_rested_on_the_grounds_that_hold_now_are_live() {
    Ground ended = Ground.of("gone").term(Term.of(Neighbours.DAY, DAY_9));
    Bygone bygone = after(letter(), Ground.of("statute"), ended);
    assertThat(
            bygone.stillLive(
                List.of("statute", "letter", "gone", "unheard-of", Terms.OWN_DATA), DAY_10))
        .containsExactly("statute", Terms.OWN_DATA);
    assertThat(bygone.stillLive(List.of("gone", "letter"), Neighbours.DAY))
        .as("what ended is not live, even at a time when it held")
        .containsExactly("gone");
  }

  @Test
  void a_policy_of_the_circle_names_its_own_grounds_and_those_beside_it() {
    Policy policy = Neighbours.policy(List.of(), letter());
    assertThat(policy.grounds().bases()).extracting(each -> each.id()).contains("letter");
    PolicySet.Parts circles = Policy.partsOf(Neighbours.circle(List.of()));
    assertThat(circles.bases()).noneMatch(each -> each.id().equals("letter"));
    assertThat(circles.parties()).hasSize(4);
  }
}
