package tenbin.hub.demo;

import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.net.Address;

/**
 * What no single member of the made-up circle can see: two attackers that touch three members a few
 * times, and a group of members that the same scanners visit all day.
 */
final class Campaign {
  /** The quiet one: its name stands in the demo's case. */
  static final String QUIET_FAMILY = "paper-crane";

  /** The scanners of the group. */
  static final String GROUP_FAMILY = "night-heron";

  private static final int TOUCHED = 3;
  private static final int GROUP_FROM = 2;
  private static final int GROUP_TO = 6;
  private static final int SCANNERS = 14;

  private final Population population;
  private final List<List<Strike>> byOperator = new ArrayList<>();

  Campaign(Population population) {
    this.population = population;
    population.operators().forEach(operator -> byOperator.add(new ArrayList<>()));
    quiet();
    group();
  }

  /** What the sensors of the operator at this place saw of it. */
  List<Strike> seenBy(int operator) {
    return List.copyOf(byOperator.get(operator));
  }

  private void quiet() {
    List<Address> attackers = List.of(Address.parse("126.127.9.66"), Address.parse("126.127.9.67"));
    int begins = 9 * 3600;
    for (int member = 0; member < Math.min(TOUCHED, byOperator.size()); member++) {
      for (Address attacker : attackers) {
        int second = begins + member * 420 + population.below(300);
        strike(member, attacker, 445, second, QUIET_FAMILY);
      }
    }
  }

  private void group() {
    for (int scanner = 0; scanner < SCANNERS; scanner++) {
      Address address = Address.parse("126.127.9." + (100 + scanner));
      int begins = 3600 + scanner * 5400;
      for (int member = GROUP_FROM; member < Math.min(GROUP_TO, byOperator.size()); member++) {
        strike(member, address, 23, begins + population.below(900), GROUP_FAMILY);
        strike(member, address, 2323, begins + 900 + population.below(900), GROUP_FAMILY);
      }
    }
  }

  private void strike(int member, Address attacker, int port, int second, String family) {
    byOperator
        .get(member)
        .add(new Strike(attacker, population.port(), population.sensor(), port, second, family));
  }
}
