package tenbin.spine.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What a recipient can hold up later: this left for you then.
 *
 * @param id keyed to the recipient
 * @param at when
 * @param commitment the salted hash of the released bytes that stands in the ledger, hexadecimal
 */
public record Receipt(UUID id, Instant at, String commitment) {}
