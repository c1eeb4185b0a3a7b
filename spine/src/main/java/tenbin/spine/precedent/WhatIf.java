package tenbin.spine.precedent;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;

/**
 * What a proposed ground would release of what waits: the tipping of the balance.
 *
 * @param title of the file
 * @param rows all rows that wait
 * @param withheld rows of which nothing goes now
 * @param cases what the rows belong to, each once
 * @param releases what would go that does not go now
 */
public record WhatIf(
    String title, long rows, long withheld, Set<String> cases, List<Release> releases) {
  /**
   * A question of the backlog, as it is and as it would be.
   *
   * @param name of it
   * @param rows how many rows are like it
   * @param cases which cases they belong to
   * @param now under what is in force
   * @param then with the proposal
   */
  record Waiting(
      String name, long rows, Set<String> cases, QuestionTrial now, QuestionTrial then) {}

  /**
   * What would go.
   *
   * @param name of the question
   * @param recipient to whom
   * @param rows how many rows
   * @param cases which cases they belong to
   * @param fields field to the level that it would have
   * @param restsOn the bases that it would rest on
   */
  public record Release(
      String name,
      String recipient,
      long rows,
      Set<String> cases,
      NavigableMap<String, String> fields,
      List<String> restsOn) {}

  public WhatIf {
    cases = Set.copyOf(cases);
    releases = List.copyOf(releases);
  }

  static WhatIf of(String title, List<Waiting> backlog) {
    long rows = 0;
    long withheld = 0;
    Set<String> cases = new TreeSet<>();
    List<Release> releases = new ArrayList<>();
    for (Waiting each : backlog) {
      Weighing now = weighed(each.now);
      Weighing then = weighed(each.then);
      rows += each.rows;
      cases.addAll(each.cases);
      withheld += now.effect() == Effect.PERMIT ? 0 : each.rows;
      NavigableMap<String, String> more = more(now, then);
      if (!more.isEmpty()) {
        String to = each.now.question().orElseThrow().recipient().text();
        releases.add(
            new Release(each.name, to, each.rows, each.cases, more, List.copyOf(then.bases())));
      }
    }
    return new WhatIf(title, rows, withheld, cases, releases);
  }

  private static Weighing weighed(QuestionTrial trial) {
    return trial
        .weighed()
        .orElseThrow(() -> new IllegalArgumentException(trial.faults().getFirst().toString()));
  }

  /** Fields that would go, or go with more. */
  private static NavigableMap<String, String> more(Weighing now, Weighing then) {
    NavigableMap<String, String> more = new TreeMap<>();
    for (int i = 0; i < then.weights().size(); i++) {
      Weight is = now.weights().get(i);
      Weight would = then.weights().get(i);
      boolean gains =
          would.effect() == Effect.PERMIT
              && would.part().order().height(would.level()) > is.part().order().height(is.level());
      if (gains) {
        String group = would.part().group();
        String name = group.isEmpty() ? would.part().name() : group + "/" + would.part().name();
        more.put(name, would.word());
      }
    }
    return more;
  }

  /** Cases of which something would go, by recipient; one case counts once for each. */
  public NavigableMap<String, Set<String>> casesByRecipient() {
    NavigableMap<String, Set<String>> by = new TreeMap<>();
    for (Release each : releases) {
      by.computeIfAbsent(each.recipient(), none -> new TreeSet<>()).addAll(each.cases());
    }
    return by;
  }

  /** Cases of which something would go to anybody. */
  public Set<String> casesReleased() {
    Set<String> all = new TreeSet<>();
    releases.forEach(each -> all.addAll(each.cases()));
    return all;
  }

  /** Rows that would go, by recipient. */
  public NavigableMap<String, Long> rowsByRecipient() {
    NavigableMap<String, Long> by = new TreeMap<>();
    releases.forEach(each -> by.merge(each.recipient(), each.rows(), Long::sum));
    return by;
  }
}
