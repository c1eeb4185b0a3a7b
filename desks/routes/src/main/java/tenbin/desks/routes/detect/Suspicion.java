package tenbin.desks.routes.detect;

import java.util.Optional;
import tenbin.desks.routes.incident.Cause;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Something is wrong with a route, perhaps.
 *
 * @param cause what it would be a part of
 * @param pivot the AS that would have done it, were it one of many; absent where many of them are
 *     no single thing
 * @param partner what there have to be many of for that: origins, or the ASes on the other side of
 *     links that nobody knows
 * @param alone whether one of it is worth an incident; else many are
 * @param of the declared prefix or the route around; empty where it is the prefix itself, so that
 *     one object serves all prefixes of a path
 * @param member whose it is
 * @param expected who should originate it
 * @param observed who does
 * @param why the reasons
 */
public record Suspicion(
    Cause cause,
    Asn pivot,
    Asn partner,
    Alone alone,
    Optional<Prefix> of,
    Optional<MemberId> member,
    Asn expected,
    Asn observed,
    Why why) {
  /** Whether one alone counts. */
  public enum Alone {
    COUNTS,
    /** Only where many have the same pivot: routes of nobody in the circle. */
    COUNTS_NOT
  }

  /** The sum of the reasons. */
  public int score() {
    return why.score();
  }
}
