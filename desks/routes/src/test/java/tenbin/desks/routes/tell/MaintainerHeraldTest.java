package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Notice.What;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.registry.Maintainer;

/** Few notices to maintainers outside, each once, and none to those who do not ask. */
class MaintainerHeraldTest {
  private final OutsideStage outside = new OutsideStage();
  private final ToldBook told = ToldBook.inMemory();
  private final MaintainerHerald herald =
      new MaintainerHerald(outside.stage.book, told, outside.stage.sight);
  private Instant now = Stage.BEGAN.plusSeconds(60);

  private int turn() {
    return herald.turn(now, outside.optIns, outside.stage::plan);
  }

  private List<What> to(Maintainer whose) {
    return told.behind(OutsideStage.id(whose), 0, 100).stream().map(ToldBook.Line::what).toList();
  }

  private void happened(State state, int ofOne, int ofTwo) {
    outside.happened(state, ofOne, ofTwo, Stage.COLLECTOR);
  }

  @Test
  void one_line_at_the_begin_and_one_at_the_end_whatever_the_number_of_prefixes() {
    happened(State.ONGOING, 40, 1);
    assertThat(turn()).isEqualTo(2);
    assertThat(turn()).isZero();
    happened(State.WITHDRAWN, 40, 1);
    assertThat(turn()).isEqualTo(2);
    assertThat(to(OutsideStage.ONE)).containsExactly(What.BEGAN, What.ENDED);
    assertThat(to(OutsideStage.TWO)).containsExactly(What.BEGAN, What.ENDED);
    assertThat(told.waiting(9)).hasSize(4);
    assertThat(told.unmailed(9)).as("is no member's").isEmpty();
  }

  @Test
  void growth_is_told_when_it_doubled_and_seldom_and_to_whom_it_touches() {
    happened(State.ONGOING, 2, 1);
    turn();
    happened(State.ONGOING, 30, 1);
    assertThat(turn()).as("counted anew soon enough, not at once").isZero();
    now = now.plus(Herald.PACE).plusSeconds(1);
    assertThat(turn()).isEqualTo(1);
    assertThat(to(OutsideStage.ONE)).containsExactly(What.BEGAN, What.GREW);
    assertThat(to(OutsideStage.TWO)).containsExactly(What.BEGAN);
  }

  @Test
  void growth_that_came_too_soon_is_told_later_though_nothing_changes_any_more() {
    happened(State.ONGOING, 2, 0);
    turn();
    now = now.plusSeconds(60);
    happened(State.ONGOING, 30, 0);
    assertThat(turn()).as("too soon").isZero();
    now = now.plusSeconds(60);
    assertThat(turn()).as("counted, and still too soon").isZero();
    now = now.plus(Herald.PACE);
    assertThat(turn()).isEqualTo(1);
    assertThat(to(OutsideStage.ONE)).containsExactly(What.BEGAN, What.GREW);
    now = now.plus(Herald.PACE);
    assertThat(turn()).as("once").isZero();
  }

  @Test
  void what_comes_back_is_told_and_a_herald_that_starts_anew_tells_nothing_twice() {
    happened(State.ONGOING, 1, 0);
    turn();
    happened(State.WITHDRAWN, 1, 0);
    turn();
    happened(State.ONGOING, 1, 0);
    now = now.plus(Duration.ofMinutes(1));
    turn();
    assertThat(to(OutsideStage.ONE)).containsExactly(What.BEGAN, What.ENDED, What.REOPENED);
    MaintainerHerald other = new MaintainerHerald(outside.stage.book, told, outside.stage.sight);
    assertThat(other.turn(now, outside.optIns, outside.stage::plan)).isZero();
  }

  @Test
  void who_took_its_wish_out_hears_not_even_the_end() {
    happened(State.ONGOING, 1, 1);
    turn();
    outside.optIns = OutsideStage.optIns(Set.of(OutsideStage.TWO));
    happened(State.WITHDRAWN, 1, 1);
    assertThat(turn()).isEqualTo(1);
    assertThat(to(OutsideStage.ONE)).containsExactly(What.BEGAN);
  }

  @Test
  void an_incident_that_touches_nobody_outside_is_not_looked_at() {
    outside.stage.happened(
        State.ONGOING, List.of(Stage.step(Stage.COLLECTOR, 0, "64510 64512 64666")));
    assertThat(turn()).isZero();
  }
}
