package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/**
 * Gathers what belongs to a question, whatever order prefixes come in: of more prefixes than an
 * answer holds the first ones stay. One thread.
 */
final class Gathering {
  /** Changes of one answer. */
  static final int MOST_STEPS = 20_000;

  private final PastQuestion question;
  private final long from;
  private final long until;
  private final TreeMap<Prefix, Fold> folds = new TreeMap<>();
  private Optional<Prefix> end = Optional.empty();
  private long said;
  private long left;

  Gathering(PastQuestion question) {
    this.question = question;
    this.from = Hearings.micros(question.from());
    this.until = Hearings.micros(question.until());
  }

  /** Prefixes from this one on have no place. */
  boolean isBehindEnd(Prefix prefix) {
    return end.isPresent() && prefix.compareTo(end.get()) >= 0;
  }

  void add(Change change) {
    Prefix prefix = change.prefix();
    boolean wanted =
        change.micros() <= until
            && question.asked().takes(prefix)
            && question.behind().filter(each -> prefix.compareTo(each) <= 0).isEmpty()
            && !isBehindEnd(prefix)
            && question.whose().test(change.from());
    if (!wanted) {
      return;
    }
    Fold fold = folds.computeIfAbsent(prefix, any -> new Fold());
    if (change.micros() <= from) {
      fold.had(change);
    } else if (said < MOST_STEPS) {
      said++;
      fold.said(change);
    } else {
      left++;
    }
    if (folds.size() > question.most()) {
      end = Optional.of(folds.pollLastEntry().getKey());
    }
  }

  PastAnswer answer(Hearings hearings, List<PastAnswer.Hole> damaged, Optional<Long> first) {
    List<PastAnswer.Line> lines = new ArrayList<>();
    List<PastAnswer.Step> steps = new ArrayList<>();
    for (Fold each : folds.values()) {
      lines.addAll(each.lines(hearings, from));
      steps.addAll(each.steps(hearings, from, until));
    }
    steps.sort(Comparator.comparing(PastAnswer.Step::at));
    List<PastAnswer.Hole> holes = new ArrayList<>(damaged);
    holes.addAll(hearings.holes(from, until));
    boolean covering = question.asked() instanceof Asked.Covering;
    return new PastAnswer(
        true,
        first.map(Hearings::instant),
        covering ? longest(lines) : lines,
        steps,
        hearings.all(from),
        holes,
        end.isPresent() && !folds.isEmpty() ? Optional.of(folds.lastKey()) : Optional.empty(),
        left);
  }

  /** Of each vantage point the longest prefix alone. */
  private static List<PastAnswer.Line> longest(List<PastAnswer.Line> lines) {
    Map<Vantage, PastAnswer.Line> best = new HashMap<>();
    for (PastAnswer.Line each : lines) {
      best.merge(
          each.from(),
          each,
          (one, other) -> one.prefix().bits() >= other.prefix().bits() ? one : other);
    }
    return lines.stream().filter(each -> each.equals(best.get(each.from()))).toList();
  }

  boolean concerns(FileHead head) {
    return head.oldest() <= until;
  }
}
