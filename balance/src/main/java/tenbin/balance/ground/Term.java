package tenbin.balance.ground;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For how long a ground holds, as known when.
 *
 * @param spans recorded periods, one at least
 * @param reviewBy from when on it rests until somebody has looked at it again
 * @param end its revocation or withdrawal, whatever the spans say
 */
public record Term(List<Span> spans, Optional<Instant> reviewBy, Optional<End> end) {
  /** Where a time lies. */
  public enum Phase {
    HOLDS,
    NOT_YET,
    ENDED,
    REVIEW_PASSED,
    REVOKED,
    /** Would hold by what was recorded later. */
    NOT_ON_RECORD
  }

  /**
   * An end that was declared.
   *
   * @param from from when on it no longer holds
   * @param recordedAt from when that is on record
   */
  public record End(Instant from, Instant recordedAt) {}

  public Term {
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a term without a period");
    }
    spans = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
  }

  /** One period on record since it began. */
  public static Term of(Instant from, Instant to) {
    return new Term(List.of(new Span(from, to, from)), Optional.empty(), Optional.empty());
  }

  /** Holds at every time. */
  public static Term always() {
    return of(Instant.MIN, Instant.MAX);
  }

  /** The same term, ended. */
  public Term endedBy(End declared) {
    return new Term(spans, reviewBy, Optional.of(declared));
  }

  /** Whether some end is set: the last span's or a review. */
  public boolean isBounded() {
    return reviewBy.isPresent() || spans.stream().noneMatch(span -> span.to().equals(Instant.MAX));
  }

  public boolean holds(When when) {
    return phase(when) == Phase.HOLDS;
  }

  public Phase phase(When when) {
    if (isRevoked(when)) {
      return Phase.REVOKED;
    }
    if (reviewBy.filter(review -> !when.at().isBefore(review)).isPresent()) {
      return Phase.REVIEW_PASSED;
    }
    Phase phase = Phase.NOT_YET;
    for (Span span : spans) {
      if (span.holds(when)) {
        return Phase.HOLDS;
      }
      phase = furthest(phase, span, when);
    }
    return phase;
  }

  private boolean isRevoked(When when) {
    return end.filter(each -> !when.knownAt().isBefore(each.recordedAt()))
        .filter(each -> !when.at().isBefore(each.from()))
        .isPresent();
  }

  private static Phase furthest(Phase phase, Span span, When when) {
    if (!span.isKnown(when)) {
      boolean would = span.holds(new When(when.at(), span.recordedAt()));
      return would ? Phase.NOT_ON_RECORD : phase;
    }
    boolean ended = phase == Phase.NOT_YET && !when.at().isBefore(span.to());
    return ended ? Phase.ENDED : phase;
  }
}
