package tenbin.spine.recall;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** The recalls. Any thread. */
public interface RecallBook {
  /** A recipient's own, the newest first. */
  List<Recall> of(MemberId recipient);

  /** Everybody's, the newest first: for the secretariat. */
  List<Recall> all();

  /** The deliveries of a recipient's own recall, the newest first. */
  List<Recall.Delivery> deliveries(MemberId recipient, UUID recall, int skip, int most);

  /**
   * A recipient says what it did. What it said first stands.
   *
   * @return the recall as it stands then; empty when it is not this recipient's
   */
  Optional<Recall> answer(MemberId recipient, UUID recall, Recall.Answer answer);

  /** Recalls of which no mail has told the recipient yet. */
  List<Recall> untold();

  /** A mail has left. */
  void told(Recall recall, Instant at);
}
