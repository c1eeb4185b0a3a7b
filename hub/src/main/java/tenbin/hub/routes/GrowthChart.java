package tenbin.hub.routes;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many prefixes an incident touched, over time, as a stepped line.
 *
 * @param points of the line, as SVG has them
 * @param most the highest number
 * @param from the first moment
 * @param to the last one
 */
public record GrowthChart(String points, int most, Instant from, Instant to) {
  static final int WIDTH = 640;
  static final int HEIGHT = 160;
  private static final int FOOT = 20;
  private static final int SIDE = 46;

  /** The picture; nothing to see where there is one moment only. */
  static GrowthChart of(List<RouteView.Point> growth) {
    if (growth.isEmpty()) {
      return new GrowthChart("", 0, Instant.EPOCH, Instant.EPOCH);
    }
    Instant from = growth.getFirst().at();
    Instant to = growth.getLast().at();
    int most = Math.max(1, growth.stream().mapToInt(RouteView.Point::now).max().orElse(1));
    long length = Math.max(1, to.toEpochMilli() - from.toEpochMilli());
    StringBuilder steps = new StringBuilder();
    int before = HEIGHT - FOOT;
    for (RouteView.Point each : growth) {
      long x = SIDE + (each.at().toEpochMilli() - from.toEpochMilli()) * (WIDTH - SIDE) / length;
      int y = (int) (HEIGHT - FOOT - (long) each.now() * (HEIGHT - FOOT - 10) / most);
      steps.append(x).append(',').append(before).append(' ');
      steps.append(x).append(',').append(y).append(' ');
      before = y;
    }
    return new GrowthChart(steps.toString().strip(), most, from, to);
  }

  /** Whether there is more than a moment. */
  public boolean isWorth() {
    return from.isBefore(to);
  }

  public int width() {
    return WIDTH;
  }

  public int height() {
    return HEIGHT;
  }

  /** Where the line of time lies. */
  public int ground() {
    return HEIGHT - FOOT;
  }

  public int side() {
    return SIDE;
  }

  /** The same for who reads no picture: "10:00 4 · 10:05 9". */
  static String said(List<RouteView.Point> growth) {
    return growth.stream()
        .map(each -> each.at() + " " + each.now())
        .collect(Collectors.joining(" · "));
  }
}
