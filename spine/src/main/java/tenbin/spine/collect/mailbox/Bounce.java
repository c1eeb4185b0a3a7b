package tenbin.spine.collect.mailbox;

import java.time.Instant;
import tenbin.spine.post.About;

/**
 * What a mail system, not a person, sent back.
 *
 * @param mail the digest of its bytes
 * @param about what came back
 * @param receivedAt by the hub's clock
 * @param address that was written to
 * @param kind what it says
 * @param status the enhanced status code (RFC 3463), empty when none was told
 */
public record Bounce(
    String mail, About about, Instant receivedAt, String address, Kind kind, String status) {

  /** What it says. */
  public enum Kind {
    /** It did not arrive and will not: the contact becomes questionable. */
    FAILED,
    /** Any other delivery status (RFC 3464 section 2.3.3): nothing is lost so far. */
    DELAYED,
    /** An automatic reply (RFC 3834): a holiday. */
    AUTO_REPLY
  }
}
