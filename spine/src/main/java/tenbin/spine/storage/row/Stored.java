package tenbin.spine.storage.row;

import java.time.Instant;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;

/**
 * An observation as it was stored.
 *
 * @param position in the hub's order
 * @param seen what
 * @param attribution whose network it concerns, as known when it was stored
 * @param holder who contributed it
 * @param marking of its report
 * @param identity of the observation
 * @param first the position of another holder's row of the same identity, 0 for none
 * @param times how often it came in its own chunk: 1 and more
 * @param receivedAt when its report was acknowledged
 */
public record Stored(
    long position,
    Observation seen,
    Attribution attribution,
    MemberId holder,
    Tlp marking,
    Fingerprint identity,
    long first,
    int times,
    Instant receivedAt) {}
