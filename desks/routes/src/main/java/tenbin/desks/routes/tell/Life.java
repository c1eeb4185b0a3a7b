package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.Optional;
import tenbin.desks.routes.book.Extent;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.State;

/**
 * How an incident stands for one reader: by the prefixes that it may know alone, so that what
 * others' prefixes do, and who else saw them, shows nowhere.
 *
 * @param state how
 * @param end since when it is over
 * @param last when it began or was over, as far as the reader may know
 */
record Life(State state, Optional<Instant> end, Instant last) {
  static Life of(Incident incident, Extent extent, Instant since) {
    Optional<Instant> end =
        extent.end().or(() -> incident.state().isOver() ? incident.end() : Optional.empty());
    State state =
        end.isPresent() && !incident.state().isOver() ? State.WITHDRAWN : incident.state();
    return new Life(state, end, end.orElse(since));
  }
}
