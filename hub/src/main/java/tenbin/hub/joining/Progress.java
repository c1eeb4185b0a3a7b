package tenbin.hub.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.OwnRange;

/**
 * How far a newcomer is.
 *
 * @param newcomer who
 * @param counting of its networks
 * @param waiting of its networks, for the secretariat
 * @param entered all of its networks
 * @param signed of the agreements
 * @param toSign all agreements
 * @param contacts that it gave
 * @param reported whether it sent a report
 * @param at when this was so
 */
public record Progress(
    Newcomer newcomer,
    long counting,
    long waiting,
    long entered,
    long signed,
    long toSign,
    long contacts,
    boolean reported,
    Instant at) {
  /** Nobody moved for a week: somebody should call. */
  private static final Duration STALE = Duration.ofDays(7);

  /** What there is to do, in its order. */
  public enum Step {
    SIGN_IN,
    NETWORKS,
    AGREEMENTS,
    CONTACTS,
    REPORT,
    ROW;

    /** As words and addresses write it. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  static Progress of(
      Newcomer newcomer,
      List<OwnRange> ranges,
      long[] signatures,
      long contacts,
      boolean reported,
      Instant at) {
    return new Progress(
        newcomer,
        ranges.stream()
            .filter(each -> each.standing() == OwnRange.Standing.COUNTS && each.isProvedAt(at))
            .count(),
        ranges.stream().filter(each -> each.standing() == OwnRange.Standing.WAITING).count(),
        ranges.size(),
        signatures[0],
        signatures[1],
        contacts,
        reported,
        at);
  }

  boolean isDone(Step step) {
    return switch (step) {
      case SIGN_IN -> newcomer.arrivedAt().isPresent();
      case NETWORKS -> entered > 0 && counting == entered;
      case AGREEMENTS -> newcomer.joinedAt().isPresent();
      case CONTACTS -> contacts > 0;
      case REPORT -> reported;
      case ROW -> newcomer.firstRowAt().isPresent();
    };
  }

  /** A step as templates show it. */
  public record Line(String word, boolean done, boolean next) {}

  /** The steps, with the first one that is not done. */
  public List<Line> lines() {
    Step next = Stream.of(Step.values()).filter(each -> !isDone(each)).findFirst().orElse(Step.ROW);
    return Stream.of(Step.values())
        .map(each -> new Line(each.word(), isDone(each), each == next && !isDone(each)))
        .toList();
  }

  /** Whether nothing is left to do. */
  public boolean isOver() {
    return newcomer.firstRowAt().isPresent();
  }

  /** Whether nobody of it did anything for a while. */
  public boolean isStale() {
    Instant last =
        Stream.of(
                newcomer.joinedAt().stream(),
                newcomer.arrivedAt().stream(),
                Stream.of(newcomer.letter().sentAt()))
            .flatMap(each -> each)
            .max(Instant::compareTo)
            .orElseThrow();
    return newcomer.stage() != Newcomer.Stage.WITHDRAWN
        && !isOver()
        && last.plus(STALE).isBefore(at);
  }

  /** Whether its link ended before anybody came by it. */
  public boolean isLetterOver() {
    return newcomer.arrivedAt().isEmpty() && !at.isBefore(newcomer.letter().until());
  }
}
