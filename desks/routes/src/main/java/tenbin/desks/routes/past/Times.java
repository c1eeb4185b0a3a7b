package tenbin.desks.routes.past;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.feed.Vantage;

/**
 * Gives words their times, so that those of one vantage point never go back: who is last in the
 * order in which they came is last in time, whatever a clock did in between. A loss is a
 * microsecond later than anything before it, so order shows in times alone. One thread.
 */
final class Times {
  /** Feeds may be ahead of the hub's clock by so much; what is farther is now. */
  static final long MOST_AHEAD = 5 * 60 * 1_000_000L;

  private final Map<Vantage, Standing> all;

  /** Whose files are perhaps read again, from behind the start on. */
  private final Set<Vantage> again = new HashSet<>();

  private long refused;

  Times(Map<Vantage, Standing> all) {
    this.all = new HashMap<>(all);
  }

  /** What this one told before a stop comes perhaps once more. */
  void mayRepeat(Vantage from) {
    again.add(from);
  }

  Map<Vantage, Standing> standings() {
    return all;
  }

  /** How many words came of vantage points beyond the limit. */
  long refused() {
    return refused;
  }

  /**
   * Keeps what is to be kept of a word: nothing of one that is kept already, two where it says by
   * the way that its vantage point is heard again.
   *
   * @param now by the clock, microseconds
   */
  void of(Word word, long now, Consumer<Word> keep) {
    Vantage from = word.from();
    Standing before = all.getOrDefault(from, Standing.NEW);
    if (before.equals(Standing.NEW) && all.size() >= Marks.MOST_VANTAGES) {
      refused++;
      return;
    }
    long told = Math.min(word.micros(), now + MOST_AHEAD);
    if (!again.isEmpty() && again.contains(from) && told < before.last()) {
      return;
    }
    again.remove(from);
    if (word instanceof Mark mark && mark.what() == Mark.What.LOST) {
      lost(mark, before, told, keep);
    } else {
      kept(word, before, Math.max(told, before.last()), keep);
    }
  }

  private void lost(Mark mark, Standing before, long told, Consumer<Word> keep) {
    if (before.heard() != Standing.NEVER) {
      Mark lost = mark.at(Math.max(told, before.last() + 1));
      all.put(mark.from(), before.with(lost));
      keep.accept(lost);
    }
  }

  private void kept(Word word, Standing before, long at, Consumer<Word> keep) {
    Standing standing = before;
    if (word instanceof Change && before.heard() == Standing.NEVER) {
      Mark heard = Mark.at(Mark.What.HEARD, word.from(), at);
      keep.accept(heard);
      standing = standing.with(heard);
    }
    Word timed = word.at(at);
    Standing after = timed instanceof Mark mark ? standing.with(mark) : standing.at(at);
    if (!after.equals(before)) {
      all.put(word.from(), after);
    }
    keep.accept(timed);
  }

  /** Notes a gap; its times are its own. */
  void gap(Mark gap) {
    all.put(gap.from(), all.getOrDefault(gap.from(), Standing.NEW).with(gap));
  }

  /** Takes what was kept before a stop. */
  void again(Word word) {
    Standing before = all.getOrDefault(word.from(), Standing.NEW);
    all.put(word.from(), word instanceof Mark mark ? before.with(mark) : before.at(word.micros()));
  }
}
