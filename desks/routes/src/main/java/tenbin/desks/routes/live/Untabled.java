package tenbin.desks.routes.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;

/**
 * Vantage points that have no table to tell, as those of RIS Live: each counts a while after its
 * first word. By their numbers in the table; one thread; times are microseconds of the epoch by the
 * clock.
 */
final class Untabled {
  private final long settle;
  private final Rules rules;
  private final BitSet asked = new BitSet();
  private final BitSet untabled = new BitSet();
  private final BitSet lost = new BitSet();
  private final Map<Integer, Long> waiting = new LinkedHashMap<>();

  /** Who has no table. */
  interface Rules {
    /** It tells none, whatever happens. */
    boolean isUntabled(Vantage from);

    /** Its table was a file's, and once that is lost nobody tells it again. */
    boolean isTabledOnce(Vantage from);
  }

  Untabled(Duration settle, Rules rules) {
    this.settle = Rounds.micros(settle);
    this.rules = rules;
  }

  /** It said something; whether it has no table. */
  boolean heard(long now, int vantage, Vantage from) {
    if (vantage >= 0 && !asked.get(vantage)) {
      asked.set(vantage);
      if (rules.isUntabled(from) || lost.get(vantage) && rules.isTabledOnce(from)) {
        untabled.set(vantage);
        waiting.put(vantage, now);
      }
    }
    return vantage >= 0 && untabled.get(vantage);
  }

  void lost(int vantage) {
    if (vantage >= 0) {
      lost.set(vantage);
      asked.clear(vantage);
      waiting.remove(vantage);
    }
  }

  /** Those that count from now on, once each. */
  List<Integer> due(long now) {
    List<Integer> due = new ArrayList<>();
    waiting.forEach((vantage, since) -> {
      if (now - since >= settle) {
        due.add(vantage);
      }
    });
    waiting.keySet().removeAll(due);
    return due;
  }
}
