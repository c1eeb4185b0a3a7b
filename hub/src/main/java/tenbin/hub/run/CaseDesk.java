package tenbin.hub.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.correlate.Finding;

/** Opens a case for every finding. Called on the thread that reads. */
final class CaseDesk {
  /** Three days to answer: a weekend and a morning. */
  private static final Duration TO_ANSWER = Duration.ofDays(3);

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final CompletableFuture<CaseBook> cases;
  private final Clock clock;

  /** The book may come later than the first finding, which then waits. */
  CaseDesk(CompletableFuture<CaseBook> cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  void found(List<Finding> findings) {
    Instant now = clock.instant();
    for (Finding finding : findings) {
      Deadline deadline = Deadline.at(now.plus(TO_ANSWER), ZONE);
      cases.join().put(finding, new CaseTerms(deadline, Tlp.AMBER), now);
    }
  }
}
