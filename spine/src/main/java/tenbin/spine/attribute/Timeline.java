package tenbin.spine.attribute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import tenbin.nouns.attribution.Attribution;
import tenbin.spine.roster.Standing;

/**
 * Answers by time, as two small arrays: from each start on its answer holds until the next start.
 * {@link Attribution#NOT_COVERED}, the very instance, stands for no answer.
 */
final class Timeline {
  private static final long SECOND = 1_000_000_000L;

  private final long[] starts;
  private final Attribution[] answers;

  private Timeline(long[] starts, Attribution[] answers) {
    this.starts = starts;
    this.answers = answers;
  }

  /** The same answer at every time. */
  static Timeline always(Attribution answer) {
    return new Timeline(new long[] {Long.MIN_VALUE}, new Attribution[] {answer});
  }

  /** One answer from a time on, none before. */
  static Timeline since(long fromNanos, Attribution answer) {
    return new Timeline(
        new long[] {Long.MIN_VALUE, fromNanos},
        new Attribution[] {Attribution.NOT_COVERED, answer});
  }

  /**
   * Cuts time where a claim begins or ends and decides each slice.
   *
   * @param standings in the order in which the decision wants to see those that hold
   * @param decision takes those that hold in a slice, perhaps none
   */
  static Timeline of(List<Standing> standings, Function<List<Standing>, Attribution> decision) {
    TreeSet<Long> cuts = new TreeSet<>(List.of(Long.MIN_VALUE));
    for (Standing each : standings) {
      cuts.add(nanos(each.validity().from()));
      cuts.add(nanos(each.validity().to()));
    }
    cuts.remove(Long.MAX_VALUE);
    List<Attribution> answers = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    for (long cut : cuts) {
      Attribution answer = decision.apply(holdingAt(cut, standings));
      if (answers.isEmpty() || !answers.getLast().equals(answer)) {
        starts.add(cut);
        answers.add(answer);
      }
    }
    return new Timeline(
        starts.stream().mapToLong(Long::longValue).toArray(), answers.toArray(Attribution[]::new));
  }

  private static List<Standing> holdingAt(long nanos, List<Standing> standings) {
    List<Standing> holding = new ArrayList<>();
    for (Standing each : standings) {
      if (nanos(each.validity().from()) <= nanos && nanos < nanos(each.validity().to())) {
        holding.add(each);
      }
    }
    return holding;
  }

  /** The only answer where there is no other, else the timeline itself. */
  Object shortest() {
    return starts.length == 1 ? answers[0] : this;
  }

  /** The answer at a time in nanoseconds since 1970. */
  Attribution at(long nanos) {
    int last = starts.length - 1;
    if (last == 0) {
      return answers[0];
    }
    if (last < 8) {
      int at = last;
      while (starts[at] > nanos) {
        at--;
      }
      return answers[at];
    }
    int found = Arrays.binarySearch(starts, nanos);
    return answers[found >= 0 ? found : -2 - found];
  }

  /** Nanoseconds since 1970; times that 64 bits do not hold become the first or the last one. */
  static long nanos(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds <= Long.MIN_VALUE / SECOND) {
      return Long.MIN_VALUE;
    }
    return seconds >= Long.MAX_VALUE / SECOND
        ? Long.MAX_VALUE
        : seconds * SECOND + instant.getNano();
  }
}
