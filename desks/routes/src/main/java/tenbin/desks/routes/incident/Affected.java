package tenbin.desks.routes.incident;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * One prefix of an incident.
 *
 * @param prefix as it was announced
 * @param of the prefix or space that it belongs to: the member's declared one, or the route around
 *     it
 * @param member whose it is, where that is known
 * @param expected who should originate it; absent where unknown
 * @param observed who does
 * @param begin when its first route came, UTC
 * @param end when the last vantage point lost it; empty while it goes on
 * @param vantages how many vantage points have it now
 * @param mostVantages how many had it at once
 * @param path one of its paths, as numbers with blanks, the nearest first; its start betrays who
 *     saw it (C8)
 */
public record Affected(
    Prefix prefix,
    Prefix of,
    Optional<MemberId> member,
    Asn expected,
    Asn observed,
    Instant begin,
    Optional<Instant> end,
    int vantages,
    int mostVantages,
    String path) {}
