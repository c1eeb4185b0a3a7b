package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.Optional;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.member.MemberId;

/**
 * How an incident stands for one reader: where it sees only its own prefixes, by those alone, so
 * that what others' prefixes do shows nowhere.
 *
 * @param state how
 * @param end since when it is over
 * @param last when something about it last changed, as far as the reader may know
 */
record Life(State state, Optional<Instant> end, Instant last) {
  /**
   * For one reader.
   *
   * @param member whose prefixes alone it sees; empty for all
   * @param own when the last of those was over; empty while one goes on
   * @param since when it was seen first, as far as the reader may know
   */
  static Life of(
      Incident incident, Optional<MemberId> member, Optional<Instant> own, Instant since) {
    if (member.isEmpty()) {
      return new Life(incident.state(), incident.end(), incident.last());
    }
    Optional<Instant> end = own.or(incident::end);
    State state =
        own.isPresent() && !incident.state().isOver() ? State.WITHDRAWN : incident.state();
    return new Life(state, end, end.orElse(since));
  }
}
