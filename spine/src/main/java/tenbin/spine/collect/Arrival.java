package tenbin.spine.collect;

import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/**
 * A report whose digest nobody announced: a browser's upload, a mail, a file in a watched folder.
 * As {@link Upload} without digest and size.
 */
public record Arrival(
    MemberId reporter, String name, String feed, Optional<Tlp> marking, Optional<String> mapping) {}
