package tenbin.spine.group.role;

import java.time.Instant;
import java.util.Optional;

/** Whether people are still there. */
@FunctionalInterface
public interface Attendance {
  /** Since when a person does not act for its member any more; empty while it does. */
  Optional<Instant> goneSince(Seat seat);

  /** Where everybody stays. */
  Attendance EVERYBODY = seat -> Optional.empty();
}
