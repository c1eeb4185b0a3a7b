package tenbin.spine.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Party;
import tenbin.spine.yaml.Leaf;

/** Classes of parties, some made of others; none may be made of itself. */
final class ClassTree {
  /** The customers of a party: "customer-of:isp-a". */
  private static final String CUSTOMER_OF = "customer-of:";

  /** Class to the classes that are made with it. */
  private final Map<String, Set<String>> madeWith = new LinkedHashMap<>();

  private final Set<String> known = new TreeSet<>(Set.of(Party.PUBLIC));

  ClassTree(List<Leaf> classes, Set<String> beside) {
    known.addAll(beside);
    classes.forEach(each -> known.add(each.text("id")));
    for (Leaf each : classes) {
      for (Leaf of : each.list("of")) {
        if (!known.contains(of.text())) {
          of.faults().unknown(of.path(), "class", of.text(), known);
        }
        madeWith.computeIfAbsent(of.text(), k -> new LinkedHashSet<>()).add(each.text("id"));
      }
    }
    for (Leaf each : classes) {
      String id = each.text("id");
      if (above(id).contains(id)) {
        each.fault("the class \"" + id + "\" is made of itself");
      }
    }
  }

  boolean knows(String id) {
    return known.contains(id) || id.startsWith(CUSTOMER_OF);
  }

  Set<String> known() {
    return known;
  }

  /** A party's classes with all that are made with them. */
  Set<String> closed(Set<String> classes) {
    Set<String> all = new TreeSet<>(classes);
    classes.forEach(each -> all.addAll(above(each)));
    return all;
  }

  private Set<String> above(String id) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(madeWith.getOrDefault(id, Set.of()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(madeWith.getOrDefault(next, Set.of()));
      }
    }
    return found;
  }
}
