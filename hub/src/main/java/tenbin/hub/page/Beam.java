package tenbin.hub.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A pair of scales in a box of {@link #WIDTH} by {@link #HEIGHT}: what goes lies on the left pan,
 * what stays on the right one, and the heavier pan hangs lower.
 *
 * @param left the x and y of the left end of the beam
 * @param right the x and y of the right end
 * @param boxes what lies on the pans
 */
public record Beam(Point left, Point right, List<Box> boxes) {
  static final int WIDTH = 640;
  static final int HEIGHT = 240;

  /** Where the two ends hang, and how far they can swing. */
  private static final int MIDDLE = WIDTH / 2;

  private static final int ARM = 200;
  private static final int BEAM = 40;
  private static final int SWING = 24;

  /** From the end of the beam to its pan. */
  static final int CORD = 150;

  private static final int BOX_WIDTH = 130;
  private static final int MOST_HEIGHT = 120;
  private static final int COLOURS = 5;

  /** A place. */
  public record Point(double x, double y) {
    /** Where the pan below it hangs. */
    public double pan() {
      return y + CORD;
    }
  }

  /** Rows on a pan: {@code css} names the colour. */
  public record Box(
      double x, double y, double width, double height, String css, ScalesView.Line line) {}

  static Beam of(List<ScalesView.Line> lines) {
    long goes = sum(lines, true);
    long stays = sum(lines, false);
    double all = Math.max(1, goes + stays);
    double tilt = SWING * (goes - stays) / all;
    Point left = new Point(MIDDLE - ARM, tenth(BEAM + tilt));
    Point right = new Point(MIDDLE + ARM, tenth(BEAM - tilt));
    List<Box> boxes = new ArrayList<>();
    stack(lines, true, left, all, boxes);
    stack(lines, false, right, all, boxes);
    return new Beam(left, right, boxes);
  }

  private static long sum(List<ScalesView.Line> lines, boolean goes) {
    return lines.stream()
        .filter(each -> each.goes() == goes)
        .mapToLong(ScalesView.Line::rows)
        .sum();
  }

  private static void stack(
      List<ScalesView.Line> lines, boolean goes, Point end, double all, List<Box> boxes) {
    double y = end.pan();
    int colour = 0;
    for (ScalesView.Line line : lines) {
      if (line.goes() == goes) {
        double height = Math.max(1, line.rows() / all * MOST_HEIGHT);
        y -= height;
        colour = Math.min(colour + 1, COLOURS + 1);
        boxes.add(
            new Box(
                end.x - BOX_WIDTH / 2.0, tenth(y), BOX_WIDTH, tenth(height), "k" + colour, line));
      }
    }
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
