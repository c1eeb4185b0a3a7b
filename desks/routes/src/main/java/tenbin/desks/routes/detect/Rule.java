package tenbin.desks.routes.detect;

import java.util.function.Consumer;

/** One thing that can be wrong with a route. */
interface Rule {
  /** Tells what it suspects, if anything. */
  void judge(Heard route, Consumer<Suspicion> suspicion);
}
