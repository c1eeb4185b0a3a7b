package tenbin.spine.deliver.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of rows with openings, against sorting every row by itself. */
class OpeningsTest {
  private static final int WORLDS = 2_000;
  private static final long SEED = 20_261_122;
  private static final int GROUPS = 4;
  private static final int ROWS = 60;
  private static final Moment AT = new Moment(10, Instant.EPOCH);

  private record Row(int group, long position) {}

  private record World(Openings openings, List<Row> rows, Set<Integer> open) {}

  private static World world(SplittableRandom random) {
    List<Opening> openings = new ArrayList<>();
    long upTo = 0;
    for (int i = random.nextInt(6); i > 0; i--) {
      upTo += random.nextInt(3) == 0 ? 0 : random.nextInt(20);
      Moment moment = new Moment(upTo, Instant.ofEpochSecond(1_000 - i));
      for (int group = 0; group < GROUPS; group++) {
        if (random.nextInt(3) == 0) {
          openings.add(new Opening(group, random.nextLong(upTo + 1), moment));
        }
      }
    }
    List<Row> rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(position -> new Row(random.nextInt(GROUPS), position))
            .toList();
    Set<Integer> open = new TreeSet<>();
    IntStream.range(0, GROUPS).filter(group -> random.nextInt(4) > 0).forEach(open::add);
    return new World(new Openings(openings), rows, open);
  }

  /** Every row that may go, by its own point. */
  private static List<Row> naive(World world) {
    return world.rows.stream()
        .filter(row -> world.open.contains(row.group))
        .sorted(Comparator.comparing(row -> world.openings.point(row.group, row.position)))
        .toList();
  }

  private static List<Row> walked(World world, Point from) {
    List<Row> rows = new ArrayList<>();
    for (Stretch stretch : world.openings.behind(from, world.open)) {
      for (Row row : world.rows) {
        if (stretch.groups().contains(row.group)
            && row.position > stretch.behind()
            && row.position <= stretch.upTo()) {
          assertThat(stretch.point(row.position))
              .isEqualTo(world.openings.point(row.group, row.position));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  @Test
  void stretches_hold_every_open_row_once_in_its_order_from_whatever_row_one_goes_on() {
    SplittableRandom random = new SplittableRandom(SEED);
    int moved = 0;
    for (int i = 0; i < WORLDS; i++) {
      World world = world(random);
      List<Row> expected = naive(world);
      assertThat(walked(world, Point.BEGINNING)).as("world %d", i).isEqualTo(expected);
      for (int at = 0; at < expected.size(); at++) {
        Row row = expected.get(at);
        Point point = world.openings.point(row.group, row.position);
        moved += point.opened().isPresent() ? 1 : 0;
        assertThat(walked(world, point))
            .as("world %d behind %s", i, row)
            .isEqualTo(expected.subList(at + 1, expected.size()));
      }
    }
    assertThat(moved).as("worlds with rows that come at openings").isGreaterThan(5_000);
  }

  @Test
  void what_has_not_come_before_a_point_lies_behind_what_was_passed_and_the_first_of_it_at_once() {
    SplittableRandom random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < WORLDS; i++) {
      World world = world(random);
      Row stand = world.rows.get(random.nextInt(ROWS));
      Point point = world.openings.point(stand.group, stand.position);
      int group = random.nextInt(GROUPS);
      long passed = world.openings.passed(group, point);
      List<Long> missing =
          world.rows.stream()
              .filter(row -> row.group == group)
              .filter(row -> world.openings.point(group, row.position).compareTo(point) > 0)
              .map(Row::position)
              .toList();
      assertThat(missing).as("world %d", i).allMatch(position -> position > passed);
    }
  }

  @Test
  void group_that_opens_late_comes_behind_everything_that_lay_there_when_it_opened() {
    Openings openings = new Openings(List.of(new Opening(1, 0, AT)));
    assertThat(openings.behind(Point.of(7), List.of(1, 2)))
        .containsExactly(
            Stretch.of(List.of(2), 7, 10),
            new Stretch(List.of(1), 0, 10, Optional.of(AT)),
            Stretch.of(List.of(1, 2), 10, Long.MAX_VALUE));
    assertThat(openings.passed(1, Point.of(7))).isZero();
    assertThat(openings.passed(2, Point.of(7))).isEqualTo(7);
    assertThat(openings.passed(1, Point.of(AT, 4))).isEqualTo(4);
    assertThat(openings.moment(Instant.EPOCH)).contains(AT);
    assertThat(openings.moment(Instant.MAX)).isEmpty();
  }
}
