package tenbin.balance.plan;

import java.util.Arrays;

/**
 * A row's own part of a question, as kinds of one plan: everything else is the plan's. To be
 * refilled for the next row; equal rows have equal answers. Not for several threads.
 */
public final class Row {
  private final int[] cells;

  /** A row of a matter with this many linkage groups. */
  public Row(int groups) {
    this.cells = new int[1 + 2 * groups];
  }

  /** What it has in common with many others, as {@link RowPlan#shape} numbered it. */
  public void shape(int shape) {
    cells[0] = shape;
  }

  /**
   * Sets whom a group is about and who was responsible.
   *
   * @param group its place among the matter's linkages
   * @param subject {@link RowPlan#subject} or {@link RowPlan#NOBODY}
   * @param responsible {@link RowPlan#responsible} or {@link RowPlan#NOBODY}
   */
  public void group(int group, int subject, int responsible) {
    cells[1 + 2 * group] = subject;
    cells[2 + 2 * group] = responsible;
  }

  int shape() {
    return cells[0];
  }

  int subject(int group) {
    return cells[1 + 2 * group];
  }

  int responsible(int group) {
    return cells[2 + 2 * group];
  }

  int[] cells() {
    return cells;
  }

  int hash() {
    return hash(cells);
  }

  static int hash(int[] cells) {
    int hash = cells[0];
    for (int i = 1; i < cells.length; i++) {
      hash = hash * 0x9E3779B1 + cells[i];
    }
    return hash ^ hash >>> 15;
  }

  @Override
  public String toString() {
    return Arrays.toString(cells);
  }
}
