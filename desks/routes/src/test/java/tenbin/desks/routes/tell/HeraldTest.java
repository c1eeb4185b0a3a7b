package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;

/** Few notices, each once, and none about what may not be known. */
class HeraldTest {
  private static final List<PathSeen> STEPS =
      List.of(Stage.step(Stage.COLLECTOR, 0, "64510 64512 64666"));

  private final Stage stage = new Stage();
  private final ToldBook told = ToldBook.inMemory();
  private final Herald herald = new Herald(stage.book, told, stage.sight);
  private Instant now = Stage.BEGAN.plusSeconds(60);

  private int turn() {
    return herald.turn(now, stage::plan);
  }

  private List<Notice.What> toVictim() {
    return told.behind(Stage.VICTIM, 0, 100).stream().map(ToldBook.Line::what).toList();
  }

  @Test
  void a_begin_and_an_end_are_told_once_to_those_concerned_and_the_group() {
    stage.happened(State.ONGOING, STEPS);
    assertThat(turn()).isEqualTo(3);
    assertThat(turn()).isZero();
    stage.happened(State.ONGOING, STEPS);
    assertThat(turn()).isZero();
    stage.happened(State.WITHDRAWN, List.of());
    assertThat(turn()).isEqualTo(3);
    assertThat(toVictim()).containsExactly(Notice.What.BEGAN, Notice.What.ENDED);
    assertThat(told.behind(Stage.BYSTANDER, 0, 9)).isEmpty();
    assertThat(told.behind(Stage.X, 0, 9)).isEmpty();
    stage.happened(State.ONGOING, STEPS);
    assertThat(turn()).isEqualTo(3);
    assertThat(toVictim()).endsWith(Notice.What.REOPENED);
  }

  @Test
  void a_herald_that_starts_anew_tells_nothing_twice_and_nothing_old() {
    stage.happened(State.ONGOING, STEPS);
    turn();
    assertThat(new Herald(stage.book, told, stage.sight).turn(now, stage::plan)).isZero();
    stage.happened(State.WITHDRAWN, List.of());
    now = now.plus(Herald.OLD).plusSeconds(100);
    assertThat(new Herald(stage.book, ToldBook.inMemory(), stage.sight).turn(now, stage::plan))
        .as("whom it was never told, a day later")
        .isZero();
    assertThat(turn()).as("who was told its begin is told its end").isEqualTo(3);
  }

  @Test
  void nobody_is_told_of_what_it_may_not_know() {
    var unsigned =
        new tenbin.desks.routes.feed.Vantage(
            "member:unsigned", new tenbin.nouns.net.Asn(64520), Stage.COLLECTOR.address());
    stage.happened(State.ONGOING, List.of(Stage.step(unsigned, 0, "64520 64512 64666")));
    assertThat(turn()).isZero();
  }

  private static Herald.Standing its(int prefixes) {
    return new Herald.Standing(prefixes, prefixes, Optional.empty());
  }

  @Test
  void for_a_member_it_is_over_when_its_own_prefixes_are_and_comes_back_with_them() {
    ToldBook.Line began =
        new ToldBook.Line(Stage.VICTIM, 1, Stage.ID, Notice.What.BEGAN, 1, Stage.BEGAN, false);
    ToldBook.Line ended =
        new ToldBook.Line(Stage.VICTIM, 2, Stage.ID, Notice.What.ENDED, 1, Stage.BEGAN, false);
    Herald.Standing none = new Herald.Standing(1, 0, Optional.empty());
    assertThat(Herald.next(none, Optional.of(began), now)).hasValue(Notice.What.ENDED);
    assertThat(Herald.next(none, Optional.of(ended), now)).isEmpty();
    assertThat(Herald.next(its(1), Optional.of(ended), now)).hasValue(Notice.What.REOPENED);
  }

  @Test
  void growth_is_told_when_it_doubled_and_not_more_often_than_its_pace() {
    List<Instant> told = new ArrayList<>();
    Optional<ToldBook.Line> last = Optional.empty();
    Instant at = Stage.BEGAN;
    for (int prefixes = 1; prefixes <= 160_000; prefixes += 100) {
      Optional<Notice.What> what = Herald.next(its(prefixes), last, at);
      if (what.isPresent()) {
        told.add(at);
        last =
            Optional.of(
                new ToldBook.Line(
                    Stage.VICTIM, told.size(), Stage.ID, what.get(), prefixes, at, false));
      }
      at = at.plusMillis(300);
    }
    assertThat(told).as("160,000 prefixes within eight minutes").hasSize(1);
    assertThat(Herald.next(its(160_000), last, at.plus(Duration.ofMinutes(10))))
        .hasValue(Notice.What.GREW);
  }

  @Test
  void growth_waits_for_its_pace_and_what_is_over_or_small_does_not() {
    ToldBook.Line line =
        new ToldBook.Line(Stage.VICTIM, 1, Stage.ID, Notice.What.BEGAN, 4, now, true);
    assertThat(Herald.waits(its(8), Optional.of(line), now)).contains(now.plus(Herald.PACE));
    assertThat(Herald.waits(its(8), Optional.of(line), now.plus(Herald.PACE))).isEmpty();
    assertThat(Herald.waits(its(7), Optional.of(line), now)).isEmpty();
    assertThat(Herald.waits(new Herald.Standing(8, 0, Optional.empty()), Optional.of(line), now))
        .isEmpty();
    assertThat(Herald.waits(its(8), Optional.empty(), now)).isEmpty();
  }
}
