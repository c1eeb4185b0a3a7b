package tenbin.spine.correlate;

import java.time.Instant;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;

/**
 * An attributed observation in the hub's order. What is marked TLP:RED and what counts for nobody
 * never becomes one: findings tell others of it.
 *
 * @param position in that order, rising by at least one
 * @param witness the member that this sighting counts for: who owns the sensor; for a feed that the
 *     secretariat brings in for all, the member in whose network it was seen
 * @param identity of the observation
 * @param seen what
 * @param attribution whose network it concerns
 * @param receivedAt the hub's time: the clock of every timer, so that a replay gives the same
 */
public record Sighted(
    long position,
    MemberId witness,
    Fingerprint identity,
    Observation seen,
    Attribution attribution,
    Instant receivedAt) {}
