package tenbin.spine.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.spine.yaml.Leaf;

/** Reads for how long an entry holds, and since when that is on record. */
final class TermReader {
  private TermReader() {}

  /** The term of an entry; for all time where it says nothing. */
  static Term read(Leaf at) {
    List<Span> spans = new ArrayList<>();
    List<Leaf> told = at.list("spans");
    if (told.isEmpty()) {
      span(at, Instant.MIN).ifPresent(spans::add);
    } else if (at.has("from") || at.has("to") || at.has("recorded")) {
      at.at("spans").fault("the dates stand either in spans or beside it");
    }
    told.forEach(each -> span(each, Instant.MIN).ifPresent(span -> addTo(spans, span, each)));
    if (spans.isEmpty()) {
      return Term.always();
    }
    return new Term(spans, at.time("review-by"), end(at).stream().toList());
  }

  /** The term of a part of an entry: an adoption, an opting-out. */
  static Optional<Term> part(Leaf at) {
    return span(at, Instant.MIN)
        .map(span -> new Term(List.of(span), Optional.empty(), end(at).stream().toList()));
  }

  private static void addTo(List<Span> spans, Span span, Leaf at) {
    for (Span other : spans) {
      boolean overlap = span.from().isBefore(other.to()) && other.from().isBefore(span.to());
      if (overlap && span.recordedAt().equals(other.recordedAt())) {
        at.fault("overlaps another span that was recorded at the same time");
        return;
      }
    }
    spans.add(span);
  }

  private static Optional<Span> span(Leaf at, Instant otherwise) {
    Instant from = at.time("from").orElse(otherwise);
    Instant to = at.endOf("to").orElse(Instant.MAX);
    if (!from.isBefore(to)) {
      at.at("to").fault("ends before it begins");
      return Optional.empty();
    }
    return Optional.of(new Span(from, to, at.time("recorded").orElse(from)));
  }

  private static Optional<Term.End> end(Leaf at) {
    Leaf ended = at.at("ended");
    return ended.time("from").map(from -> new Term.End(from, ended.time("recorded").orElse(from)));
  }
}
