package tenbin.spine.collect.mailbox;

import java.time.Instant;
import tenbin.nouns.member.MemberId;

/**
 * A contact whose mails come back.
 *
 * @param member whose contact
 * @param address as the mails went to it
 * @param since when the first came back
 * @param why the status (RFC 3463)
 */
public record Questionable(MemberId member, String address, Instant since, String why) {}
