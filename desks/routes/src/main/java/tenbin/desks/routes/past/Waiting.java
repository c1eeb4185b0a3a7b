package tenbin.desks.routes.past;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;

/**
 * Words between the watch and the disk. Whoever brings a route never waits: where it is full the
 * word is left out and counted as a gap of its vantage point. Losses are always taken, because a
 * route that stands for ever would be worse than a gap.
 */
final class Waiting {
  /** Some seconds of the liveliest hour of all collectors; with its routes 13 MB. */
  static final int MOST = 1 << 17;

  private static final int MOST_MARKS = 1 << 14;

  private final int most;
  private final Map<Vantage, Mark> gaps = new HashMap<>();
  private List<Word> words = new ArrayList<>();
  private long left;
  private boolean open = true;
  private boolean busy;

  Waiting(int most) {
    this.most = most;
  }

  /** What has come since somebody took last. */
  record Batch(List<Word> words, List<Mark> gaps) {
    boolean isEmpty() {
      return words.isEmpty() && gaps.isEmpty();
    }
  }

  synchronized void put(Word word) {
    int room = word instanceof Change ? most : most + MOST_MARKS;
    if (!open || words.size() >= room) {
      gap(word);
    } else {
      words.add(word);
    }
    if (words.size() == 1) {
      notifyAll();
    }
  }

  private void gap(Word word) {
    Mark gap = gapOf(word);
    left += gap.words();
    Mark before = gaps.get(gap.from());
    if (before != null) {
      gaps.put(gap.from(), joined(before, gap));
    } else if (gaps.size() < Marks.MOST_VANTAGES) {
      gaps.put(gap.from(), gap);
    }
  }

  private static Mark gapOf(Word word) {
    return word instanceof Mark mark && mark.what() == Mark.What.GAP
        ? mark
        : new Mark(Mark.What.GAP, word.from(), word.micros(), word.micros(), 1);
  }

  private static Mark joined(Mark one, Mark other) {
    return new Mark(
        Mark.What.GAP,
        one.from(),
        Math.min(one.micros(), other.micros()),
        Math.max(one.until(), other.until()),
        one.words() + other.words());
  }

  /** Gaps that nobody wrote down yet. */
  synchronized List<Mark> gaps() {
    return List.copyOf(gaps.values());
  }

  /** Gaps that could not be written wait on, and are counted once. */
  synchronized void back(List<Mark> some) {
    some.forEach(this::gap);
    left -= some.stream().mapToLong(Mark::words).sum();
  }

  /** What could not be written is a gap too. */
  synchronized void lost(List<? extends Word> some) {
    some.forEach(this::gap);
  }

  synchronized Batch take(long millis) throws InterruptedException {
    long end = System.nanoTime() + millis * 1_000_000;
    long rest = millis;
    while (words.isEmpty() && gaps.isEmpty() && open && rest > 0) {
      wait(rest);
      rest = (end - System.nanoTime()) / 1_000_000;
    }
    Batch batch = new Batch(words, List.copyOf(gaps.values()));
    words = new ArrayList<>();
    gaps.clear();
    busy = !batch.words().isEmpty();
    return batch;
  }

  synchronized int size() {
    return words.size();
  }

  /** How many words were left out since the start. */
  synchronized long left() {
    return left;
  }

  synchronized void end() {
    open = false;
    notifyAll();
  }

  /** Whether all words were taken, and done with: who takes comes back for more. */
  synchronized boolean isTaken() {
    return words.isEmpty() && !busy;
  }
}
