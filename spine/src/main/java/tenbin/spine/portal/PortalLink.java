package tenbin.spine.portal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * A way in for one organisation. Its secret is nowhere kept.
 *
 * @param id for pages and the audit
 * @param customer the only one that it is for
 * @param task the one thing that it asks; empty for the whole portal
 * @param coded whether it takes a code besides, told by another way
 * @param madeBy as the audit names people
 * @param madeAt when
 * @param expiresAt from when on it leads nowhere
 * @param endedAt when it was revoked, or given up after wrong codes
 * @param lastUsed when somebody came in by it
 */
public record PortalLink(
    UUID id,
    MemberId customer,
    Optional<UUID> task,
    boolean coded,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    Optional<Instant> endedAt,
    Optional<Instant> lastUsed) {
  /** Whether it still leads in. */
  public boolean holdsAt(Instant time) {
    return endedAt.isEmpty() && time.isBefore(expiresAt);
  }
}
