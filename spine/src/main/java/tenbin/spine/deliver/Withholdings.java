package tenbin.spine.deliver;

import java.util.Map;
import java.util.Optional;
import tenbin.balance.Reason;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * What the balance says now of the stored rows for one recipient, counted: for the demo's own view
 * and the secretariat, never for a recipient. Any thread.
 */
public interface Withholdings {
  /**
   * The count over all rows, or over those of one report.
   *
   * @param recipient for whom they are decided
   * @param purpose what for
   * @param report only its rows, or all
   */
  Account account(MemberId recipient, Purpose purpose, Optional<Digest> report);

  /**
   * Counted decisions.
   *
   * @param released rows of which some may go
   * @param withheld rows of which nothing may go, by reason
   */
  record Account(long released, Map<Reason, Long> withheld) {
    public Account {
      withheld = Map.copyOf(withheld);
    }

    public long total() {
      return released + withheld.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
