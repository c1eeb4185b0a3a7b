package tenbin.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tenbin.spine.deliver.Deliveries.Tally;
import tenbin.web.layout.ReaderTime;

/**
 * A picture of rows over time by class: stacked bars in a box of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param bars the rectangles
 * @param series the classes in the order of their colours, with their sums
 * @param marks labels below
 * @param lines the bars as a table, the newest first
 * @param most rows of the highest bar
 * @param total all rows
 */
public record TallyChart(
    List<Bar> bars,
    List<Series> series,
    List<Mark> marks,
    List<Line> lines,
    long most,
    long total) {
  static final int WIDTH = 960;
  static final int HEIGHT = 200;
  private static final int LEFT = 56;
  private static final int BOTTOM = 24;
  private static final int TOP = 10;
  private static final int COLOURS = 5;
  private static final int MOST_MARKS = 8;

  /** One rectangle: {@code css} names the colour. */
  public record Bar(
      double x,
      double y,
      double width,
      double height,
      String css,
      String when,
      String type,
      long rows) {}

  /** One class; "other-classes" holds all that have no colour of their own. */
  public record Series(String type, String css, long rows) {}

  /** A label at a place. */
  public record Mark(double x, String text) {}

  /** The same as a line of a table: rows by series, in their order. */
  public record Line(Instant from, List<Long> rows) {}

  static TallyChart of(
      List<Tally> tallies, Instant from, Instant to, Duration bucket, ReaderTime time) {
    Map<String, Long> sums = new LinkedHashMap<>();
    tallies.forEach(each -> sums.merge(each.type(), each.rows(), Long::sum));
    List<Series> series = series(sums);
    Map<Instant, Map<Integer, Long>> stacks = stacks(tallies, series);
    long most = 1;
    for (Map<Integer, Long> stack : stacks.values()) {
      most = Math.max(most, stack.values().stream().mapToLong(Long::longValue).sum());
    }
    List<Bar> bars = new ArrayList<>();
    double perMilli = (double) (WIDTH - LEFT) / Math.max(1, Duration.between(from, to).toMillis());
    double width = Math.max(1, bucket.toMillis() * perMilli - 2);
    for (Map.Entry<Instant, Map<Integer, Long>> stack : stacks.entrySet()) {
      double x = LEFT + Duration.between(from, stack.getKey()).toMillis() * perMilli + 1;
      double y = HEIGHT - BOTTOM;
      for (Map.Entry<Integer, Long> part : stack.getValue().entrySet()) {
        double height = (double) part.getValue() / most * (HEIGHT - BOTTOM - TOP);
        y -= height;
        Series of = series.get(part.getKey());
        bars.add(
            new Bar(
                tenth(Math.max(LEFT, x)),
                tenth(y),
                tenth(width),
                tenth(Math.max(height, 0.6)),
                of.css,
                time.local(stack.getKey()),
                of.type,
                part.getValue()));
      }
    }
    long total = sums.values().stream().mapToLong(Long::longValue).sum();
    return new TallyChart(
        bars,
        series,
        marks(from, to, bucket, perMilli, time),
        lines(stacks, series.size()),
        most,
        total);
  }

  private static List<Line> lines(Map<Instant, Map<Integer, Long>> stacks, int series) {
    List<Line> lines = new ArrayList<>();
    stacks.forEach((from, stack) ->
        lines.add(
            new Line(
                from,
                IntStream.range(0, series)
                    .mapToObj(index -> stack.getOrDefault(index, 0L))
                    .toList())));
    return lines.reversed();
  }

  private static List<Series> series(Map<String, Long> sums) {
    List<Map.Entry<String, Long>> byRows =
        sums.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    List<Series> series = new ArrayList<>();
    long rest = 0;
    for (Map.Entry<String, Long> each : byRows) {
      if (series.size() < COLOURS) {
        series.add(new Series(each.getKey(), "k" + (series.size() + 1), each.getValue()));
      } else {
        rest += each.getValue();
      }
    }
    if (rest > 0) {
      series.add(new Series("other-classes", "k6", rest));
    }
    return series;
  }

  private static Map<Instant, Map<Integer, Long>> stacks(List<Tally> tallies, List<Series> series) {
    Map<Instant, Map<Integer, Long>> stacks = new TreeMap<>();
    for (Tally each : tallies) {
      int index = series.size() - 1;
      for (int i = 0; i < series.size(); i++) {
        if (series.get(i).type.equals(each.type())) {
          index = i;
        }
      }
      stacks
          .computeIfAbsent(each.from(), none -> new TreeMap<>())
          .merge(index, each.rows(), Long::sum);
    }
    return stacks;
  }

  private static List<Mark> marks(
      Instant from, Instant to, Duration bucket, double perMilli, ReaderTime time) {
    long buckets = Math.max(1, Duration.between(from, to).dividedBy(bucket));
    Duration step = bucket.multipliedBy(Math.max(1, Math.ceilDiv(buckets, MOST_MARKS)));
    boolean days = step.toHours() >= 24;
    List<Mark> marks = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
      double x = LEFT + Duration.between(from, at).toMillis() * perMilli;
      String day = time.day(at).substring(5);
      marks.add(new Mark(tenth(x), days ? day : day + " " + time.local(at).substring(11, 16)));
    }
    return marks;
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
