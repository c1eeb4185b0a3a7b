package tenbin.spine.collect;

import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * A report about to be received.
 *
 * @param reporter the member that sends it
 * @param digest of the whole, which makes it resumable and idempotent
 * @param size of the whole, bytes
 * @param name file name, empty when it has none
 * @param feed what sensor or feed it comes from, by the reporter's word; empty for the reporter's
 *     own
 * @param marking by the reporter; empty leaves it to the report and then to the circle's default
 * @param mapping for plain CSV: the declared mapping
 */
public record Upload(
    MemberId reporter,
    Digest digest,
    long size,
    String name,
    String feed,
    Optional<Tlp> marking,
    Optional<String> mapping) {}
