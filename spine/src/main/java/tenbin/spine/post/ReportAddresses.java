package tenbin.spine.post;

import java.util.Optional;
import tenbin.nouns.member.MemberId;

/**
 * The address to which a member mails its reports. Whoever knows it is taken for that member. Any
 * thread.
 */
public interface ReportAddresses {
  /** A member's own; empty when this hub receives no mail. */
  Optional<String> of(MemberId member);

  /** Makes the present one worthless and returns the next. */
  Optional<String> renew(MemberId member);
}
