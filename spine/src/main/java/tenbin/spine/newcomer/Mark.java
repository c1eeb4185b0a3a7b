package tenbin.spine.newcomer;

import java.time.Instant;
import tenbin.nouns.member.MemberId;

/**
 * What a member lays where only the holder of a network can: random, the member's own, with an end.
 * It is no secret, as it stands in public.
 *
 * @param member whose
 * @param token the random part
 * @param until when it ends
 */
public record Mark(MemberId member, String token, Instant until) {
  private static final String PREFIX = "tenbin-proof=";

  /** As it stands in a record. */
  public String text() {
    return PREFIX + token;
  }
}
