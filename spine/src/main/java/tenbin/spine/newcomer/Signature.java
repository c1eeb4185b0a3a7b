package tenbin.spine.newcomer;

import java.time.Instant;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * A member's signature under an agreement of the circle.
 *
 * @param member who is bound
 * @param agreement its id
 * @param text SHA-256 of the agreement as it was signed
 * @param person who signed, as the audit names people
 * @param at when
 */
public record Signature(
    MemberId member, String agreement, Digest text, String person, Instant at) {}
