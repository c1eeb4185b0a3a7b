package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.List;
import tenbin.desks.routes.incident.PathSeen;

/** The steps of an incident's picture, until they are handed on. */
final class Steps {
  /** More than anybody looks at. */
  private static final int MOST = 5_000;

  private final List<PathSeen> steps = new ArrayList<>();
  private int taken;

  /** So many were handed on before. */
  void resumed(int before) {
    taken = before;
  }

  /** One more, unless there are too many. */
  void add(Told told) {
    if (taken < MOST) {
      taken++;
      steps.add(told.step());
    }
  }

  /** Those since it was last asked. */
  List<PathSeen> take() {
    List<PathSeen> some = List.copyOf(steps);
    steps.clear();
    return some;
  }
}
