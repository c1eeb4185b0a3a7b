package tenbin.spine.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Prefix;

/** A sheet says the same whatever came first: by whom that was hangs on other members. */
class SheetTest {
  /** What is counted at once. */
  private record Count(String cell, String type, boolean own, long rows) {}

  private static final List<Count> COUNTS =
      List.of(
          new Count("192.0.2.0/24", "phishing", false, 2),
          new Count("192.0.2.0/24", "infected-system", true, 1),
          new Count("192.0.2.0/24", "infected-system", false, 4),
          new Count("198.51.100.0/24", "scanner", false, 7),
          new Count("2001:db8::/48", "phishing", true, 3));

  private static Space space(List<Count> counts) {
    Sheet sheet = new Sheet(20_000, 0);
    counts.forEach(
        each -> sheet.cell(20_001, Prefix.parse(each.cell), each.type, each.own, each.rows));
    return sheet.space(20_000, "");
  }

  @Test
  void order_of_arrival_shows_in_nothing() {
    Space first = space(COUNTS);
    assertThat(first.cells())
        .extracting(CellTally::type)
        .containsExactly("infected-system", "infected-system", "phishing", "scanner", "phishing");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Count> counts = new ArrayList<>(COUNTS);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(counts, random);
      assertThat(space(counts)).as("seed %d", seed).isEqualTo(first);
    }
  }
}
