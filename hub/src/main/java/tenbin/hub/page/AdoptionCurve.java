package tenbin.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tenbin.web.layout.ReaderTime;

/**
 * How many adopted a clause since when, as a line of steps in a box of {@link #WIDTH} by {@link
 * #HEIGHT}.
 *
 * @param points of the line, as SVG writes them: "56,176 300,176 300,120"
 * @param dots one for each that came
 * @param marks labels below
 * @param most the scale's upper end
 * @param now how many there are
 */
public record AdoptionCurve(
    String points, List<Dot> dots, List<TallyChart.Mark> marks, int most, int now) {
  static final int WIDTH = 480;
  static final int HEIGHT = 120;
  private static final int LEFT = 36;
  private static final int TOP = 10;
  private static final int BOTTOM = 24;
  private static final int MARKS = 3;

  /** Somebody who came: where in the picture, and the words for it. */
  public record Dot(double x, double y, String told) {}

  /** Somebody who adopted it. */
  record Step(String who, Instant since) {}

  /** The curve of those who are in it now, the earliest first. */
  static AdoptionCurve of(List<Step> steps, Instant from, Instant to, int most, ReaderTime time) {
    double perMilli = (double) (WIDTH - LEFT) / Math.max(1, Duration.between(from, to).toMillis());
    double perOne = (double) (HEIGHT - TOP - BOTTOM) / Math.max(1, most);
    StringBuilder points = new StringBuilder(LEFT + "," + (HEIGHT - BOTTOM));
    List<Dot> dots = new ArrayList<>();
    double y = HEIGHT - BOTTOM;
    for (Step step : steps) {
      Instant since = step.since.isBefore(from) ? from : step.since;
      double x = tenth(LEFT + Duration.between(from, since).toMillis() * perMilli);
      points.append(' ').append(x).append(',').append(tenth(y));
      y -= perOne;
      points.append(' ').append(x).append(',').append(tenth(y));
      dots.add(new Dot(x, tenth(y), step.who + " · " + time.day(step.since)));
    }
    points.append(' ').append(WIDTH).append(',').append(tenth(y));
    return new AdoptionCurve(points.toString(), dots, marks(from, to, time), most, steps.size());
  }

  private static List<TallyChart.Mark> marks(Instant from, Instant to, ReaderTime time) {
    List<TallyChart.Mark> marks = new ArrayList<>();
    for (int i = 0; i < MARKS; i++) {
      Instant at = from.plus(Duration.between(from, to).multipliedBy(i).dividedBy(MARKS));
      marks.add(new TallyChart.Mark(LEFT + (double) (WIDTH - LEFT) * i / MARKS, time.day(at)));
    }
    return marks;
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
