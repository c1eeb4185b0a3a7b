package tenbin.spine.deliver;

import java.time.Instant;
import java.util.List;

/**
 * Released rows by cells of the recipient's own space.
 *
 * @param grain how large a cell is
 * @param from the beginning of the day (UTC) from which on rows are counted
 * @param cells in the order of their addresses, then classes
 * @param elsewhere rows that tell no address of a cell: about a name, or told more coarsely
 */
public record Space(Grain grain, Instant from, List<CellTally> cells, long elsewhere) {
  public Space {
    cells = List.copyOf(cells);
  }

  /**
   * How large cells are, as lengths of prefixes; even, so that a cell is a square of the map.
   *
   * @param v4 24 or less
   * @param v6 48 or less
   */
  public record Grain(int v4, int v6) {
    /** What a map has as long as there is room for it. */
    public static final Grain FINEST = new Grain(24, 48);

    private static final int STEP = 2;

    /** A cell four times as large. */
    public Grain coarser() {
      return new Grain(Math.max(0, v4 - STEP), Math.max(0, v6 - STEP));
    }
  }
}
