package tenbin.spine.scales;

import java.time.Instant;
import tenbin.nouns.observation.Kind;

/**
 * Which rows belong to a case, as somebody who sees the case is told: those of its class and
 * family, from its first hour on, until its last hour has ended. Whole hours are meant.
 *
 * @param type of RSIT
 * @param family "" for every family
 * @param from the first moment
 * @param to the moment behind the last
 */
public record CaseSpan(String type, String family, Instant from, Instant to) {
  boolean fits(Kind kind) {
    return kind.rsit().type().equals(type)
        && (family.isEmpty() || kind.family().equalsIgnoreCase(family));
  }
}
