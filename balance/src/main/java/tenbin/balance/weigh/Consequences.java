package tenbin.balance.weigh;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.PolicySet;

/** What follows from a question besides its answer: tasks, and where else one can turn. */
final class Consequences {
  private static final Set<Code> ENDED =
      EnumSet.of(Code.ENDED, Code.REVOKED, Code.NOT_ADOPTED, Code.CONDITION_UNMET);

  private final NavigableSet<String> tasks = new TreeSet<>();
  private final NavigableSet<String> pointers = new TreeSet<>();

  Consequences(PolicySet policy, Question question) {
    Scene scene = new Scene(policy, question, question.matter().linkage("", question.recipient()));
    addOfForbids(policy, new Ceilings(scene));
    addOfEndedBases(policy, new Fitting(scene));
  }

  private void addOfForbids(PolicySet policy, Ceilings ceilings) {
    for (Forbid forbid : policy.forbids()) {
      if (ceilings.applies(forbid)) {
        tasks.add(forbid.task());
        pointers.add(forbid.pointer());
      }
    }
    tasks.remove("");
    pointers.remove("");
  }

  /** What holders have to do because a basis that would reach this has ended. */
  private void addOfEndedBases(PolicySet policy, Fitting fit) {
    for (Basis basis : policy.bases()) {
      if (!basis.proof().whenEnded().isEmpty()) {
        List<Why> failures = fit.failuresOf(basis);
        if (failures.size() == 1 && ENDED.contains(failures.getFirst().code())) {
          tasks.add(basis.proof().whenEnded());
        }
      }
    }
  }

  NavigableSet<String> tasks() {
    return tasks;
  }

  NavigableSet<String> pointers() {
    return pointers;
  }
}
