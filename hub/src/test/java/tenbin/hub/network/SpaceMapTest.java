package tenbin.hub.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;
import tenbin.spine.deliver.CellTally;
import tenbin.spine.deliver.Space;

/** The map and the coverage of a space. */
class SpaceMapTest {
  private static Space space(CellTally... cells) {
    return new Space(Space.Grain.FINEST, Instant.EPOCH, List.of(cells), 3);
  }

  private static CellTally cell(String prefix, long rows) {
    return new CellTally(Prefix.parse(prefix), "scanner", false, rows);
  }

  @Test
  void every_cell_of_a_block_has_a_place_of_its_own_inside_the_picture() {
    for (String text : List.of("10.0.0.0/16", "10.2.0.0/15", "10.64.0.0/13", "10.9.9.0/24")) {
      Prefix block = Prefix.parse(text);
      List<CellTally> all = new ArrayList<>();
      int cells = 1 << (24 - block.length());
      for (int i = 0; i < cells; i++) {
        int first = block.first().v4Bits() + (i << 8);
        all.add(
            new CellTally(
                Prefix.around(tenbin.nouns.net.Address.ofV4(first), 24), "scanner", false, 1 + i));
      }
      SpaceMap map =
          SpaceMap.of(List.of(block), new Space(Space.Grain.FINEST, Instant.EPOCH, all, 0));
      SpaceMap.Panel panel = map.panels().getFirst();
      Set<String> places = new HashSet<>();
      panel.squares().forEach(each -> places.add(each.x() + " " + each.y()));
      assertThat(places).as(text).hasSize(cells);
      assertThat(panel.columns() * panel.lines()).isEqualTo(cells);
      assertThat(panel.squares())
          .allMatch(each -> each.x() >= 0 && each.x() < panel.width())
          .allMatch(each -> each.y() >= 0 && each.y() < panel.height());
    }
  }

  @Test
  void a_block_that_is_too_large_to_draw_has_larger_squares_and_loses_no_row() {
    SpaceMap map =
        SpaceMap.of(
            List.of(Prefix.parse("10.0.0.0/8"), Prefix.parse("2001:db8::/32")),
            space(
                cell("10.0.0.0/24", 5),
                cell("10.0.1.0/24", 7),
                cell("10.200.0.0/24", 1),
                cell("2001:db8:7::/48", 9)));
    assertThat(map.panels()).extracting(SpaceMap.Panel::rows).containsExactly(13L, 9L);
    SpaceMap.Panel large = map.panels().getFirst();
    assertThat(large.squares()).extracting(SpaceMap.Square::rows).containsExactly(12L, 1L);
    assertThat(large.squares().getFirst().cell()).isEqualTo(Prefix.parse("10.0.0.0/22"));
    assertThat(large.width()).isLessThanOrEqualTo(384);
  }

  @Test
  void many_rows_are_darker_than_few() {
    assertThat(SpaceMap.shade(1, 1_000_000)).isEqualTo(1);
    assertThat(SpaceMap.shade(1_000, 1_000_000)).isEqualTo(3);
    assertThat(SpaceMap.shade(1_000_000, 1_000_000)).isEqualTo(5);
    assertThat(SpaceMap.shade(1, 1)).isEqualTo(5);
  }

  @Test
  void coverage_tells_what_of_a_range_is_seen_by_whom_as_far_as_it_is_known() {
    Space space =
        space(
            cell("10.0.0.0/24", 5),
            new CellTally(Prefix.parse("10.0.0.0/24"), "spam", true, 2),
            cell("10.0.3.0/24", 1));
    Coverage coverage =
        Coverage.of(
            List.of(Prefix.parse("10.0.0.0/22"), Prefix.parse("10.1.0.0/28")), space, List.of());
    Coverage.Range one = coverage.ranges().getFirst();
    assertThat(one.cells()).isEqualTo(4);
    assertThat(one.seen()).isEqualTo(2);
    assertThat(one.percent()).isEqualTo(50);
    assertThat(one.rows()).isEqualTo(8);
    assertThat(one.own()).isEqualTo(2);
    assertThat(one.others()).isEqualTo(6);
    assertThat(one.addresses()).isEqualTo(1_024);
    Coverage.Range small = coverage.ranges().getLast();
    assertThat(small.cells()).isEqualTo(1);
    assertThat(small.rows()).isZero();
    assertThat(coverage.elsewhere()).isEqualTo(3);
  }
}
