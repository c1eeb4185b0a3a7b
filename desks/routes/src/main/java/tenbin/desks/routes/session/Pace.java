package tenbin.desks.routes.session;

import java.time.Instant;
import java.util.Optional;
import tenbin.desks.routes.port.Rate;

/** Counts a neighbour's messages over all its sessions, and says when there are too many. */
final class Pace {
  /** A neighbour that flaps may tell its table three times in ten minutes. */
  private static final int TABLES = 3;

  /** Of what is no UPDATE nothing is ever told at once. */
  private static final int STEADY = 60;

  private final Rate updates;
  private final Rate others;

  Pace(Limits limits) {
    this.updates = new Rate(limits.updatesPerSecond(), TABLES);
    this.others = new Rate(limits.othersPerSecond(), STEADY);
  }

  /** What is too much of it; empty while nothing is. */
  Optional<String> count(boolean update, Instant now) {
    return update
        ? updates.count(now).map(many -> "updates: " + many)
        : others.count(now).map(many -> "messages besides updates: " + many);
  }
}
