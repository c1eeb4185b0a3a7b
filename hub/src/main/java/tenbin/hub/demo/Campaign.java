package tenbin.hub.demo;

import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.net.Address;

/**
 * What no single member of the made-up circle can see: attackers that touch three members once
 * each, and a group of members that the same scanners visit all day; beside them what chance joins.
 */
final class Campaign {
  /** The quiet one: its name stands in the demo's case. */
  static final String QUIET_FAMILY = "paper-crane";

  /** The scanners of the group. */
  static final String GROUP_FAMILY = "night-heron";

  private static final int TOUCHED = 3;
  private static final int GROUP_FROM = 2;
  private static final int GROUP_TO = 6;
  private static final int SCANNERS = 40;

  /** What goes round every day: one in so many scanners reaches a third member. */
  private static final int PASSERS_BY = 140;

  private static final int REACHES_THIRD = 8;
  private static final List<String> COMMON_FAMILIES = List.of("mirai", "mozi", "gafgyt");

  /** Below the six addresses above which it would be the weather that neighbours share. */
  static final int ATTACKERS = 5;

  private final Population population;
  private final List<List<Strike>> byOperator = new ArrayList<>();

  Campaign(Population population) {
    this.population = population;
    population.operators().forEach(operator -> byOperator.add(new ArrayList<>()));
    quiet();
    group();
    passersBy();
  }

  /** What the sensors of the operator at this place saw of it. */
  List<Strike> seenBy(int operator) {
    return List.copyOf(byOperator.get(operator));
  }

  private void quiet() {
    int begins = 9 * 3600;
    for (int member = 0; member < Math.min(TOUCHED, byOperator.size()); member++) {
      for (int each = 0; each < ATTACKERS; each++) {
        Address attacker = Address.parse("126.127.9." + (66 + each));
        int second = begins + member * 420 + population.below(300);
        strike(member, attacker, 445, second, QUIET_FAMILY);
      }
    }
  }

  private void group() {
    for (int scanner = 0; scanner < SCANNERS; scanner++) {
      Address address = Address.parse("126.127.9." + (100 + scanner));
      int begins = 3600 + scanner * 2000;
      for (int member = GROUP_FROM; member < Math.min(GROUP_TO, byOperator.size()); member++) {
        strike(member, address, 23, begins + population.below(900), GROUP_FAMILY);
        strike(member, address, 2323, begins + 900 + population.below(900), GROUP_FAMILY);
      }
    }
  }

  /** Scanners that reach some two members within minutes: what chance alone joins. */
  private void passersBy() {
    for (int i = 0; i < PASSERS_BY; i++) {
      Address scanner = Address.parse("126.127." + (10 + i / 200) + "." + (1 + i % 200));
      String family = population.oneOf(COMMON_FAMILIES);
      int second = population.below(23 * 3600);
      int members = i % REACHES_THIRD == 0 ? 3 : 2;
      int first = population.below(byOperator.size());
      int step = 1 + population.below(Math.max(1, byOperator.size() / 2 - 1));
      for (int visit = 0; visit < members; visit++) {
        int member = (first + visit * step) % byOperator.size();
        strike(member, scanner, 23, second + population.below(1_800), family);
      }
    }
  }

  private void strike(int member, Address attacker, int port, int second, String family) {
    byOperator
        .get(member)
        .add(new Strike(attacker, population.port(), population.sensor(), port, second, family));
  }
}
