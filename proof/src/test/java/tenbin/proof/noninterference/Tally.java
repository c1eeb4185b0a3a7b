package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.List;

/** How a run of pairs goes; a line now and then, so that a night can be watched. For one thread. */
final class Tally {
  private static final int LINE = 100;

  /** What differs once differs often: the rest would bury it. */
  private static final int MOST_FAULTS = 40;

  private static final int MOST_PROBES = 3;

  private final Meter meter = new Meter();
  private final List<String> faults = new ArrayList<>();
  private String first = "";
  private String last = "";
  private int pairs;
  private int bases;
  private int told;
  private int different;
  private long answers;

  void add(Family family, List<PairRun.Seen> seen) {
    bases++;
    for (int i = 0; i < seen.size(); i++) {
      add(family.pairs().get(i), seen.get(i));
    }
  }

  private void add(Pair pair, PairRun.Seen seen) {
    first = first.isEmpty() ? pair.name() : first;
    last = pair.name();
    pairs++;
    answers += seen.answers();
    told += pair.isTold() ? 1 : 0;
    if (!seen.leaks().isEmpty()) {
      different++;
      if (faults.size() < MOST_FAULTS) {
        faults.add(told(pair, seen.leaks()));
      }
    }
    if (pairs % LINE == 0) {
      System.out.println(this);
    }
  }

  /** Names of the first and the last pair. */
  String first() {
    return first;
  }

  String last() {
    return last;
  }

  int pairs() {
    return pairs;
  }

  /** Pairs that came out alike. */
  int alike() {
    return pairs - different;
  }

  /** First worlds, each of several pairs. */
  int bases() {
    return bases;
  }

  long answers() {
    return answers;
  }

  /** Processor time of a pair, the database's with it, in seconds. */
  double price() {
    return meter.used().toMillis() / 1_000.0 / Math.max(1, pairs);
  }

  /** Pairs of which somebody else gets something else. */
  int told() {
    return told;
  }

  List<String> faults() {
    return faults;
  }

  private static String told(Pair pair, List<Leak> leaks) {
    StringBuilder text = new StringBuilder("pair " + pair.name() + " " + pair.changes() + ": ");
    text.append(leaks.size()).append(" probes differ\n");
    leaks.stream().limit(MOST_PROBES).forEach(leak -> text.append("  ").append(leak).append('\n'));
    return text.toString();
  }

  @Override
  public String toString() {
    return "pairs %s to %s: %d of %d first worlds, alike %d, otherwise to others %d, %d answers; %s"
        .formatted(first, last, pairs, bases, alike(), told, answers, meter.told(pairs));
  }
}
