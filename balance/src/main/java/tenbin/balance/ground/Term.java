package tenbin.balance.ground;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * For how long a ground holds, as known when.
 *
 * @param spans recorded periods, one at least
 * @param reviewBy from when on it rests until somebody has looked at it again
 * @param ends its revocations or withdrawals: each ends every span that was recorded before it,
 *     whatever the span says; one recorded later begins anew
 */
public record Term(List<Span> spans, Optional<Instant> reviewBy, List<End> ends) {
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
    ends = List.copyOf(ends);
  }

  /** One period on record since it began. */
  public static Term of(Instant from, Instant to) {
    return new Term(List.of(new Span(from, to, from)), Optional.empty(), List.of());
  }

  /** Holds at every time. */
  public static Term always() {
    return of(Instant.MIN, Instant.MAX);
  }

  /** The same term, ended. */
  public Term endedBy(End declared) {
    List<End> all = new ArrayList<>(ends);
    all.add(declared);
    return new Term(spans, reviewBy, all);
  }

  /** The same term with a further period: it begins anew where it was ended before. */
  public Term with(Span further) {
    List<Span> all = new ArrayList<>(spans);
    all.add(further);
    return new Term(all, reviewBy, ends);
  }

  /** Whether some end is set: the last span's or a review. */
  public boolean isBounded() {
    return reviewBy.isPresent() || spans.stream().noneMatch(span -> span.to().equals(Instant.MAX));
  }

  public boolean holds(When when) {
    return phase(when) == Phase.HOLDS;
  }

  public Phase phase(When when) {
    if (reviewBy.filter(when::reaches).isPresent()) {
      return Phase.REVIEW_PASSED;
    }
    Phase phase = Phase.NOT_YET;
    boolean revoked = false;
    for (Span span : spans) {
      if (isEnded(span, when)) {
        revoked = true;
      } else if (span.holds(when)) {
        return Phase.HOLDS;
      } else {
        phase = furthest(phase, span, when);
      }
    }
    return revoked ? Phase.REVOKED : phase;
  }

  private boolean isEnded(Span span, When when) {
    return ends.stream()
        .filter(each -> when.knows(each.recordedAt()))
        .filter(each -> when.reaches(each.from()))
        .anyMatch(each -> !span.recordedAt().isAfter(each.recordedAt()));
  }

  private static Phase furthest(Phase phase, Span span, When when) {
    if (!span.isKnown(when)) {
      boolean would = span.holds(when.knownAt(span.recordedAt()));
      return would ? Phase.NOT_ON_RECORD : phase;
    }
    boolean ended = phase == Phase.NOT_YET && when.reaches(span.to());
    return ended ? Phase.ENDED : phase;
  }
}
